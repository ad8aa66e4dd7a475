// Commands that change what is read: the task, the sentence, its label, the vocabulary, a generated sequence.
import { cellsFor, firstCellOf } from '../engine/tasks/choices.ts';
import { tasks, type TaskId } from '../engine/tasks/index.ts';
import type { CommandRows } from './command.ts';
import { initialDocument } from './defaults.ts';
import type { UnrolledDocument } from './document.ts';
import { grow, growthProblem } from './growth.ts';
import { labelProblem } from './labels.ts';
import { limitProblem } from './limits.ts';
import { samePlace } from './samePlace.ts';
import { considerSentence } from './sentence.ts';
import { named, quote } from './words.ts';

export const sentenceCommands: CommandRows<
  'setText' | 'setLabel' | 'addWords' | 'setTask' | 'setGeneratedLength'
> = {
  setText: {
    history: 'commit',
    words: ({ text }) => `read ${quote(text)}`,
    refusal: (document, { text, label = null, addWords = [] }) => {
      const problem = growthProblem(document, addWords) ?? labelProblem(document.task, label);
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
    refusal: ({ task }, { label }) => labelProblem(task, label),
    run: (document, { label }) => ({ ...document, label }),
  },
  addWords: {
    history: 'commit',
    words: ({ words }) => `add ${named(words)}`,
    refusal: (document, { words }) => growthProblem(document, words),
    run: (document, { words }) => {
      const grown = grow(document, words);
      return { ...grown, playhead: samePlace(document, grown) };
    },
  },
  setTask: {
    history: 'commit',
    words: ({ task }) => `change to ${tasks[task].title}`,
    run: inTask,
  },
  setGeneratedLength: {
    history: 'merge',
    words: ({ length }) => (length === null ? 'read the sentence' : `generate ${length} steps`),
    refusal: (_, { length }) => (length === null ? null : limitProblem('generatedLength', length)),
    run: (document, { length }) => ({ ...document, generatedLength: length, playhead: 0 }),
  },
};

/**
 * How a cell is built and drawn is the reader's choice, as far as it goes with the new task, and the other sections are places of their own; all
 * else belongs to the task.
 */
function inTask({ task: from, cell, biases, fold, gates, inside, notation, section, laboratory, workshop }: UnrolledDocument, { task }: { readonly task: TaskId }): UnrolledDocument {
  // A cell that nobody chose is not kept.
  const isChosen = cell !== firstCellOf(tasks[from]) && cellsFor(tasks[task]).includes(cell);
  return { ...initialDocument(task, isChosen ? cell : undefined), biases, fold, gates, inside, notation, section, laboratory, workshop };
}
