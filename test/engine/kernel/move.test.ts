import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnSums, gather, scatter, transpose } from '../../../src/engine/kernel/move.ts';
import type { FunctionWriter } from '../../../src/engine/kernel/function.ts';
import { i32 } from '../../../src/engine/kernel/instructions.ts';
import { transpose as turned } from '../../../src/engine/math/linear.ts';
import { stream } from '../../../src/engine/math/random.ts';
import { running, type Running } from './run.ts';

/** Runs what `write` writes on a memory full of random numbers. */
function after(write: (f: FunctionWriter) => void, begin: (memory: Running) => void = () => {}): { before: Float64Array; doubles: Float64Array } {
  const memory = running((module) => module.procedure('move', {}, (f) => write(f)));
  const random = stream(1, 'move');
  for (let i = 0; i < memory.doubles.length; i++) memory.doubles[i] = random.normal();
  begin(memory);
  const before = memory.doubles.slice();
  memory.exports.move!();
  return { before, doubles: memory.doubles };
}

/** Which numbers are not as they were. */
const changed = (before: Float64Array, doubles: Float64Array): number[] =>
  [...before.keys()].filter((i) => !Object.is(before[i], doubles[i]));

const FROM = 1000;
const TO = 4000;
const size = fc.integer({ min: 1, max: 21 });

describe('moving numbers', () => {
  it('turns matrices round, and touches nothing beside them', () => {
    fc.assert(
      fc.property(size, size, (rows, columns) => {
        const { before, doubles } = after((f) => transpose(f, { at: FROM * 8, row: columns }, rows, columns, { at: TO * 8, row: rows }));
        expect(doubles.slice(TO, TO + rows * columns)).toEqual(turned(before.slice(FROM, FROM + rows * columns), rows, columns));
        expect(changed(before, doubles).every((i) => i >= TO && i < TO + rows * columns)).toBe(true);
      }),
      { seed: 1, numRuns: 60 },
    );
  });

  it('gathers rows by a table, and scatters them back', () => {
    const table = [4, 0, 2];
    for (const width of [1, 4, 5]) {
      const tableAt = 64;
      const begin = ({ doubles }: Running): void => new Int32Array(doubles.buffer, tableAt, 3).set(table);
      const from = { at: FROM * 8, row: width + 1 };
      const to = { at: TO * 8, row: width };
      const row = (numbers: Float64Array, at: number, k: number, stride: number): Float64Array => numbers.slice(at + k * stride, at + k * stride + width);

      const gathered = after((f) => gather(f, 3, i32.const(tableAt), width, from, to), begin);
      table.forEach((k, r) => expect(row(gathered.doubles, TO, r, width)).toEqual(row(gathered.before, FROM, k, width + 1)));
      expect(changed(gathered.before, gathered.doubles).length).toBe(3 * width);

      const scattered = after((f) => scatter(f, 3, i32.const(tableAt), width, to, from), begin);
      table.forEach((k, r) => expect(row(scattered.doubles, FROM, k, width + 1)).toEqual(row(scattered.before, TO, r, width)));

      const added = after((f) => scatter(f, 3, i32.const(tableAt), width, to, from, 'add'), begin);
      const sums = table.map((k, r) => row(added.before, FROM, k, width + 1).map((x, i) => x + added.before[TO + r * width + i]!));
      table.forEach((k, r) => expect(row(added.doubles, FROM, k, width + 1)).toEqual(sums[r]));
    }
  });

  it('adds up columns to what stands there', () => {
    fc.assert(
      fc.property(fc.nat(9), size, fc.nat(2), (rows, columns, gap) => {
        const { before, doubles } = after((f) => columnSums(f, rows, columns, { at: FROM * 8, row: columns + gap }, TO * 8));
        const sums = Float64Array.from({ length: columns }, (_, c) => {
          let sum = before[TO + c]!;
          for (let r = 0; r < rows; r++) sum += before[FROM + r * (columns + gap) + c]!;
          return sum;
        });
        expect(doubles.slice(TO, TO + columns)).toEqual(sums);
        expect(changed(before, doubles).every((i) => i >= TO && i < TO + columns)).toBe(true);
      }),
      { seed: 1, numRuns: 60 },
    );
  });
});
