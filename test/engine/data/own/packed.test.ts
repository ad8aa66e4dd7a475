// Prepared data that cross packed are what they were before.
import { describe, expect, it } from 'vitest';
import { packed, unpacked } from '../../../../src/engine/data/own/packed.ts';
import { prepareAside } from '../../../../src/engine/data/own/prepareAside.ts';
import type { PreparedData, Preparation } from '../../../../src/engine/data/dataset.ts';
import { prepareDataset } from '../../../../src/engine/data/prepare.ts';
import { builtInSet } from '../sets.ts';
import { finished, readWell } from './support.ts';

const preparation: Preparation = { switches: { lowerCase: true, stopWords: false, stems: true }, mostWords: 40, share: 0.25, seed: 3 };

/** What a row of prepared data says, whatever else its objects carry. */
const said = ({ rows, task, ...rest }: PreparedData) => ({
  ...rest,
  task,
  rows: rows.map(({ index, text, reading, example }) => ({
    index,
    text,
    example,
    reading: { tokens: reading.tokens, inputs: reading.inputs, decoderInputs: reading.decoderInputs, targets: reading.targets, unknown: reading.unknown, problem: reading.problem },
  })),
});

describe('prepared data, packed and unpacked', () => {
  it.each(['negation', 'letters', 'entities', 'names', 'phrases', 'sine', 'pictures', 'morse', 'recall'])('of the set %s are the same', (id) => {
    const data = prepareDataset(builtInSet(id), preparation);
    const sent = structuredClone(packed({ ...data, task: { ...data.task, targetSource: { kind: 'asked', otherwise: 0 } } }));
    const back = finished(unpacked({ ...sent, task: { ...sent.task, targetSource: data.task.targetSource } }, data.dataset)).result;
    expect(said(back)).toEqual(said(data));
  });

  it('of one’s own data come out of the procedure the same, and with words that the vocabulary lacks', () => {
    const { dataset } = readWell(Array.from({ length: 30 }, (_, k) => `a film with the word w${k} in it,${k % 2 ? 'yes' : 'no'}`).join('\n'));
    const few = { ...preparation, mostWords: 6 };
    const data = prepareDataset(dataset, few);
    expect(data.rows.some(({ reading }) => reading.unknown.length > 0)).toBe(true);
    const back = finished(unpacked(structuredClone(finished(prepareAside({ dataset, preparation: few })).result), dataset)).result;
    expect(said(back)).toEqual(said(data));
    expect(back.dataset).toBe(dataset);
  });

  it('share no memory: an example that is sent on takes no other along', () => {
    const { dataset } = readWell('a b,yes\nc d e,no\nf,yes');
    const back = finished(unpacked(packed(prepareDataset(dataset, preparation)), dataset)).result;
    const [first] = back.rows;
    expect(first!.example.targets.buffer.byteLength).toBe(8);
    expect(first!.example.inputs.kind === 'one-hot' && first!.example.inputs.indices.buffer.byteLength).toBe(8);
  });
});
