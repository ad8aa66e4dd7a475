// The `freeRunning` of a case: what the network puts out when each class that it chooses is its next input, greedily.
import { freeRun } from '../engine/run/generate.ts';
import { decoderInputSizeOf } from '../engine/network.ts';
import { nest } from './nest.ts';
import { rowsOf, type Run } from './run.ts';

/**
 * For one sequence of classes whose one-hot vectors can be inputs, with an output at every step and none that waits for the
 * end of the sequence; null for any other, and where scores that are no numbers leave nothing to choose by.
 */
export function freeRunningOf(run: Run, words: readonly string[] | undefined): Record<string, unknown> | null {
  const { network, parameters, trace, B, topology, initialStates } = run;
  const { model } = network;
  const fed = topology === 'encoder-decoder' ? decoderInputSizeOf(model) : model.inputSize;
  const isSingle = topology === 'many-to-one' || topology === 'one-to-one' || model.bidirectional === true;
  if (B > 1 || isSingle || model.loss !== 'cross_entropy' || fed !== model.outputSize) return null;
  const free = freeRun(network, parameters, trace.example, { initialStates });
  const argmax = Array.from(free.choices);
  if (argmax.includes(-1)) return null;
  const own: Run = { ...run, trace: free.trace };
  const rows = trace.sequences[0]!.readoutRows;
  const [logits, probs] = ['y', 'p'].map((symbol) => rowsOf(own, symbol, 'values', rows));
  return {
    argmax,
    logits: nest(logits!.flat, logits!.shape),
    probs: nest(probs!.flat, probs!.shape),
    ...(words?.length === model.outputSize ? { tokens: argmax.map((index) => words[index]) } : {}),
  };
}
