// The next word, or the next letter, after each one of a text.
import type { Task } from '../../tasks/task.ts';
import { mostRows } from './limits.ts';
import { createTally, cutNotes, pauseEvery, recipe, stepsOf, type Given, type Made } from './making.ts';
import { isProse, sentencesOf } from './prose.ts';
import { seenOf } from './skipped.ts';

export function* makeNext({ id, title, lines, input, steps, isPlain, skipped }: Given): Generator<null, Made> {
  const { cut, step } = stepsOf[steps];
  const inSentences = isPlain && steps === 'words' && isProse(lines);
  const all = inSentences ? sentencesOf(lines) : lines;
  const texts = inSentences ? all.map(({ cells }) => cells[0] ?? '') : all.map(({ cells }) => cells[input] ?? '');
  // What ends a row is read as a step too, so it must be none of the letters.
  const end = steps === 'letters' && texts.some((text) => text.includes('.')) ? '⏎' : '.';
  const targetSource = { kind: 'next', end } as const;
  const tally = createTally({ cut, targetSource });
  const rows: { text: string }[] = [];
  for (const [k, { line }] of all.entries()) {
    if (k % pauseEvery === 0) yield null;
    const full = tally.full();
    const text = texts[k] === '' || full !== null ? null : tally.take(texts[k]!);
    if (full !== null) skipped.add(full, line, texts[k]!);
    else if (text === null) skipped.add(`has no ${step} in it`, line, seenOf(all[k]!.cells));
    else if (rows.length === mostRows) skipped.add(`comes after the first ${mostRows.toLocaleString('en')} rows`, line, text);
    else rows.push({ text });
  }
  const vocabulary = [...tally.vocabulary().filter((word) => word !== end), end];
  const task: Task = {
    ...recipe,
    id,
    title,
    words: `Reads a text ${step} by ${step} and says after each ${step} which one comes next; ${end === '.' ? 'a full stop' : `the sign ${end}`} ends it.`,
    topology: 'many-to-many-synced',
    loss: 'cross_entropy',
    step,
    whole: inSentences ? 'sentence' : 'text',
    cut,
    vocabulary,
    outputs: vocabulary,
    rows,
    targetSource,
  };
  return {
    task,
    isText: cut === 'words',
    labels: [],
    vocabulary: vocabulary.length - 1,
    lengths: tally.lengths(),
    notes: [...(inSentences ? ['Its sentences run over several lines, so each sentence is a row.'] : []), ...cutNotes(tally.cut(), step)],
    problem: rows.length > 0 ? null : `No row has a ${step} in it. Choose the column that has the text.`,
  };
}
