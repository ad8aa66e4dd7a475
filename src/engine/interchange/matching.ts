// Tensors of a file against the tensors that are expected: by name and shape, with every difference told at once.
import { checkTensors, isSameShape, shapeInWords, type NamedTensor } from './tensor.ts';

interface ExpectedTensor {
  readonly name: string;
  readonly shape: readonly number[];
  /** Whether it may be missing. */
  readonly isOptional?: boolean;
}

/** Names under which a network's layer stands inside a PyTorch module, or inside another's wrapping of that module. */
const wrappings: ReadonlySet<string> = new Set(['rnn', 'lstm', 'gru', 'model', 'module', '_orig_mod']);

/** "lstm.weight_ih_l0" → "weight_ih_l0", "encoder.rnn.bias_hh_l0" → "encoder.bias_hh_l0". */
const bareName = (name: string): string => name.split('.').filter((part) => !wrappings.has(part)).join('.');

/** A message lists this many of each kind; a file of another network may have hundreds. */
const mostListed = 12;

function list(heading: string, items: readonly string[]): string[] {
  if (items.length === 0) return [];
  const rest = items.length - mostListed;
  return [`${heading}: ${items.slice(0, mostListed).join('; ')}${rest > 0 ? `; and ${rest} more` : ''}.`];
}

/**
 * The tensor of each expected name; those that may be missing, and are, are not in the map. Throws one `Error` in words with
 * every tensor that is missing, unexpected, there twice, or of another shape.
 */
export function matchTensors(expected: readonly ExpectedTensor[], tensors: readonly NamedTensor[]): Map<string, NamedTensor> {
  checkTensors(tensors);
  const known = new Map(expected.map((each) => [each.name, each]));
  const found = new Map<string, NamedTensor>();
  const [unexpected, twice, misshapen]: [string[], string[], string[]] = [[], [], []];
  for (const tensor of tensors) {
    const name = known.has(tensor.name) ? tensor.name : bareName(tensor.name);
    const wanted = known.get(name);
    const other = found.get(name);
    if (!wanted) unexpected.push(`${tensor.name} (${shapeInWords(tensor.shape)})`);
    else if (other) twice.push(`${other.name} and ${tensor.name}`);
    else {
      found.set(name, tensor);
      if (!isSameShape(tensor.shape, wanted.shape)) {
        const isTurned = tensor.shape.length === 2 && isSameShape(tensor.shape.toReversed(), wanted.shape);
        misshapen.push(`${tensor.name} is ${shapeInWords(tensor.shape)} instead of ${shapeInWords(wanted.shape)}${isTurned ? ' (its rows are the columns)' : ''}`);
      }
    }
  }
  const missing = expected
    .filter(({ name, isOptional }) => isOptional !== true && !found.has(name))
    .map(({ name, shape }) => `${name} (${shapeInWords(shape)})`);
  const words = [
    ...list('Missing', missing),
    ...list('Of another shape', misshapen),
    ...list('Not expected', unexpected),
    ...list('There twice', twice),
  ];
  if (words.length > 0) throw new Error(['These weights do not fit the network, so nothing was changed.', ...words].join('\n'));
  return found;
}
