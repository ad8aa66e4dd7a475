// Undo and redo, pure: documents before and after the present one, with words for what leads from one to the next.
import { apply, isRecorded, mergeKey, wordsOf, type Command } from './commands.ts';
import type { UnrolledDocument } from './document.ts';
import { same } from './same.ts';

interface Entry {
  /** The document to go back to (in `past`), or on to (in `future`): playhead and fold as they were. */
  readonly document: UnrolledDocument;
  /** What is undone or done again. */
  readonly words: string;
  /** Which drag it belongs to, if any. */
  readonly key: string | null;
}

export interface History {
  /** The last entry is the one that undo takes. */
  readonly past: readonly Entry[];
  readonly present: UnrolledDocument;
  /** The first entry is the one that redo takes. */
  readonly future: readonly Entry[];
}

/** The most entries that are kept; the oldest goes first. */
export const longestPast = 200;

export function createHistory(document: UnrolledDocument): History {
  return { past: [], present: document, future: [] };
}

/**
 * Carries out a command. One that is recorded adds an entry, or goes on with the last one where both belong to the same
 * drag, and forgets the future. One that is not recorded (the playhead, the fold) moves the present document alone.
 */
export function perform(history: History, command: Command): History {
  const { past, present, future } = history;
  const next = apply(present, command);
  if (same(next, present)) return history;
  if (!isRecorded(command)) return { past, present: next, future };

  const key = mergeKey(command);
  const last = past.at(-1);
  const goesOn = last !== undefined && key !== null && last.key === key && future.length === 0;
  if (!goesOn) {
    const entry = { document: present, words: wordsOf(command), key };
    return { past: [...past, entry].slice(-longestPast), present: next, future: [] };
  }
  const before = past.slice(0, -1);
  // A drag that ends where it began has done nothing.
  if (same(last.document, next)) return { past: before, present: next, future: [] };
  return { past: [...before, { ...last, words: wordsOf(command) }], present: next, future: [] };
}

export function undo(history: History): History {
  const { past, present, future } = history;
  const last = past.at(-1);
  if (!last) return history;
  return { past: past.slice(0, -1), present: last.document, future: [{ ...last, document: present }, ...future] };
}

export function redo(history: History): History {
  const { past, present, future } = history;
  const [first, ...rest] = future;
  if (!first) return history;
  // What is done again is no longer part of a drag that could go on.
  return { past: [...past, { ...first, document: present, key: null }], present: first.document, future: rest };
}
