// The parameters of a link that are lists: what can be read of them is kept, and each part that cannot is named.
import * as v from 'valibot';
import { tasks } from '../engine/tasks/index.ts';
import type { UnrolledDocument } from './document.ts';
import { expected, grouped, isWithin, limits } from './limits.ts';
import { changeExpected, changeSchema } from './linkChanges.ts';
import type { Outcome } from './linkParameter.ts';
import { firstStart } from './linkStates.ts';
import { cut, unmark } from './linkText.ts';
import { asRead } from './reading.ts';
import { quote } from './words.ts';

/** One problem of a list's item: `wrong` continues "In the link, add holds “x”, but". */
const itemProblem = (name: string, item: string, wrong: string): string =>
  `In the link, ${name} holds ${quote(item)}, but ${wrong}, so it is left out.`;

export function readAddedWords(value: string, document: UnrolledDocument): Outcome {
  const task = tasks[document.task];
  const problems: string[] = [];
  const words = cut(value, ',').map(unmark);
  if (words.length > 0 && !task.canGrow) {
    return { document, problems: [itemProblem('add', value, `the vocabulary of the task ${task.id} cannot grow`)] };
  }
  const { high } = limits.addedWords;
  const known = new Set(task.vocabulary);
  const addedWords: string[] = [];
  for (const word of words.slice(0, high).map((each) => asRead(task, each))) {
    if (!isWithin('wordLength', word.length)) {
      problems.push(itemProblem('add', word, `a word has to have ${expected('wordLength').replace('a whole number ', '')} characters`));
    } else if (known.has(word)) {
      problems.push(itemProblem('add', word, 'the vocabulary has that word already'));
    } else {
      known.add(word);
      addedWords.push(word);
    }
  }
  if (words.length > high) {
    problems.push(`In the link, add holds ${grouped(words.length)} words, but at most ${high} can be added, so the rest is left out.`);
  }
  return { document: { ...document, addedWords }, problems };
}

export function readChanges(value: string, document: UnrolledDocument): Outcome {
  const { high } = limits.changes;
  const written = cut(value, ';');
  const problems: string[] = [];
  const schema = changeSchema(firstStart(document));
  const changes = written.slice(0, high).flatMap((each) => {
    const result = v.safeParse(schema, each);
    if (result.success) return [result.output];
    problems.push(itemProblem('changes', each, `a change has to look like ${changeExpected}`));
    return [];
  });
  if (written.length > high) {
    problems.push(
      `In the link, changes holds ${grouped(written.length)} changes, but at most ${grouped(high)} are kept, so the rest is left out.`,
    );
  }
  return { document: { ...document, changes }, problems };
}
