// PyTorch's state_dict → the weights of Keras' layers. Keras multiplies from the other side, h·U, so that kernels are transposed;
// it orders the GRU's gates z, r, h where PyTorch has r, z, n, and the LSTM's i, f, c, o as PyTorch's i, f, g, o. It has one bias,
// but for the GRU with reset_after=True, where it has PyTorch's two as two rows. In both, h_t = z ⊙ h_{t−1} + (1 − z) ⊙ n.
// Source: keras-team/keras, keras/src/layers/rnn/{simple_rnn,lstm,gru}.py, `build` and `call` of the cells (Keras 3).
import { cells } from '../cells/index.ts';
import type { CellId, Model } from '../model.ts';
import { startingChains } from './description.ts';
import type { NamedTensor } from './tensor.ts';

/** Which of PyTorch's blocks of rows Keras has at each place of its columns. */
const orders: Readonly<Partial<Record<CellId, readonly number[]>>> = { lstm: [0, 1, 2, 3], gru: [1, 0, 2], gru_original: [1, 0, 2] };

/** A layer of the script, with the names of its parameters in PyTorch. */
interface KerasLayer {
  /** Name that its weights have here: rnn, rnn_reverse, encoder, decoder. */
  readonly name: string;
  /** PyTorch's name of one of its parameters. */
  readonly torch: (name: string) => string;
}

/** The recurrent layers of a model, a direction each. */
export function kerasLayers(model: Model): KerasLayer[] {
  if (cells[model.cell].family === 'feedforward') return [];
  if (model.topology === 'encoder-decoder') {
    return ['encoder', 'decoder'].map((name) => ({ name, torch: (parameter) => `${name}.${parameter}_l0` }));
  }
  return startingChains(model).map((chain) =>
    chain === 'reverse'
      ? { name: 'rnn_reverse', torch: (parameter) => `${parameter}_l0_reverse` }
      : { name: 'rnn', torch: (parameter) => `${parameter}_l0` },
  );
}

/** A matrix [rows, columns] as [columns, rows], its blocks of rows put in another order first. */
function turned({ shape, data }: NamedTensor, name: string, order: readonly number[]): NamedTensor {
  const [rows, columns] = shape as [number, number]; // a weight has two sides
  const size = rows / order.length;
  const out = new Float64Array(data.length);
  for (let to = 0; to < rows; to++) {
    const from = order[Math.floor(to / size)]! * size + (to % size);
    for (let j = 0; j < columns; j++) out[j * rows + to] = data[from * columns + j]!;
  }
  return { name, shape: [columns, rows], data: out };
}

function reordered(data: Float64Array, order: readonly number[]): Float64Array {
  const size = data.length / order.length;
  return Float64Array.from(data, (_, to) => data[order[Math.floor(to / size)]! * size + (to % size)]!);
}

/** The biases of a layer: their sum, or for the GRU with the reset gate after the product both, as rows. */
function biasOf(cell: CellId, name: string, first: NamedTensor, second: NamedTensor, order: readonly number[]): NamedTensor {
  const [ih, hh] = [reordered(first.data, order), reordered(second.data, order)];
  if (cell === 'gru') return { name, shape: [2, ih.length], data: Float64Array.from([...ih, ...hh]) };
  return { name, shape: [ih.length], data: ih.map((value, i) => value + hh[i]!) };
}

/**
 * The weights of Keras' layers, named `rnn.kernel`, `rnn.recurrent_kernel`, `rnn.bias`, `fc.kernel` …: kernel [X, G·H], recurrent
 * kernel [H, G·H], bias [G·H] or [2, G·H]. `tensors` is the model's whole state_dict, by PyTorch's names.
 */
export function kerasTensors(model: Model, tensors: ReadonlyMap<string, NamedTensor>): NamedTensor[] {
  const order = orders[model.cell] ?? [0];
  const of = (name: string): NamedTensor => tensors.get(name)!; // the state_dict is whole
  const dense = (name: string): NamedTensor[] => [turned(of(`${name}.weight`), `${name}.kernel`, [0]), of(`${name}.bias`)];
  const recurrent = kerasLayers(model).flatMap(({ name, torch }) => [
    turned(of(torch('weight_ih')), `${name}.kernel`, order),
    turned(of(torch('weight_hh')), `${name}.recurrent_kernel`, order),
    biasOf(model.cell, `${name}.bias`, of(torch('bias_ih')), of(torch('bias_hh')), order),
  ]);
  return [...(recurrent.length > 0 ? recurrent : dense('hidden')), ...dense('fc')];
}
