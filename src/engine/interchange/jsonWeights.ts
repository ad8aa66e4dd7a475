// Weights as JSON: what the network is, and each tensor as nested lists under PyTorch's name for it. Every number in the fewest digits that give it back.
import type { Model } from '../model.ts';
import { countOf, isShape, type NamedTensor } from './tensor.ts';

const format = 'unrolled-weights';

/** JSON has no word for what is not a finite number; so these stand there as texts. */
const names: Readonly<Record<string, number>> = { NaN, Infinity, '-Infinity': -Infinity };

const numberText = (value: number): string => (Object.is(value, -0) ? '-0' : Number.isFinite(value) ? String(value) : `"${value}"`);

/** A tensor as nested lists; its last side in one line. */
function nested(shape: readonly number[], data: Float64Array): string {
  if (shape.length === 0) return numberText(data[0]!);
  if (shape.length === 1) return `[${Array.from(data, numberText).join(', ')}]`;
  const size = countOf(shape.slice(1));
  return `[\n${Array.from({ length: shape[0]! }, (_, k) => `      ${nested(shape.slice(1), data.subarray(k * size, (k + 1) * size))}`).join(',\n')}\n    ]`;
}

/** The text of a JSON file. */
export function writeJsonWeights(model: Model, tensors: readonly NamedTensor[]): string {
  const all = tensors.map(({ name, shape, data }) => `    ${JSON.stringify(name)}: ${nested(shape, data)}`);
  return `{\n  "format": "${format}",\n  "model": ${JSON.stringify(model)},\n  "tensors": {\n${all.join(',\n')}\n  }\n}\n`;
}

/** Its tensors again. Throws an `Error` that says what was seen and what is expected. */
export function readJsonWeights(text: string): NamedTensor[] {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    throw new Error('This file begins as JSON, but is damaged: it is no JSON to its end.');
  }
  if (!isRecord(content) || content.format !== format || !isRecord(content.tensors)) {
    throw new Error(`This JSON holds no weights: an object is expected that says "format": "${format}" and has "tensors" by their names.`);
  }
  return Object.entries(content.tensors).map(([name, lists]) => tensorOf(name, lists));
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Deeper than any tensor of a network. */
const deepest = 8;

function tensorOf(name: string, lists: unknown): NamedTensor {
  const shape: number[] = [];
  for (let first = lists; Array.isArray(first); first = (first as readonly unknown[])[0]) {
    shape.push(first.length);
    if (shape.length > deepest) throw new Error(`"${name}" has lists more than ${deepest} deep within each other, but a matrix has two.`);
  }
  if (!isShape(shape)) throw new Error(`"${name}" has no shape.`);
  const data: number[] = [];
  gather(name, lists, shape, data);
  return { name, shape, data: Float64Array.from(data) };
}

/** The numbers of nested lists, all of one shape. */
function gather(name: string, value: unknown, [side, ...rest]: readonly number[], into: number[]): void {
  if (side === undefined) {
    const number = typeof value === 'string' ? names[value] : value;
    if (typeof number !== 'number') throw new Error(`"${name}" holds ${JSON.stringify(value)?.slice(0, 40) ?? 'nothing'} where a number is expected.`);
    into.push(number);
    return;
  }
  if (!Array.isArray(value) || value.length !== side) throw new Error(`The rows of "${name}" are not all of one length: ${side} numbers are expected in each.`);
  for (const each of value as readonly unknown[]) gather(name, each, rest, into);
}
