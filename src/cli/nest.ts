// Flat buffers as the nested arrays of the reference schema, and as digests where they would be very long.
import type { Network } from '../engine/network.ts';
import { digestOf, type Digest } from './digest.ts';

export type Nested = number | readonly Nested[];

/** Arrays of more numbers than this are printed as digests, where the schema allows them: about 5 MB of text. */
export const longest = 250_000;

/** Row-major numbers as nested arrays of that shape. The shape [] is that of one number. */
export function nest(flat: Float64Array, shape: readonly number[]): Nested {
  const [count, ...inner] = shape;
  if (count === undefined) return flat[0]!;
  if (inner.length === 0) return Array.from(flat);
  const size = flat.length / count;
  return Array.from({ length: count }, (_, k) => nest(flat.subarray(k * size, (k + 1) * size), inner));
}

/** As `nest`, or a digest of a long array. */
export const nestOrDigest = (flat: Float64Array, shape: readonly number[]): Nested | Digest =>
  flat.length > longest ? digestOf([flat], shape) : nest(flat, shape);

/** The axes around a batch: it has one of its own only where there is more than one sequence. */
export const batched = (before: readonly number[], B: number, ...after: readonly number[]): number[] =>
  [...before, ...(B === 1 ? [] : [B]), ...after];

/** A parameter under PyTorch's name. The blocks of a cell's gates are one parameter there, and stand together in the buffer. */
export interface NamedParameter {
  readonly name: string;
  readonly offset: number;
  readonly shape: readonly number[];
}

/** The parameters of a network by PyTorch's names: matrices [rows, columns], biases [rows]. */
export function namedParameters(network: Network): NamedParameter[] {
  const found = new Map<string, { name: string; offset: number; rows: number; columns: number; isBias: boolean }>();
  for (const { torch: name, rows, columns, offset, role } of network.program.parameters) {
    const known = found.get(name);
    if (known) known.rows += rows;
    else found.set(name, { name, offset, rows, columns, isBias: role === 'bias' });
  }
  return [...found.values()].map(({ name, offset, rows, columns, isBias }) =>
    ({ name, offset, shape: isBias ? [rows] : [rows, columns] }));
}

const sizeOf = (shape: readonly number[]): number => shape.reduce((product, size) => product * size, 1);

/** A buffer laid out as the parameters, by name; long ones as digests if `may` says so. */
export function byName(parameters: readonly NamedParameter[], buffer: Float64Array, may: 'whole' | 'digest' = 'whole'): Record<string, Nested | Digest> {
  const write = may === 'whole' ? nest : nestOrDigest;
  return Object.fromEntries(parameters.map(({ name, offset, shape }) =>
    [name, write(buffer.subarray(offset, offset + sizeOf(shape)), shape)]));
}
