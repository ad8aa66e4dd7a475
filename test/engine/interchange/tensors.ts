// Random tensors for properties: any names, shapes from a single number to three sides, any float64.
import fc from 'fast-check';
import { countOf, type NamedTensor, type Precision } from '../../../src/engine/interchange/tensor.ts';

const shapes = fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 3 });
const names = fc.oneof(
  fc.constantFrom('weight_ih_l0', 'fc.bias', 'encoder.weight_hh_l0', '7', 'ü Ω', '__proto__'),
  fc.string({ minLength: 1, maxLength: 12, unit: 'binary' }),
).filter((name) => name !== '__metadata__' && !name.startsWith('\ufeff'));

const numbersOf = (precision: Precision): fc.Arbitrary<number> => (precision === 'float64' ? fc.double() : fc.float());

/** Up to five tensors of different names. */
export const tensorsOf = (precision: Precision): fc.Arbitrary<NamedTensor[]> =>
  fc.uniqueArray(
    fc.tuple(names, shapes).chain(([name, shape]) => {
      const count = countOf(shape);
      return fc
        .array(numbersOf(precision), { minLength: count, maxLength: count })
        .map((data): NamedTensor => ({ name, shape, data: Float64Array.from(data) }));
    }),
    { maxLength: 5, selector: ({ name }) => name },
  );

export const tensor = (name: string, shape: readonly number[], data: readonly number[]): NamedTensor => ({ name, shape, data: Float64Array.from(data) });

/** In one order, whatever the file's. */
export const sorted = (tensors: readonly NamedTensor[]): NamedTensor[] => tensors.toSorted(({ name: a }, { name: b }) => (a < b ? -1 : 1));

/** "read", or the error in words. */
export function outcomeOf(read: () => unknown): string {
  try {
    read();
    return 'read';
  } catch (error) {
    return String(error);
  }
}
