// Golden cases as what a script is made of: model, PyTorch's own tensors, sequences; and what it has to print.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { InitialStates, Rows, ScriptDescription } from '../../../src/engine/interchange/description.ts';
import type { NamedTensor } from '../../../src/engine/interchange/tensor.ts';
import type { Model } from '../../../src/engine/model.ts';

/** Every kind of network that there is a case of. */
export const goldenNames = [
  '01-review-1-movie-was-good', '01-review-2-movie-was-bad', '01-review-3-movie-was-not-good', '02-next-letter-namaste',
  '03a-ner-rnn-tanh', '03b-ner-birnn-tanh', '04a-ner-lstm', '04b-ner-gru', '05a-vanishing-sigmoid-T30', '05b-vanishing-relu-T30',
  '06-encoder-decoder-lstm', '07a-one-to-many-zero-input', '07b-one-to-many-teacher-forced', '08a-one-to-one-feedforward',
  '08b-one-to-one-rnn-T1', '09-sine-window-regression', '10a-batch3-rnn-T6', '10b-batch3-gru-T6', '12-lstm-h0-c0-digest',
];

type Nested = number | readonly Nested[];
type PerChain = Readonly<Record<string, Nested>>;

interface GoldenFile {
  readonly config: Omit<Model, 'biases' | 'cell'> & { readonly cell: Model['cell'] | 'none'; readonly activation?: string; readonly batch: number };
  readonly params: Readonly<Record<string, { readonly shape: number[]; readonly data: Nested }>>;
  readonly inputs: Nested;
  readonly decoderInputs?: Nested;
  readonly targets: Nested;
  readonly h0?: PerChain;
  readonly c0?: PerChain;
  readonly expected: Outputs & { readonly readout?: Outputs };
}

interface Outputs {
  readonly logits: Nested;
  readonly probs: Nested | null;
  readonly loss: number;
}

/** What a script prints. */
export interface Printed {
  readonly loss: number;
  readonly sequences: readonly { readonly logits: Rows; readonly probs: Rows | null; readonly loss: number }[];
}

export interface GoldenScript {
  readonly description: ScriptDescription;
  readonly expected: { readonly loss: number; readonly logits: readonly Rows[]; readonly probs: readonly Rows[] | null };
}

const flat = (nested: Nested): number[] => (typeof nested === 'number' ? [nested] : nested.flatMap(flat));
const list = (nested: Nested): readonly Nested[] => (typeof nested === 'number' ? [nested] : nested);

export function goldenScript(name: string): GoldenScript {
  const file = JSON.parse(readFileSync(join(import.meta.dirname, '../../golden', `${name}.json`), 'utf8')) as GoldenFile; // our own file
  const { config, params, expected } = file;
  const { batch } = config;
  const isFeedforward = config.cell === 'none';
  const model: Model = {
    ...config,
    cell: config.cell === 'none' ? (`feedforward_${config.activation}` as Model['cell']) : config.cell,
    biases: 'two',
    timeReduction: config.timeReduction ?? 'sum',
  };
  const tensors = Object.entries(params).map(([key, { shape, data }]): NamedTensor => ({ name: key, shape, data: Float64Array.from(flat(data)) }));
  /** [T](B)… → […] of sequence b. */
  const of = (nested: Nested, b: number): readonly Nested[] => {
    const steps = isFeedforward ? [nested] : list(nested);
    return batch === 1 ? steps : steps.map((step) => list(step)[b]!);
  };
  const rows = (nested: Nested, b: number): Rows => of(nested, b).map(flat);
  const states = (chains: PerChain | undefined, b: number): InitialStates | undefined =>
    chains && Object.fromEntries(Object.entries(chains).map(([chain, h]) => [chain, flat(batch === 1 ? h : list(h)[b]!)]));
  const each = Array.from({ length: batch }, (_, b) => b);
  const examples = each.map((b) => ({
    inputs: rows(file.inputs, b),
    decoderInputs: file.decoderInputs === undefined ? undefined : rows(file.decoderInputs, b),
    targets: flat(of(file.targets, b)),
    h0: states(file.h0, b),
    c0: states(file.c0, b),
  }));
  const { logits, probs, loss } = expected.readout ?? expected;
  return {
    description: { model, tensors, examples },
    expected: { loss, logits: each.map((b) => rows(logits, b)), probs: probs === null ? null : each.map((b) => rows(probs, b)) },
  };
}
