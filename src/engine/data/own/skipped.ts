// What was not read, and why: counted by the reason, with the first few lines as examples.

export interface Skipped {
  /** The reason: "has no label". */
  readonly words: string;
  readonly count: number;
  /** The first of them: where they stand, 1-based, and how they begin. */
  readonly first: readonly { readonly line: number; readonly text: string }[];
}

/** So many examples of each reason, of so many characters. */
const examples = 3;
const shown = 60;

/** Cells as they are shown in an example; an empty one is a dash. */
export const seenOf = (cells: readonly string[]): string => cells.map((cell) => (cell === '' ? '–' : cell)).join(' · ');

export interface SkippedList {
  add(words: string, line: number, text: string): void;
  /** The most frequent reason first. */
  all(): readonly Skipped[];
}

export function createSkipped(): SkippedList {
  const reasons = new Map<string, { count: number; first: { line: number; text: string }[] }>();
  return {
    add(words, line, text) {
      const reason = reasons.get(words) ?? { count: 0, first: [] };
      reasons.set(words, reason);
      reason.count += 1;
      const head = text.slice(0, shown + 1).replaceAll(/\s+/g, ' ').trim();
      if (reason.first.length < examples) reason.first.push({ line, text: head.length > shown ? `${head.slice(0, shown)}…` : head });
    },
    all: () => [...reasons].map(([words, { count, first }]) => ({ words, count, first })).toSorted((a, b) => b.count - a.count),
  };
}
