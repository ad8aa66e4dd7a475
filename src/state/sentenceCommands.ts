// Commands that change what is read: the task, the sentence, its label, the vocabulary, a generated sequence.
import { tasks } from '../engine/tasks/index.ts';
import type { CommandRows } from './command.ts';
import { initialDocument } from './defaults.ts';
import type { UnrolledDocument } from './document.ts';
import { limitProblem } from './limits.ts';
import { asRead, readingOf, vocabularyOf } from './reading.ts';
import { considerSentence } from './sentence.ts';
import { same } from './same.ts';
import { named, quote } from './words.ts';

export const sentenceCommands: CommandRows<
  'setText' | 'setLabel' | 'addWords' | 'setTask' | 'setGeneratedLength'
> = {
  setText: {
    history: 'commit',
    words: ({ text }) => `read ${quote(text)}`,
    refusal: (document, { text, label = null, addWords = [] }) => {
      const problem = growthProblem(document, addWords) ?? labelProblem(label);
      if (problem !== null) return problem;
      const verdict = considerSentence(grow(document, addWords), text);
      return verdict.kind === 'ready' || (verdict.kind === 'unknown' && verdict.canSkip) ? null : verdict.message;
    },
    run: (document, { text, label = null, addWords = [] }) => ({
      ...grow(document, addWords),
      text,
      label,
      generatedLength: null,
      playhead: 0,
    }),
  },
  setLabel: {
    history: 'commit',
    words: ({ label }) => (label === null ? 'take the label away' : `set the label to ${label}`),
    refusal: (_, { label }) => labelProblem(label),
    run: (document, { label }) => ({ ...document, label }),
  },
  addWords: {
    history: 'commit',
    words: ({ words }) => `add ${named(words)}`,
    refusal: (document, { words }) => growthProblem(document, words),
    run: (document, { words }) => {
      const grown = grow(document, words);
      // With the same steps the place on the clock is the same place.
      return same(readingOf(grown).tokens, readingOf(document).tokens) ? grown : { ...grown, playhead: 0 };
    },
  },
  setTask: {
    history: 'commit',
    words: ({ task }) => `change to ${tasks[task].title}`,
    // How a cell is built is the reader's choice; all else belongs to the task.
    run: ({ cell, biases, fold }, { task }) => ({ ...initialDocument(task), cell, biases, fold }),
  },
  setGeneratedLength: {
    history: 'merge',
    words: ({ length }) => (length === null ? 'read the sentence' : `generate ${length} steps`),
    refusal: (_, { length }) => (length === null ? null : limitProblem('generatedLength', length)),
    run: (document, { length }) => ({ ...document, generatedLength: length, playhead: 0 }),
  },
};

function labelProblem(label: number | null): string | null {
  return label === null ? null : limitProblem('label', label);
}

/** The document with these words in its vocabulary, as a text would be read, each once. */
function grow(document: UnrolledDocument, words: readonly string[]): UnrolledDocument {
  const added = newWords(document, words);
  return added.length === 0 ? document : { ...document, addedWords: [...document.addedWords, ...added] };
}

function newWords(document: UnrolledDocument, words: readonly string[]): string[] {
  const known = new Set(vocabularyOf(document));
  return [...new Set(words.map((word) => asRead(tasks[document.task], word)))].filter((word) => !known.has(word));
}

function growthProblem(document: UnrolledDocument, words: readonly string[]): string | null {
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
