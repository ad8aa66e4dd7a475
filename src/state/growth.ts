// Words that are added to the vocabulary: which of them are new, and whether they may be.
import { tasks } from '../engine/tasks/index.ts';
import type { UnrolledDocument } from './document.ts';
import { limitProblem } from './limits.ts';
import { asRead, vocabularyOf } from './reading.ts';

/** The document with these words in its vocabulary, as a text would be read, each once. */
export function grow(document: UnrolledDocument, words: readonly string[]): UnrolledDocument {
  const added = newWords(document, words);
  return added.length === 0 ? document : { ...document, addedWords: [...document.addedWords, ...added] };
}

function newWords(document: UnrolledDocument, words: readonly string[]): string[] {
  const known = new Set(vocabularyOf(document));
  return [...new Set(words.map((word) => asRead(tasks[document.task], word)))].filter((word) => !known.has(word));
}

/** Null where they can be added; else why not. */
export function growthProblem(document: UnrolledDocument, words: readonly string[]): string | null {
  const { canGrow, title } = tasks[document.task];
  const added = newWords(document, words);
  if (added.length === 0) return null;
  if (!canGrow) return `Words cannot be added to the task “${title}”, since its outputs are the words of its vocabulary.`;
  return (
    limitProblem('addedWords', document.addedWords.length + added.length) ??
    added.map((word) => limitProblem('wordLength', word.length)).find((problem) => problem !== null) ??
    null
  );
}
