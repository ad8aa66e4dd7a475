// A named tensor, the form in which weights travel between frameworks: a name, a shape, and float64 numbers row by row.

/**
 * One entry of a state_dict. `shape` is [] for a single number, [n] for a vector, [rows, columns] for a matrix; `data` has as
 * many numbers as the shape says, the last side running fastest.
 */
export interface NamedTensor {
  readonly name: string;
  readonly shape: readonly number[];
  readonly data: Float64Array;
}

/** How the numbers of a file are kept: 8 bytes each, as here, or 4. */
export type Precision = 'float64' | 'float32';

/** How many numbers a shape holds. */
export const countOf = (shape: readonly number[]): number => shape.reduce((product, side) => product * side, 1);

/** "3 × 4", "5 numbers", "a single number". */
export function shapeInWords(shape: readonly number[]): string {
  if (shape.length === 0) return 'a single number';
  return shape.length === 1 ? `${shape[0]} number${shape[0] === 1 ? '' : 's'}` : shape.join(' × ');
}

export const isSameShape = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((side, k) => side === b[k]);

/** Whether a value from a file is a shape: whole numbers from 0. */
export const isShape = (value: unknown): value is number[] =>
  Array.isArray(value) && value.every((side) => Number.isSafeInteger(side) && side >= 0);

/** Throws an `Error` in words where two tensors have one name, or one has more or fewer numbers than its shape. */
export function checkTensors(tensors: readonly NamedTensor[]): void {
  const seen = new Set<string>();
  for (const { name, shape, data } of tensors) {
    if (seen.has(name)) throw new Error(`Two tensors are called "${name}"; each name stands once.`);
    seen.add(name);
    // Readers of text take a byte order mark away, so such a name would come back as another one.
    if (name.startsWith('\ufeff')) throw new Error(`A tensor's name begins with a letter that is seen, but that of "${name.slice(1)}" begins with an invisible byte order mark.`);
    if (!isShape(shape)) throw new Error(`The shape of "${name}" is made of whole numbers from 0, but it is [${shape.join(', ')}].`);
    if (data.length !== countOf(shape)) {
      throw new Error(`The shape of "${name}" is ${shapeInWords(shape)}, which takes ${countOf(shape)} numbers, but it has ${data.length}.`);
    }
  }
}
