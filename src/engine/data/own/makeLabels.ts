// One label a text: many to one.
import type { Task } from '../../tasks/task.ts';
import { mostLabels } from './limits.ts';
import { countLabels, createTally, cutNotes, pauseEvery, recipe, stepsOf, type Given, type Made } from './making.ts';
import { seenOf } from './skipped.ts';

export function* makeLabels({ id, title, lines, columns, input, answer, steps, skipped }: Given): Generator<null, Made> {
  const { cut, step, whole } = stepsOf[steps];
  const targetSource = { kind: 'asked', otherwise: 0 } as const;
  const tally = createTally({ cut, targetSource });
  const rows: { text: string; label: string }[] = [];
  for (const [k, { line, cells }] of lines.entries()) {
    if (k % pauseEvery === 0) yield null;
    const label = cells[answer] ?? '';
    const written = cells[input] ?? '';
    const seen = seenOf(cells);
    const full = tally.full();
    if (full !== null) skipped.add(full, line, seen);
    else if (written === '') skipped.add('has no text', line, seen);
    else if (label === '') skipped.add('has no label', line, seen);
    else {
      const text = tally.take(written);
      if (text === null) skipped.add(`has no ${step} in its text`, line, seen);
      else rows.push({ text, label });
    }
  }
  const labels = countLabels(rows.map(({ label }) => label));
  const outputs = labels.map(({ label }) => label).toSorted((a, b) => (a < b ? -1 : 1));
  const places = new Map(outputs.map((label, k) => [label, k]));
  const task: Task = {
    ...recipe,
    id,
    title,
    words: `Reads a ${whole} ${step} by ${step} and says at the end which label it has.`,
    topology: 'many-to-one',
    loss: 'cross_entropy',
    step,
    whole,
    cut,
    vocabulary: tally.vocabulary(),
    outputs,
    rows: rows.map(({ text, label }) => ({ text, targets: [places.get(label)!] })),
    targetSource,
  };
  return {
    task,
    isText: cut === 'words',
    labels,
    vocabulary: task.vocabulary.length,
    lengths: tally.lengths(),
    notes: [...cutNotes(tally.cut(), step), ...fewNotes(labels.filter(({ count }) => count === 1).length)],
    problem: problemOf(outputs, rows.length, columns[answer]?.name),
  };
}

const fewNotes = (alone: number): readonly string[] =>
  alone === 0 ? [] : [alone === 1 ? 'One label has a single row, which is learned from and never kept for validation.' : `${alone} labels have a single row each, which is learned from and never kept for validation.`];

function problemOf(outputs: readonly string[], rows: number, name: string | undefined): string | null {
  if (name === undefined) return 'No column has the labels. Choose the column of the labels, or another thing for the network to do.';
  if (rows === 0) return `No row has both a text and a label in “${name}”. Choose other columns, or fill in the labels.`;
  if (rows === 1) return `There is one row alone, with the label “${outputs[0]}”. It takes rows of two different labels or more.`;
  if (outputs.length === 1) {
    return `All rows have the same label, “${outputs[0]}”: a network would learn to say it always. It takes two different labels or more. Or choose another thing for it to do.`;
  }
  if (outputs.length <= mostLabels) return null;
  return `“${name}” has ${outputs.length.toLocaleString('en')} different values, which are too many for labels: at most ${mostLabels}. Choose another column for the labels.`;
}
