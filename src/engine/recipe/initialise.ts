// First values of weight matrices [rows, cols] and biases [rows], by named schemes. Sources: Glorot and Bengio (2010),
// Saxe, McClelland and Ganguli (2014), Le, Jaitly and Hinton (2015), PyTorch's nn.RNN.
import type { Vector } from '../math/array.ts';
import { orthonormaliseRows, requireShape } from '../math/linear.ts';
import { type Random, stream } from '../math/random.ts';
import { schemeNames, type SchemeId } from './schemeNames.ts';

export type { SchemeId };

/** What a matrix is for: from x to h, from h to h, from h to y. */
export type MatrixRole = 'input' | 'recurrent' | 'output';

interface Scheme {
  readonly id: SchemeId;
  /** The scheme's name, as on a button. */
  readonly name: string;
  /** What it does and why, in a student's words. */
  readonly words: string;
  readonly source: string;
  /** Matrices are drawn evenly between −limit and +limit. */
  readonly limit: (fanIn: number, fanOut: number, hiddenSize: number) => number;
  /** Biases likewise; 0 makes them all zero. */
  readonly biasLimit: (hiddenSize: number) => number;
  /** Fills a gate's square part of W_hh [size, size] in another way, if the scheme has one. */
  readonly fillSquare: ((out: Vector, size: number, random: Random) => void) | null;
}

const glorot = (fanIn: number, fanOut: number): number => Math.sqrt(6 / (fanIn + fanOut));
const zero = (): number => 0;

export const schemes: Readonly<Record<SchemeId, Scheme>> = {
  uniform: {
    id: 'uniform',
    name: schemeNames.uniform,
    words:
      'Every weight and bias is drawn between −1/√H and 1/√H, for H hidden units: the more terms a sum has, the smaller each of them starts.',
    source: 'PyTorch, the default of nn.RNN, nn.LSTM and nn.GRU',
    limit: (_fanIn, _fanOut, hiddenSize) => 1 / Math.sqrt(hiddenSize),
    biasLimit: (hiddenSize) => 1 / Math.sqrt(hiddenSize),
    fillSquare: null,
  },
  xavier: {
    id: 'xavier',
    name: schemeNames.xavier,
    words:
      'Weights are drawn between −√(6/(in + out)) and √(6/(in + out)), which keeps signals about the same size on the way forward and gradients on the way back. Biases start at 0.',
    source: 'X. Glorot and Y. Bengio, Understanding the difficulty of training deep feedforward neural networks, 2010, eq. 16',
    limit: glorot,
    biasLimit: zero,
    fillSquare: null,
  },
  orthogonal: {
    id: 'orthogonal',
    name: schemeNames.orthogonal,
    words:
      'The hidden-to-hidden weights start as a random rotation, which makes no vector longer or shorter, however often it is applied. The other weights are Xavier, and biases start at 0.',
    source: 'A. Saxe, J. McClelland and S. Ganguli, Exact solutions to the nonlinear dynamics of learning in deep linear neural networks, 2014',
    limit: glorot,
    biasLimit: zero,
    fillSquare: (out, size, random) => {
      for (let i = 0; i < out.length; i++) out[i] = random.normal();
      orthonormaliseRows(out, size, size);
    },
  },
  identity: {
    id: 'identity',
    name: schemeNames.identity,
    words:
      'The hidden-to-hidden weights start as the identity matrix: each unit begins by copying its own last value. Made for ReLU. The other weights are Xavier, and biases start at 0.',
    source: 'Q. Le, N. Jaitly and G. Hinton, A simple way to initialize recurrent networks of rectified linear units, 2015',
    limit: glorot,
    biasLimit: zero,
    fillSquare: (out, size) => {
      out.fill(0);
      for (let i = 0; i < size; i++) out[i * size + i] = 1;
    },
  },
};

/**
 * Fills a weight matrix `out` [rows, cols] from the stream (seed, name).
 *
 * - `'input'`: W_xh, [gates × hiddenSize, cols]. Each column has a stream of its own, (seed, name, column), so a new word
 *   in the vocabulary, which is a new column, leaves the other columns as they were, provided that `fanIn` stays the same.
 * - `'recurrent'`: W_hh, [gates × hiddenSize, hiddenSize]. The gates are stacked as in PyTorch, and each has a square
 *   part of its own.
 * - `'output'`: W_hy, drawn row by row.
 *
 * @param fanIn the number of inputs that Xavier reckons with. Hold it at the size of the base vocabulary where words may
 *   be added. Not used by 'uniform'.
 * @throws Error if the length of `out` is not rows × cols, or if an input or recurrent matrix does not consist of whole
 *   gates of hiddenSize rows.
 */
export function fillMatrix(
  out: Vector,
  rows: number,
  cols: number,
  role: MatrixRole,
  scheme: SchemeId,
  hiddenSize: number,
  seed: number,
  name: string,
  fanIn: number = cols,
): void {
  requireShape(`The matrix ${name}`, out, rows, cols);
  requireGates(rows, cols, role, hiddenSize, name);
  const { limit, fillSquare } = schemes[scheme];

  if (role === 'recurrent' && fillSquare) {
    const random = stream(seed, name);
    const square = hiddenSize * hiddenSize;
    for (let start = 0; start < out.length; start += square) {
      fillSquare(out.subarray(start, start + square), hiddenSize, random);
    }
    return;
  }

  const fanOut = role === 'output' ? rows : hiddenSize; // what one gate sees, however many are stacked
  const bound = limit(fanIn, fanOut, hiddenSize);
  if (role !== 'input') {
    fillUniform(out, bound, stream(seed, name));
    return;
  }
  for (let column = 0; column < cols; column++) {
    const random = stream(seed, name, column);
    for (let row = 0; row < rows; row++) out[row * cols + column] = random.uniform(-bound, bound);
  }
}

/** Fills a bias vector `out` from the stream (seed, name), or with zeros, as the scheme has it. */
export function fillBias(out: Vector, scheme: SchemeId, hiddenSize: number, seed: number, name: string): void {
  const bound = schemes[scheme].biasLimit(hiddenSize);
  if (bound === 0) out.fill(0);
  else fillUniform(out, bound, stream(seed, name));
}

function fillUniform(out: Vector, bound: number, random: Random): void {
  for (let i = 0; i < out.length; i++) out[i] = random.uniform(-bound, bound);
}

function requireGates(rows: number, cols: number, role: MatrixRole, hiddenSize: number, name: string): void {
  if (role === 'output') return;
  if (rows % hiddenSize !== 0) {
    throw new Error(
      `${name} writes to ${hiddenSize} hidden units, so it should have ${hiddenSize} rows for each gate, but it has ${rows} rows.`,
    );
  }
  if (role === 'recurrent' && cols !== hiddenSize) {
    throw new Error(
      `${name} reads ${hiddenSize} hidden units, so it should have ${hiddenSize} columns, but it has ${cols}.`,
    );
  }
}
