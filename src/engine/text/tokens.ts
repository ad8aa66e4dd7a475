// Text → tokens: words or letters in lower case, each with its place in the text. Source: Unicode Standard Annex 29
// (text segmentation), as built into the browser as Intl.Segmenter.

/** A piece of the text: `source.slice(start, end)` as it was written, `text` as the network sees it. */
export interface Token {
  /** In lower case, in Unicode's composed form (NFC), with the straight apostrophe. */
  readonly text: string;
  /** Where it begins in the original, counted in UTF-16 units as JavaScript's strings are. */
  readonly start: number;
  /** Where it ends: the place after its last unit. */
  readonly end: number;
}

/**
 * The words and emoji of a text, in order; punctuation and spaces are left out. "don't" stays one word. Any script:
 * Japanese or Thai, written without spaces, is cut by the browser's dictionary, whose cuts may differ between browsers.
 */
export function tokenise(text: string): Token[] {
  return tokens('word', text).filter((token) => WORD.test(token.text) || EMOJI.test(token.text));
}

/** The letters of a text, in order: what a reader sees as one character, accents and emoji included; no white space. */
export function letters(text: string): Token[] {
  return tokens('grapheme', text);
}

type Granularity = 'word' | 'grapheme';
interface Piece {
  readonly segment: string;
  readonly index: number;
}

// The standard's "word-like", but for lone underscores: a gap in a cloze ("the ___ was good") is no word.
const WORD = /[\p{L}\p{N}]/u;
// Flags are pairs of regional indicators, keys such as #️⃣ end in U+20E3; neither is pictographic.
const EMOJI = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\u20E3]/u;

/** All pieces of the text but white space. */
function tokens(granularity: Granularity, text: string): Token[] {
  const cut = cutter(granularity);
  const all: Token[] = [];
  // Run by run between white space, which always parts tokens: the segmenter of Node and Chromium takes time that grows
  // with the square of a text's length.
  for (const run of text.matchAll(/\S+/gu)) {
    for (const { segment, index } of piecesOf(run[0], cut)) {
      const start = run.index + index;
      all.push({ text: plain(segment), start, end: start + segment.length });
    }
  }
  return all;
}

/** A run without white space is cut in windows of this many UTF-16 units, … */
const windowLength = 1000;
/** … and what ends this near to the end of a window is cut again in the next one: what follows might change it. */
const margin = 100;

/** The pieces of a run of any length, in time that grows with its length and no faster. */
function* piecesOf(run: string, cut: (text: string) => Iterable<Piece>): Iterable<Piece> {
  if (run.length <= windowLength) {
    yield* cut(run);
    return;
  }
  let start = 0;
  let length = windowLength;
  while (start < run.length) {
    const window = run.slice(start, start + length);
    const isLast = start + length >= run.length;
    let done = 0;
    for (const { segment, index } of cut(window)) {
      if (!isLast && index + segment.length > window.length - margin) break;
      yield { segment, index: start + index };
      done = index + segment.length;
    }
    if (isLast) return;
    start += done;
    // One piece that is longer than the window: a wider one.
    length = done === 0 ? 2 * length : windowLength;
  }
}

function plain(segment: string): string {
  return tidy(lowerCased(segment));
}

/** The text in lower case. In a fixed language: in Turkish "I" would become "ı", and one link would give two networks. */
export function lowerCased(text: string): string {
  return text.toLocaleLowerCase('en').normalize('NFC');
}

/** The text in Unicode's composed form (NFC), with the straight apostrophe; capitals stay. */
export function tidy(text: string): string {
  return text.normalize('NFC').replaceAll('’', "'");
}

const segmenters = new Map<Granularity, Intl.Segmenter>(); // making one takes longer than a sentence

function cutter(granularity: Granularity): (text: string) => Iterable<Piece> {
  if (!('Segmenter' in Intl)) return (text) => cutByPattern(granularity, text);
  const segmenter = segmenters.get(granularity) ?? new Intl.Segmenter('en', { granularity });
  segmenters.set(granularity, segmenter);
  return (text) => segmenter.segment(text);
}

// For Firefox before version 125: a close likeness, in which a Japanese sentence is one word.
const PICTURE = String.raw`\p{Regional_Indicator}{2}|\p{Extended_Pictographic}[\p{M}\p{Emoji_Modifier}]*(?:\u200D\p{Extended_Pictographic}[\p{M}\p{Emoji_Modifier}]*)*`;
const WRITTEN = String.raw`[\p{L}\p{N}][\p{L}\p{N}\p{M}_]*`;
const patterns: Readonly<Record<Granularity, RegExp>> = {
  word: new RegExp(String.raw`${PICTURE}|${WRITTEN}(?:['’.]${WRITTEN})*`, 'gu'),
  grapheme: new RegExp(String.raw`${PICTURE}|\P{M}\p{M}*|\p{M}+`, 'gu'),
};

function* cutByPattern(granularity: Granularity, text: string): Iterable<Piece> {
  for (const match of text.matchAll(patterns[granularity])) yield { segment: match[0], index: match.index };
}
