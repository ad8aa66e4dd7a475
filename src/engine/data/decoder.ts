// What stands behind `>` → what a decoder reads and says: start, then the words; the words, then the end.
import type { Reading, Steps } from '../tasks/reading.ts';
import { noReading } from '../tasks/reading.ts';
import type { TargetSource, Task } from '../tasks/task.ts';
import { tokenise } from '../text/tokens.ts';
import { createVocabulary, encode } from '../text/vocabulary.ts';

type Written = Extract<TargetSource, { kind: 'written' }>;

/** Reads rows of a task with a decoder, whose own words are the task's outputs. */
export function decoderReader(task: Task, { what, start = '', end }: Written): (steps: Steps, row: { readonly behind: string | null }) => Reading {
  const said = createVocabulary(task.outputs);
  const own = createVocabulary(task.decoderVocabulary ?? []);
  const example = task.rows[0]?.text ?? '';
  return ({ tokens, inputs, unknown }, { behind }) => {
    const { indices, known, unknown: missed } = encode(tokenise(behind ?? ''), said);
    const skipped = [...new Set([...unknown, ...missed])];
    if (known.length === 0) return noReading(`The ${what} is missing. Write it after >, for example “${example}”.`, skipped);
    const read = [start, ...known.map(({ text }) => text)];
    return {
      tokens: [tokens, read],
      inputs,
      decoderInputs: { kind: 'one-hot', indices: Int32Array.from(read, (word) => own.indexOf(word)) },
      targets: Float64Array.of(...indices, said.indexOf(end)),
      unknown: skipped,
      problem: null,
    };
  };
}
