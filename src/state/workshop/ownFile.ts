// A file that was dropped or chosen → its text, or in words why it has none. It is read here, in the browser, and sent nowhere.
import { mostBytes } from '../../engine/data/own/limits.ts';
import type { OwnSource } from '../../engine/data/own/report.ts';
import { quote } from '../words.ts';
import { otherKind } from './fileKinds.ts';

type FileReading = { readonly source: OwnSource } | { readonly problem: string };

const expected = 'Expected is a table (CSV or TSV) or a plain text.';

export async function readFile(file: File): Promise<FileReading> {
  const name = file.name || 'The file';
  const large = tooLarge(name, file.size);
  if (large !== null) return { problem: large };
  try {
    return decoded(new Uint8Array(await file.arrayBuffer()), name);
  } catch {
    return { problem: `${quote(name)} could not be read: was it moved or changed meanwhile? Choose it again.` };
  }
}

/** Why so many bytes are too many, in words; null where they are not. */
export function tooLarge(name: string, bytes: number): string | null {
  if (bytes <= mostBytes) return null;
  return `${quote(name)} has ${megabytes(bytes)} MB, but at most ${megabytes(mostBytes)} MB are read. Keep a part of its rows and try again.`;
}

const megabytes = (bytes: number): string => String(Math.ceil((bytes / 1024 / 1024) * 10) / 10);

/** The text of a file's bytes: UTF-8, or UTF-16 where it says or looks so, else Windows-1252, which is said. */
export function decoded(bytes: Uint8Array, name: string): FileReading {
  const kind = otherKind(bytes, name);
  if (kind !== null) return { problem: `${quote(name)} ${kind} ${expected}` };
  const wide = wideEncoding(bytes);
  if (wide !== null) return textOf(new TextDecoder(wide).decode(bytes), name, []);
  try {
    return textOf(new TextDecoder('utf-8', { fatal: true }).decode(bytes), name, []);
  } catch {
    return textOf(new TextDecoder('windows-1252').decode(bytes), name, ['The file is not written in UTF-8, so it was read as Windows-1252. If some letters look wrong, save it as UTF-8.']);
  }
}

/** A control character that no text has, or what stands for a byte that could not be read. */
const isStrange = (sign: string): boolean => sign === '\ufffd' || (sign < ' ' && !'\t\n\r\f\v'.includes(sign));

function textOf(text: string, name: string, notes: readonly string[]): FileReading {
  const head = Array.from(text.slice(0, 20_000));
  const strange = head.filter(isStrange).length;
  if (strange > 0.002 * head.length) return { problem: `${quote(name)} holds bytes that are no text. ${expected}` };
  return { source: { name, text: text.replaceAll('\u0000', ''), notes } };
}

/** UTF-16 says so at its beginning, or every other byte of its beginning is a zero. */
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const head = bytes.subarray(0, 1000);
  const zeros = (parity: 0 | 1): number => head.filter((byte, k) => k % 2 === parity && byte === 0).length;
  if (head.length > 3 && zeros(1) > 0.3 * head.length && zeros(0) === 0) return 'utf-16le';
  return head.length > 3 && zeros(0) > 0.3 * head.length && zeros(1) === 0 ? 'utf-16be' : null;
}
