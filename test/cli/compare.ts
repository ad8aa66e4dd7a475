// Compares an answer with a case of the reference schema, at the tolerances that the schema states (test/golden/README.md,
// sections 3 and 9).
import { digestOf, type Digest } from '../../src/cli/digest.ts';

export interface Tolerance {
  readonly atol: number;
  readonly rtol: number;
  readonly rowRel: number | null;
}

interface Tally {
  compared: number;
  readonly failures: string[];
}

/** Quantities of which each row must also agree relative to its own largest entry. A row is the innermost array … */
const byRow = /(\.|^)(dL_dh|dL_dc|dL_dx|dL_dxDecoder|dL_dh0|dL_dc0|dL_dpre(\.\w+)?)(\[|$)/;
/** … or the whole matrix of a time step … */
const byMatrix = /(\.dWhhContrib|\.jac\.\w+\.local\.matrix)(\[|$)/;
/** … or each number by itself. */
const byNumber = /(\.jac\.\w+\.(local|toFinal)\.(spectral|fro|initial)|\.dLt_dhk\.(norm|initial)|crossJacobian|dWhhContribFro)/;

/** Everything in `expected` must be in `answer` and agree. Returns how many numbers were compared, and what does not agree. */
export function compare(answer: unknown, expected: unknown, tolerance: Tolerance): Tally {
  const tally: Tally = { compared: 0, failures: [] };
  walk(answer, expected, '', tolerance, tally);
  return tally;
}

function walk(answer: unknown, expected: unknown, path: string, tolerance: Tolerance, tally: Tally): void {
  if (typeof expected === 'number') return compareNumber(answer, expected, path, tolerance, tally);
  if (expected === null || typeof expected !== 'object') {
    if (answer !== expected) tally.failures.push(`${path}: ${JSON.stringify(answer)} instead of ${JSON.stringify(expected)}`);
    return;
  }
  if (answer === null || typeof answer !== 'object') {
    tally.failures.push(`${path}: missing`);
    return;
  }
  if (isDigest(expected) || isDigest(answer)) return compareDigests(digested(answer), digested(expected), path, tally);
  if (Array.isArray(expected)) {
    if (!Array.isArray(answer) || answer.length !== expected.length) {
      tally.failures.push(`${path}: ${Array.isArray(answer) ? answer.length : 'no'} entries instead of ${expected.length}`);
      return;
    }
    const isRow = expected.every((entry) => typeof entry === 'number') ? byRow.test(path) : false;
    const isMatrix = byMatrix.test(path) && depthOf(expected) === 2;
    if (isRow || isMatrix) compareRow(answer, expected, path, tolerance, tally);
    expected.forEach((entry, k) => walk(answer[k], entry, `${path}[${k}]`, tolerance, tally));
    return;
  }
  for (const [key, entry] of Object.entries(expected)) {
    walk((answer as Record<string, unknown>)[key], entry, `${path}.${key}`, tolerance, tally);
  }
}

const depthOf = (value: unknown): number => (Array.isArray(value) ? 1 + depthOf(value[0]) : 0);
const shapeOf = (value: unknown): number[] => (Array.isArray(value) ? [value.length, ...shapeOf(value[0])] : []);
const flat = (value: unknown): number[] => (value as unknown[]).flat(9) as number[];

const isDigest = (value: unknown): value is Digest =>
  typeof value === 'object' && value !== null && 'digest' in value && value.digest === true;

/** An array that is there whole stands for its digest. */
const digested = (value: unknown): Digest => (isDigest(value) ? value : digestOf([Float64Array.from(flat(value))], shapeOf(value)));

function compareDigests(answer: Digest, expected: Digest, path: string, tally: Tally): void {
  if (answer.shape.join() !== expected.shape.join()) {
    tally.failures.push(`${path}: shape [${answer.shape.join()}] instead of [${expected.shape.join()}]`);
    return;
  }
  const limit = 1e-10 * Math.max(1, expected.l2);
  for (const key of ['sum', 'l2', 'wsum', 'head', 'tail'] as const) {
    const wanted = [expected[key]].flat();
    const seen = [answer[key]].flat();
    tally.compared += wanted.length;
    if (!wanted.every((value, k) => Math.abs((seen[k] ?? NaN) - value) <= limit)) {
      tally.failures.push(`${path}: ${key} ${seen.join()} instead of ${wanted.join()}`);
    }
  }
}

function compareNumber(answer: unknown, expected: number, path: string, { atol, rtol, rowRel }: Tolerance, tally: Tally): void {
  tally.compared++;
  if (typeof answer !== 'number' || !(Math.abs(answer - expected) <= atol + rtol * Math.abs(expected))) {
    tally.failures.push(`${path}: ${String(answer)} instead of ${expected}`);
  } else if (rowRel !== null && byNumber.test(path) && Math.abs(expected) >= 1e-280) {
    if (!(Math.abs(answer - expected) <= rowRel * Math.abs(expected))) {
      tally.failures.push(`${path}: ${answer} instead of ${expected}, relatively`);
    }
  }
}

function compareRow(answer: unknown, expected: unknown, path: string, { rowRel }: Tolerance, tally: Tally): void {
  if (rowRel === null) return;
  const seen = flat(answer);
  const wanted = flat(expected);
  const size = Math.max(...wanted.map(Math.abs));
  if (size < 1e-280) return;
  const worst = Math.max(...wanted.map((value, k) => Math.abs(value - (seen[k] ?? NaN))));
  if (!(worst <= rowRel * size)) tally.failures.push(`${path}: differs by ${worst / size} of the row's largest entry`);
}
