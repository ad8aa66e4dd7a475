// Numbers, tensors and sequences as Python writes them. Every float64 in the fewest digits that give it back, 17 at most.
import { hasMemory, startingChains, type InitialStates, type Rows, type ScriptDescription, type ScriptExample } from './description.ts';
import { countOf, type NamedTensor } from './tensor.ts';
import type { Model } from '../model.ts';

/** A number that Python's float() reads as the same float64. */
function pythonNumber(value: number): string {
  if (Object.is(value, -0)) return '-0.0';
  return Number.isFinite(value) ? String(value) : `float('${Number.isNaN(value) ? 'nan' : value > 0 ? 'inf' : '-inf'}')`;
}

/** A text in quotes. */
const pythonText = (text: string): string => (/^[\w. -]*$/.test(text) ? `'${text}'` : JSON.stringify(text));

const pythonList = (values: ArrayLike<number>): string => `[${Array.from(values, pythonNumber).join(', ')}]`;

/** A tensor as nested lists, one line for every last side; `indent` is that of its first line. */
function pythonTensor({ shape, data }: Pick<NamedTensor, 'shape' | 'data'>, indent: string): string {
  if (shape.length === 0) return pythonNumber(data[0]!);
  if (shape.length === 1) return pythonList(data);
  const [sides, size] = [shape.slice(1), countOf(shape.slice(1))];
  const rows = Array.from({ length: shape[0]! }, (_, k) => pythonTensor({ shape: sides, data: data.subarray(k * size, (k + 1) * size) }, `${indent}    `));
  return `[\n${rows.map((row) => `${indent}    ${row},\n`).join('')}${indent}]`;
}

const rowTensor = (rows: Rows): Pick<NamedTensor, 'shape' | 'data'> =>
  ({ shape: [rows.length, rows[0]?.length ?? 0], data: Float64Array.from(rows.flat()) });

/** Python's function for rows that are one-hot, which would be long to write out. */
const oneHotFunction = `
def one_hot(indices, size):
    """A row for each index: 1 at that place and 0 elsewhere; only zeros for -1."""
    return [[float(k == index) for k in range(size)] for index in indices]
`;

const isOneHot = (rows: Rows): boolean =>
  (rows[0]?.length ?? 0) > 1 && rows.every((row) => row.every((value) => Object.is(value, 0) || value === 1) && row.reduce((sum, value) => sum + value, 0) <= 1);

function pythonRows(rows: Rows, indent: string): string {
  if (!isOneHot(rows)) return pythonTensor(rowTensor(rows), indent);
  return `one_hot(${pythonList(rows.map((row) => row.indexOf(1)))}, ${rows[0]!.length})`;
}

/** One row a direction; nothing where all begin at zeros. */
function pythonStates(model: Model, states: InitialStates | undefined, indent: string): string | undefined {
  const zeros = Array.from({ length: model.hiddenSize }, () => 0);
  const rows = startingChains(model).map((chain) => states?.[chain] ?? zeros);
  return rows.flat().every((value) => value === 0) ? undefined : pythonTensor(rowTensor(rows), indent);
}

function pythonSequence(model: Model, { inputs, decoderInputs, targets, h0, c0 }: ScriptExample): string {
  const indent = '        ';
  const isClass = model.loss === 'cross_entropy';
  const shape = [targets.length / model.outputSize, model.outputSize];
  const entries: readonly (readonly [string, string | undefined])[] = [
    ['x', pythonRows(inputs, indent)],
    ['decoder_x', decoderInputs && pythonRows(decoderInputs, indent)],
    ['targets', isClass ? pythonList(targets) : pythonTensor({ shape, data: Float64Array.from(targets) }, indent)],
    ['h0', pythonStates(model, h0, indent)],
    ['c0', hasMemory(model) ? pythonStates(model, c0, indent) : undefined],
  ];
  return `    {\n${entries.map(([name, text]) => (text === undefined ? '' : `${indent}'${name}': ${text},\n`)).join('')}    },\n`;
}

/** `SEQUENCES = […]`, with what it needs before it. */
export function pythonSequences({ model, examples }: ScriptDescription): string {
  const needsOneHot = examples.some(({ inputs, decoderInputs }) => isOneHot(inputs) || (decoderInputs !== undefined && isOneHot(decoderInputs)));
  const list = `SEQUENCES = [\n${examples.map((example) => pythonSequence(model, example)).join('')}]\n`;
  return needsOneHot ? `${oneHotFunction}\n\n${list}` : list;
}

const readers = {
  npz: `
def read_weights(path):
    with np.load(path) as file:
        return {name: file[name] for name in file.files}
`,
  // A few lines instead of the package: the format is simple, and one dependency less.
  safetensors: `
def read_weights(path):
    data = path.read_bytes()
    start = 8 + int.from_bytes(data[:8], 'little')
    header = json.loads(data[8:start])
    header.pop('__metadata__', None)
    weights = {}
    for name, entry in header.items():
        begin, end = (start + offset for offset in entry['data_offsets'])
        numbers = np.frombuffer(data[begin:end], {'F64': '<f8', 'F32': '<f4'}[entry['dtype']])
        weights[name] = numbers.reshape(entry['shape'])
    return weights
`,
} as const;

/** `WEIGHTS = {…}` by name, from the file beside the script or written out. The script imports json, Path and NumPy as np. */
export function pythonWeights(tensors: Iterable<NamedTensor>, weightsFile: string | undefined): string {
  if (weightsFile !== undefined) {
    const reader = readers[weightsFile.endsWith('.npz') ? 'npz' : 'safetensors'];
    return `${reader}\n\nWEIGHTS = read_weights(Path(__file__).with_name(${pythonText(weightsFile)}))\n`;
  }
  const entries = Array.from(tensors, (tensor) => `    ${pythonText(tensor.name)}: ${pythonTensor(tensor, '    ')},\n`);
  return `WEIGHTS = {\n${entries.join('')}}\n`;
}
