// What is taken away of one network, as the bytes or the text of a file, with its first lines: weights, scripts for other frameworks, all numbers of a pass.
import { rowsOf } from '../interchange/description.ts';
import { writeJsonWeights } from '../interchange/jsonWeights.ts';
import { kerasScript } from '../interchange/kerasScript.ts';
import { writeNpz } from '../interchange/npz.ts';
import { pytorchScript } from '../interchange/pytorchScript.ts';
import { writeSafetensors } from '../interchange/safetensors.ts';
import { stateDictOf } from '../interchange/stateDict.ts';
import { shapeInWords, type NamedTensor, type Precision } from '../interchange/tensor.ts';
import { traceCsv, traceJson, type Tokens } from '../interchange/traceTable.ts';
import { utf8 } from '../interchange/utf8.ts';
import type { Example, Model } from '../model.ts';
import { createNetwork, decoderInputSizeOf, type Network } from '../network.ts';
import { Pass } from '../run/pass.ts';
import { createTrace } from '../run/trace.ts';

export type WeightsFormat = 'safetensors' | 'npz' | 'json';
export type Framework = 'pytorch' | 'keras';

/** What is wanted of a network. */
export type Wish =
  | { readonly kind: 'weights'; readonly format: WeightsFormat; /** Not for JSON, which has all digits. */ readonly precision: Precision }
  | { readonly kind: 'script'; readonly framework: Framework; readonly example: Example; /** A file of weights beside the script; they stand in it where left out. */ readonly weightsFile?: string | undefined }
  | { readonly kind: 'trace'; readonly format: 'csv' | 'json'; readonly example: Example; readonly tokens: Tokens };

export type PackInput = Wish & { readonly model: Model; readonly parameters: Float64Array };

/** A file that is ready to be saved. */
export interface Packed {
  readonly bytes: Uint8Array;
  /** Its first lines; of a file that is no text, what is in it. */
  readonly head: readonly string[];
}

/** Lines of a head. */
const headLines = 14;

/** Pauses between pieces. Throws an `Error` in words where the framework has no such cell, or a sequence does not fit. */
export function* pack(input: PackInput): Generator<null, Packed> {
  const network = createNetwork(input.model);
  if (input.kind === 'trace') return yield* packTrace(network, input);
  const tensors = stateDictOf(network, input.parameters);
  return input.kind === 'weights' ? packWeights(tensors, input) : packScript(tensors, input);
}

/** Pieces are gathered until they are worth a pause. */
const pieceLength = 100_000;

function* packTrace(network: Network, { format, example, tokens, parameters, model }: Extract<PackInput, { kind: 'trace' }>): Generator<null, Packed> {
  const trace = createTrace(network, example);
  const pass = new Pass(trace, parameters);
  pass.forward();
  pass.backward();
  yield null;
  const about = { format: 'unrolled-trace', model, loss: pass.totalLoss(), tokens };
  const pieces: string[] = [];
  let length = 0;
  for (const piece of format === 'csv' ? traceCsv(trace, parameters, tokens) : traceJson(trace, parameters, tokens, about)) {
    pieces.push(piece);
    length += piece.length;
    if (length < pieceLength) continue;
    length = 0;
    yield null;
  }
  return textFile(pieces.join(''));
}

/** Its bytes are made here, so that the page has nothing to do with a long text. */
const textFile = (text: string): Packed => ({ bytes: utf8(text), head: firstLines(text) });

/** The first lines, without going through all of a long text. */
function firstLines(text: string): string[] {
  const lines: string[] = [];
  for (let from = 0; lines.length < headLines && from < text.length; ) {
    const end = text.indexOf('\n', from);
    lines.push(text.slice(from, end < 0 ? text.length : end));
    from = end < 0 ? text.length : end + 1;
  }
  return lines;
}

function packWeights(tensors: readonly NamedTensor[], { model, format, precision }: Extract<PackInput, { kind: 'weights' }>): Packed {
  if (format === 'json') return textFile(writeJsonWeights(model, tensors));
  const bytes = format === 'npz' ? writeNpz(tensors, { precision }) : writeSafetensors(tensors, { precision, metadata: { model: JSON.stringify(model) } });
  return { bytes, head: tensors.slice(0, headLines).map(({ name, shape }) => `${name}  ${shapeInWords(shape)}  ${precision}`) };
}

const scripts: Readonly<Record<Framework, typeof pytorchScript>> = { pytorch: pytorchScript, keras: kerasScript };

function packScript(tensors: readonly NamedTensor[], { model, framework, example, weightsFile }: Extract<PackInput, { kind: 'script' }>): Packed {
  const { inputs, decoderInputs, targets } = example;
  const described = {
    inputs: rowsOf(inputs, model.inputSize), targets,
    ...(decoderInputs && { decoderInputs: rowsOf(decoderInputs, decoderInputSizeOf(model)) }),
  };
  return textFile(scripts[framework]({ model, tensors, examples: [described], ...(weightsFile !== undefined && { weightsFile }) }));
}
