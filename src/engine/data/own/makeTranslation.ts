// A text and what it should become: an encoder reads the one, a decoder says the other.
import type { Task } from '../../tasks/task.ts';
import { tokenise } from '../../text/tokens.ts';
import { mostSteps } from './limits.ts';
import { createTally, cutNotes, pauseEvery, recipe, stepsOf, type Given, type Made } from './making.ts';
import { seenOf } from './skipped.ts';

const start = '<start>';
const end = '<end>';

/** The sign that parts the two, which stands in neither. */
const plain = (text: string): string => text.replaceAll('>', ' ').trim();

export function* makeTranslation({ id, title, lines, columns, input, answer, skipped }: Given): Generator<null, Made> {
  const { cut, step } = stepsOf.words;
  const targetSource = { kind: 'written', what: 'other text', start, end } as const;
  const tally = createTally({ cut, targetSource });
  const rows: { text: string }[] = [];
  const said = new Set<string>();
  for (const [k, { line, cells }] of lines.entries()) {
    if (k % pauseEvery === 0) yield null;
    const written = plain(cells[input] ?? '');
    const other = plain(cells[answer] ?? '');
    const words = tokenise(other);
    const full = tally.full();
    const text = words.length === 0 || written === '' || full !== null ? null : tally.take(written);
    if (full !== null) skipped.add(full, line, seenOf(cells));
    else if (text === null) skipped.add(words.length === 0 ? 'has no second text' : 'has no text', line, seenOf(cells));
    else {
      const kept = words.slice(0, mostSteps);
      for (const { text: word } of kept) said.add(word);
      rows.push({ text: `${text} > ${other.slice(0, kept.at(-1)!.end)}` });
    }
  }
  const outputs = [start, ...said, end];
  const task: Task = {
    ...recipe,
    id,
    title,
    words: 'Reads a text to its end and then says the other one, word by word, until it says that it has come to the end.',
    topology: 'encoder-decoder',
    loss: 'cross_entropy',
    step,
    whole: 'text',
    cut,
    vocabulary: tally.vocabulary(),
    decoderVocabulary: outputs,
    outputs,
    rows,
    targetSource,
  };
  const names = [columns[input]?.name, columns[answer]?.name];
  return {
    task,
    isText: true,
    labels: [],
    vocabulary: task.vocabulary.length,
    lengths: tally.lengths(),
    notes: cutNotes(tally.cut(), step),
    problem: rows.length > 0 ? null : names[1] === undefined ? 'There is no second column. Choose a table with a text and what it should become.' : `No row has a text in both “${names[0]}” and “${names[1]}”.`,
  };
}
