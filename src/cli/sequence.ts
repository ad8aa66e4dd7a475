// The answer to a sequence case, computed by the engine: read-outs, chains, gradients, and how the two ends of an
// encoder–decoder hang together (test/golden/README.md, sections 4.5 to 4.9).
import { norm } from '../engine/math/linear.ts';
import { slotOf } from '../engine/network.ts';
import { afterOf } from './after.ts';
import { examplesOf } from './examples.ts';
import { chainOf } from './chain.ts';
import { freeRunningOf } from './freeRunning.ts';
import { crossJacobianOf } from './jacobians.ts';
import { byName, nest } from './nest.ts';
import { rowsOf, runOf, type Block, type Run } from './run.ts';
import type { SequenceCase } from './schema.ts';
import { settingOf } from './setting.ts';
import { trainableOf } from './trainable.ts';

export const nested = ({ flat, shape }: Block) => nest(flat, shape);

/** The answer to a sequence case. Throws in words where the case is malformed. */
export function sequenceOf(given: SequenceCase): Record<string, unknown> {
  const setting = settingOf(given.config, given);
  const examples = examplesOf(setting, given, given.config);
  return { expected: expectedOf(runOf(setting, examples), given.tokens?.outputVocab), after: afterOf(() => trainableOf(setting, examples)) };
}

function expectedOf(run: Run, words: readonly string[] | undefined): Record<string, unknown> {
  const { trace, network: { program }, named } = run;
  const [own, other] = program.chains.filter(({ input }, k, all) => all.findIndex((each) => each.input === input) === k)
    .map(({ input }) => program.slots[input]!.symbol);
  const freeRunning = freeRunningOf(run, words);
  return {
    readout: readoutOf(run),
    chains: Object.fromEntries(program.chains.map(({ id }, chain) => [id, chainOf(run, chain)])),
    grads: byName(named, trace.parameterGradients),
    gradNorm: norm(trace.parameterGradients),
    dL_dx: nested(rowsOf(run, own!, 'gradients')),
    ...(other === undefined ? {} : { dL_dxDecoder: nested(rowsOf(run, other, 'gradients')), crossJacobian: crossJacobianOf(run) }),
    ...(freeRunning ? { freeRunning } : {}),
  };
}

function readoutOf(run: Run): Record<string, unknown> {
  const { trace, pass, B, network: { program } } = run;
  const rows = trace.sequences[0]!.readoutRows;
  const losses = rowsOf(run, 'L', 'values', rows).flat;
  return {
    logits: nested(rowsOf(run, 'y', 'values', rows)),
    probs: slotOf(program, 'p') ? nested(rowsOf(run, 'p', 'values', rows)) : null,
    stepLoss: rows.map((_, r) => losses.subarray(r * B, (r + 1) * B).reduce((total, each) => total + each, 0) / B),
    loss: pass.totalLoss(),
    dL_dlogits: nested(rowsOf(run, 'y', 'gradients', rows)),
  };
}
