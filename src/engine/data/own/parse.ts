// Some rows of a text whose cells are parted by a sign and may stand in quotes. Source: RFC 4180, as the package "papaparse" reads it.
// oxlint-disable-next-line typescript/triple-slash-reference -- the package's published types bring Node's globals, and no import can bring these in
/// <reference path="./papaparse.d.ts" />
import papa, { type Parsed } from 'papaparse/papaparse.min.js';

/** At most `rows` rows from the beginning of `text`, whose lines end with \n. */
export const parseRows = (text: string, sign: string, rows: number): Parsed => papa.parse(text, { delimiter: sign, newline: '\n', preview: rows, fastMode: false });
