// Flat buffers as the nested arrays of the reference schema.
import type { Network } from '../engine/network.ts';

/** Row-major numbers as `rows` arrays of `columns`. */
export function nest(flat: Float64Array, columns: number): number[][] {
  return Array.from({ length: flat.length / columns }, (_, row) => Array.from(flat.subarray(row * columns, (row + 1) * columns)));
}

/** A buffer laid out as the parameters, by PyTorch's names: matrices nested, biases flat. */
export function byName(network: Network, buffer: Float64Array): Record<string, number[] | number[][]> {
  return Object.fromEntries(
    network.program.parameters.map(({ torch, rows, columns, offset, role }) => {
      const flat = buffer.slice(offset, offset + rows * columns);
      return [torch, role === 'bias' ? Array.from(flat) : nest(flat, columns)];
    }),
  );
}
