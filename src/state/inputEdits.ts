// What is read at one step changed by a row of it: another word, or one number of a picture.
import { featuresOf } from '../engine/tasks/dense.ts';
import { tasks } from '../engine/tasks/index.ts';
import { wordsOf } from '../engine/tasks/read.ts';
import type { Task } from '../engine/tasks/task.ts';
import type { Axis } from '../engine/topology/index.ts';
import type { UnrolledDocument } from './document.ts';
import { grouped, limitProblem } from './limits.ts';
import { writeNumber } from './numberText.ts';
import { readText } from './reading.ts';
import { sideOf } from './sides.ts';
import { editWords, type Edited } from './wordEdits.ts';

interface Place {
  readonly t: number;
  /** Row of the input, 1-based. */
  readonly unit: number;
}

/** The document in which the word of that row is read at step t; or why not, in words. */
export function withInputWord(document: UnrolledDocument, axis: Axis, { t, unit }: Place): Edited {
  const task = tasks[document.task];
  if (axis === 0 && task.cut === 'dense') return `A ${task.step} is made of numbers, so there is no word to choose.`;
  const words = wordsOf(task, document.addedWords)[axis];
  const word = words[unit - 1];
  if (word === undefined) return `What is read has rows 1 to ${grouped(words.length)}, so there is no row ${writeNumber(unit)}.`;
  // What a step reads freely is what came out of the step before it.
  if (document.feeding === 'free' && t > 1) return 'While it runs freely, the network reads after its first step what it has put out itself. Go back to teacher forcing to choose the words.';
  return editWords(document, axis, { kind: 'replace', index: t, word });
}

/** The document in which that number of the input at step t has another value; or why not, in words. */
export function withInputNumber(document: UnrolledDocument, axis: Axis, { t, unit }: Place, value: number): Edited {
  const task = tasks[document.task];
  if (axis === 1 || task.cut !== 'dense') return `A ${task.step} is read as a whole here: choose another one instead of changing one number of it.`;
  const problem = limitProblem('feature', value);
  if (problem !== null) return problem;
  const written = sideOf(document, 0)?.tokens[t - 1]?.text;
  if (written === undefined) return `Nothing is read at step ${writeNumber(t)}, so there is no number to change.`;
  const features = featuresOf(task, written, t);
  if ('problem' in features) return features.problem;
  if (!Number.isInteger(unit) || unit < 1 || unit > features.values.length) {
    return `What is read has rows 1 to ${grouped(features.values.length)}, so there is no row ${writeNumber(unit)}.`;
  }
  const edited = editWords(document, 0, { kind: 'replace', index: t, word: stepText(task, features.values.with(unit - 1, value)) });
  return typeof edited === 'string' ? edited : withSameTarget(document, edited);
}

/** What a reader alone can tell stays: a picture of which one point is a little lighter is still that picture, until they say otherwise. */
function withSameTarget(before: UnrolledDocument, after: UnrolledDocument): UnrolledDocument {
  if (tasks[after.task].targetSource.kind !== 'asked') return after;
  const [target] = readText(before, before.text, before.label).targets;
  const [own] = readText(after, after.text, null).targets;
  return target === undefined ? after : { ...after, label: target === own ? null : target };
}

/** A step as text: drawn where all its numbers are 0 or 1 and it makes a picture, else its numbers at full precision. */
function stepText({ grid }: Pick<Task, 'grid'>, values: readonly number[]): string {
  const isDrawn = grid && values.every((value) => Object.is(value, 0) || value === 1);
  if (!isDrawn) return values.map(writeNumber).join(' ');
  const lines = Array.from({ length: grid.height }, (_, line) => values.slice(line * grid.width, (line + 1) * grid.width));
  return lines.map((line) => line.map((value) => (value === 1 ? '#' : '.')).join('')).join('/');
}
