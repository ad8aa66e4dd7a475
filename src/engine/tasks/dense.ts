// A step written as numbers with blanks, or as a picture in # (1) and . (0) with / between its lines → its features [X].
import { isDrawn } from './grid.ts';
import type { Task } from './task.ts';

type Dense = Pick<Task, 'vocabulary' | 'grid' | 'step' | 'isSingle' | 'rows'>;

/** Its features, or in words what is wrong with how it is written. */
type Features = { readonly values: readonly number[] } | { readonly problem: string };

/** The features of the step `text`, the `t`th (1-based) of its sequence. */
export function featuresOf(task: Dense, text: string, t: number): Features {
  const name = task.isSingle ? `the ${task.step}` : `${task.step} ${t}`;
  return task.grid && isDrawn(text) ? drawn(task, task.grid, text, name) : counted(task, text, name);
}

function drawn(task: Dense, grid: NonNullable<Task['grid']>, text: string, name: string): Features {
  const { width, height } = grid;
  const subject = capital(name);
  const example = `for example ${exampleOf(task.rows)}`;
  const odd = [...text].find((sign) => !'#./'.includes(sign));
  if (odd !== undefined) return { problem: `${subject} has the sign “${odd}”, but it is drawn with # and . alone, ${example}.` };
  const lines = text.split('/');
  if (lines.length !== height) {
    return { problem: `${subject} has ${count(lines.length, 'line')}, but it should have ${height}${height > 1 ? ', with / between them' : ''}, ${example}.` };
  }
  const wrong = lines.findIndex((line) => line.length !== width);
  if (wrong < 0) return { values: [...lines.join('')].map((sign) => (sign === '#' ? 1 : 0)) };
  const where = height > 1 ? `Line ${wrong + 1} of ${name}` : subject;
  return { problem: `${where} has ${count(lines[wrong]!.length, 'pixel')}, but it should have ${width}, ${example}.` };
}

function counted({ vocabulary, grid, rows }: Dense, text: string, name: string): Features {
  const subject = capital(name);
  const written = text.split(' ');
  const values = written.map(Number);
  const example = grid ? ` Or draw it with # and ., for example ${exampleOf(rows)}.` : '';
  const wrong = values.findIndex((value) => !(value >= 0 && value <= 1));
  if (wrong >= 0) return { problem: `${subject} has “${written[wrong]!.slice(0, 20)}” where a number from 0 to 1 should be.${example}` };
  if (values.length === vocabulary.length) return { values };
  return { problem: `${subject} has ${count(values.length, 'number')}, but it should have ${vocabulary.length}.${example}` };
}

/** The first step of the task's table. */
const exampleOf = (rows: Task['rows']): string => (rows[0]?.text ?? '').split(/[;>]/)[0]!.trim();

const count = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`;

const capital = (name: string): string => `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
