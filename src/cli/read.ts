// Nested lists of numbers from a file, of a known shape, as one flat float64 array; what does not fit is said in one line.

/** Number of entries along one axis of a nested list, and where the file says so: `config.hiddenSize`. */
export interface Axis {
  readonly size: number;
  readonly from: string;
}

/** The sentence for a field that is not what it should be: names the field, what was seen and what is expected. */
export function refusal(path: string, seen: unknown, expected: string): Error {
  if (seen === undefined) return new Error(`${path} is missing: ${expected} is expected.`);
  const text = Array.isArray(seen) ? `a list of ${seen.length}` : typeof seen === 'number' ? `${seen}` : (JSON.stringify(seen) ?? typeof seen);
  return new Error(`${path} is ${text.length > 60 ? `${text.slice(0, 60)}…` : text}, but ${expected} is expected.`);
}

/**
 * The numbers of a nested list with these axes, outermost first, in the order of the file; with no axes, a number alone.
 * Throws in words at the first place where a list is missing, longer or shorter, or an entry is no finite number.
 */
export function numbersAt(value: unknown, path: string, axes: readonly Axis[]): Float64Array {
  const out: number[] = [];
  collect(value, path, axes, out);
  return Float64Array.from(out);
}

function collect(value: unknown, path: string, [axis, ...inner]: readonly Axis[], out: number[]): void {
  if (!axis) {
    if (typeof value !== 'number' || !Number.isFinite(value)) throw refusal(path, value, 'a finite number');
    out.push(value);
    return;
  }
  if (!Array.isArray(value)) throw refusal(path, value, `a list of ${axis.size} (${axis.from})`);
  if (value.length !== axis.size) {
    throw new Error(`${path} has ${value.length} ${value.length === 1 ? 'entry' : 'entries'}, but ${axis.size} ${axis.size === 1 ? 'is' : 'are'} expected (${axis.from}).`);
  }
  value.forEach((each: unknown, k) => collect(each, `${path}[${k}]`, inner, out));
}

/** As `numbersAt`, but every number is one of `count` positions, counted from 0; `from` says what has that many. */
export function positionsAt(value: unknown, path: string, axes: readonly Axis[], count: Axis): Float64Array {
  const found = numbersAt(value, path, axes);
  const wrong = found.findIndex((each) => !Number.isInteger(each) || each < 0 || each >= count.size);
  if (wrong < 0) return found;
  // The place in the file, from the place among all numbers.
  let rest = wrong;
  const place = axes.map((_, k) => {
    const below = axes.slice(k + 1).reduce((product, { size }) => product * size, 1);
    const index = Math.floor(rest / below);
    rest %= below;
    return `[${index}]`;
  });
  throw refusal(`${path}${place.join('')}`, found[wrong], `a whole number from 0 to ${count.size - 1} (${count.from} is ${count.size})`);
}

/** How many entries a list has. Throws in words where it is none, or empty. */
export function lengthAt(value: unknown, path: string): Axis {
  if (!Array.isArray(value)) throw refusal(path, value, 'a list');
  if (value.length === 0) throw new Error(`${path} has 0 entries, but at least 1 is expected.`);
  return { size: value.length, from: `the length of ${path}` };
}

/** The axis of the sequences, which is there only for more than one. */
export const batchAxis = (size: number): Axis[] => (size === 1 ? [] : [{ size, from: 'config.batch' }]);
