// A plain text whose lines are no rows, since a sentence runs over several of them: cut into sentences.
import type { Line } from './lines.ts';

/** Whether sentences run over the ends of lines, or many stand in one. */
export function isProse(lines: readonly Line[]): boolean {
  const texts = lines.slice(0, 400).map(({ cells }) => cells.join(' '));
  if (texts.length <= 2) return texts.some((text) => text.length > longest || text.split(sentenceEnd).length > 2);
  const goesOn = texts.slice(1).filter((text) => /^\p{Ll}/u.test(text)).length;
  const mean = texts.reduce((sum, { length }) => sum + length, 0) / texts.length;
  return mean > 40 && goesOn > 0.25 * (texts.length - 1) && texts.some((text) => /\.\s+\p{Lu}|\.$/u.test(text));
}

const sentenceEnd = /(?<=[.!?…]["'”’)]?)\s+(?=["'“‘(]?[\p{Lu}\p{N}])/u;

/** So many characters and more are no sentence that anybody wrote: they are cut between two words. */
const longest = 1500;

function* piecesOf(text: string): Iterable<string> {
  let from = 0;
  while (text.length - from > longest) {
    const blank = text.lastIndexOf(' ', from + longest);
    const to = blank > from ? blank : from + longest;
    yield text.slice(from, to);
    from = to + (blank > from ? 1 : 0);
  }
  yield text.slice(from);
}

/** The sentences, each with the line that it begins in. An empty line ends one as well. */
export function sentencesOf(lines: readonly Line[]): Line[] {
  const sentences: Line[] = [];
  let open: { line: number; text: string } | null = null;
  const close = (): void => {
    if (open) for (const text of piecesOf(open.text)) sentences.push({ line: open.line, cells: [text], isApart: false });
    open = null;
  };
  for (const { line, cells, isApart } of lines) {
    if (isApart) close();
    const parts = cells.join(' ').split(sentenceEnd);
    for (const [k, part] of parts.entries()) {
      open = open ? { line: open.line, text: `${open.text} ${part}` } : { line, text: part };
      // The last part of a line may go on in the next one.
      if (k < parts.length - 1 || /[.!?…]["'”’)]?$/.test(part)) close();
    }
  }
  close();
  return sentences;
}
