// Norms of Jacobians as the reference schema lists them: of each step, of all steps to the end, of each loss with respect to
// each state, and across from a decoder's end to its encoder (test/golden/README.md, sections 4.7 to 4.9).
import { Jacobians, normsOf, type StatePart } from '../engine/gradient/jacobians.ts';
import { identity, matmul } from '../engine/math/linear.ts';
import { batched, nest } from './nest.ts';
import type { Run } from './run.ts';

/** Local Jacobians are listed whole while they have no more numbers than this, T·B·H². */
const listed = 20_000;
/** With more read-outs than this not all of them have a row of their own. */
const allRows = 64;
/** The rows that there are then, and the last one: as the cases in test/golden were generated. */
const someRows = [0, 9, 49, 99, 149];

/** Norms [T](B), filled one by one. */
class Norms {
  private readonly spectral: Float64Array;
  private readonly fro: Float64Array;
  private readonly before: readonly number[];
  private readonly B: number;

  constructor(before: readonly number[], B: number) {
    this.before = before;
    this.B = B;
    const length = before.reduce((product, size) => product * size, B);
    this.spectral = new Float64Array(length);
    this.fro = new Float64Array(length);
  }

  set(position: number, b: number, matrix: Float64Array, size: number): void {
    const { spectral, fro } = normsOf(matrix, size);
    this.spectral[position * this.B + b] = spectral;
    this.fro[position * this.B + b] = fro;
  }

  get nested() {
    const shape = batched(this.before, this.B);
    return { spectral: nest(this.spectral, shape), fro: nest(this.fro, shape) };
  }
}

/**
 * Walks a path back from its state `end` to its state `start`: each with ∂state_end/∂state_n and the Jacobian of the step
 * that made it, which the first state does not have.
 */
function* walk(jacobians: Jacobians, end: number, start: number): Generator<{ n: number; product: Float64Array; local: Float64Array | null }> {
  const { size } = jacobians;
  let product = identity(size);
  for (let n = end; n >= start; n--) {
    const local = n > start ? jacobians.local(n - 1) : null;
    yield { n, product, local };
    if (local) product = matmul(product, local, size, size, size);
  }
}

/** Where a chain's steps stand on its path. */
function spanOf(jacobians: Jacobians, chain: number): { start: number; end: number } {
  const start = jacobians.startOf(chain);
  return { start, end: start + jacobians.steps.filter((step) => step.chain === chain).length };
}

/** The `jac` of a chain: h, and for a cell with more than one part of the state, c and both together. */
export function jacobiansOf({ trace, parameters, B, network }: Run, chain: number): Record<string, unknown> {
  const H = network.model.hiddenSize;
  const first = new Jacobians(trace, parameters, chain);
  const { start, end } = spanOf(first, chain);
  const T = end - start;
  const [h, c] = first.partsOf(chain);
  const whole: StatePart = { from: 0, size: first.size };
  const parts: Readonly<Record<string, StatePart>> = { h: h!, ...(c ? { c, state: whole } : {}) };
  const matrices = T * B * H * H <= listed ? new Float64Array(T * B * H * H) : null;
  const entries = Object.entries(parts).map(([name, part]) =>
    ({ name, part, local: new Norms([T], B), toFinal: new Norms([T], B), initial: new Norms([], B) }));

  for (let b = 0; b < B; b++) {
    const jacobians = b === 0 ? first : new Jacobians(trace, parameters, chain, b);
    for (const { n, product, local } of walk(jacobians, end, start)) {
      const position = n > start ? jacobians.steps[n - 1]!.row - 1 : 0;
      for (const entry of entries) {
        const block = (matrix: Float64Array): Float64Array => jacobians.block(matrix, entry.part);
        const { size } = entry.part;
        if (local) entry.local.set(position, b, block(local), size);
        if (n > start) entry.toFinal.set(position, b, block(product), size);
        else entry.initial.set(0, b, block(product), size);
      }
      if (local && matrices) matrices.set(jacobians.block(local, h!), (position * B + b) * H * H);
    }
  }
  return Object.fromEntries(entries.map(({ name, local, toFinal, initial }) => [name, {
    local: { ...local.nested, ...(name === 'h' && matrices ? { matrix: nest(matrices, batched([T], B, H, H)) } : {}) },
    toFinal: { ...toFinal.nested, initial: initial.nested },
  }]));
}

/** Which read-outs, from 0, have a row in `dLt_dhk`. */
export function rowsWithNorms(R: number): number[] {
  if (R <= allRows) return Array.from({ length: R }, (_, r) => r);
  return [...new Set([...someRows.filter((r) => r < R), R - 1])];
}

/** ‖∂L_r/∂h_k‖ of a chain's states, for the losses of the read-outs. */
export function lossesToStates({ trace, parameters, B }: Run, chain: number): Record<string, unknown> {
  const { readoutRows } = trace.sequences[0]!;
  const rows = rowsWithNorms(readoutRows.length);
  const paths = Array.from({ length: B }, (_, b) => new Jacobians(trace, parameters, chain, b));
  const { start, end } = spanOf(paths[0]!, chain);
  const T = end - start;
  const norms = new Float64Array(rows.length * T * B);
  const initial = new Float64Array(rows.length * B);
  rows.forEach((r, k) => {
    paths.forEach((path, b) => {
      const found = path.lossToStates(readoutRows[r]!, 1 / B);
      initial[k * B + b] = found[start]!;
      for (let n = start + 1; n <= end; n++) norms[(k * T + path.steps[n - 1]!.row - 1) * B + b] = found[n]!;
    });
  });
  return { rows, norm: nest(norms, batched([rows.length, T], B)), initial: nest(initial, batched([rows.length], B)) };
}

/** Norms of ∂h_end/∂h_k from the decoder's last state to the encoder's states, other parts of the state held fixed. */
export function crossJacobianOf({ trace, parameters, B }: Run): Record<string, unknown> {
  const encoder = 0;
  const T = trace.sequences[0]!.lengths[0];
  const norms = new Norms([T], B);
  const initial = new Norms([], B);
  for (let b = 0; b < B; b++) {
    const jacobians = new Jacobians(trace, parameters, encoder, b);
    const [h] = jacobians.partsOf(encoder);
    for (const { n, product } of walk(jacobians, jacobians.steps.length, 0)) {
      if (n > T) continue;
      const block = jacobians.block(product, h!);
      if (n > 0) norms.set(n - 1, b, block, h!.size);
      else initial.set(0, b, block, h!.size);
    }
  }
  return { ...norms.nested, initial: initial.nested };
}
