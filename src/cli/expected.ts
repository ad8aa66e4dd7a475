// The `expected` of a sequence case, computed by the engine: read-out, chain, Jacobians, gradients.
import { Jacobians, type MatrixNorms } from '../engine/jacobians.ts';
import { frobenius, norm } from '../engine/math/linear.ts';
import { spectralNorm } from '../engine/math/singular.ts';
import type { Network } from '../engine/network.ts';
import { Numbers } from '../engine/numbers.ts';
import { Pass } from '../engine/pass.ts';
import { createTrace, type Trace } from '../engine/trace.ts';
import { bufferOf, exampleOf, networkOf, type SequenceCase } from './case.ts';
import { byName, nest } from './nest.ts';

/** Above this many entries the local Jacobians are not listed whole, only their norms. */
const smallMatrix = 64;

interface Run {
  readonly network: Network;
  readonly trace: Trace;
  readonly pass: Pass;
  readonly parameters: Float64Array;
}

export function runCase(given: SequenceCase): Run {
  const network = networkOf(given.config);
  const parameters = bufferOf(network, given.params);
  const trace = createTrace(network, exampleOf(given, given.config.inputSize));
  const readsOut = trace.steps.flatMap((step, k) => (step.readout ? [k] : []));
  if (readsOut.join() !== given.config.readoutSteps.join()) {
    throw new Error(`config.readoutSteps is [${given.config.readoutSteps.join(', ')}], but ${given.config.topology} with ${trace.stepCount} steps reads out at [${readsOut.join(', ')}].`);
  }
  const pass = new Pass(trace, parameters);
  pass.start(given.h0.forward);
  pass.forward();
  pass.backward();
  return { network, trace, pass, parameters };
}

/** Everything that the schema's section 4.5 to 4.9 lists for one unidirectional chain. */
export function expectedOf(given: SequenceCase): Record<string, unknown> {
  const { network, trace, pass, parameters } = runCase(given);
  const { program } = network;
  const slot = (symbol: string): number => program.slots.findIndex((each) => each.symbol === symbol);
  const sizeOf = (symbol: string): number => program.slots[slot(symbol)]!.size;
  // Row 0 is the initial state, which the schema keeps in fields of its own.
  const rowsOf = (arrays: readonly Float64Array[], symbol: string): number[][] =>
    nest(arrays[slot(symbol)]!, sizeOf(symbol)).slice(1);
  const readouts = trace.steps.flatMap((step, k) => (step.readout ? [k] : []));
  const atReadouts = <T>(rows: readonly T[]): T[] => readouts.map((k) => rows[k]!);
  const { forward } = { forward: trace.values };

  const numbers = new Numbers(trace, parameters, 0);
  const terms = trace.steps.map((step) => numbers.term('W_hh', step.row));
  const H = network.model.hiddenSize;
  return {
    readout: {
      logits: atReadouts(rowsOf(forward, 'y')),
      probs: slot('p') < 0 ? null : atReadouts(rowsOf(forward, 'p')),
      stepLoss: atReadouts(rowsOf(forward, 'L')).flat(),
      loss: pass.totalLoss(),
      dL_dlogits: atReadouts(rowsOf(trace.gradients, 'y')),
    },
    chains: {
      forward: {
        pre: { a: rowsOf(forward, 'a') },
        h: rowsOf(forward, 'h'),
        dL_dh: rowsOf(trace.gradients, 'h'),
        dL_dpre: { a: rowsOf(trace.gradients, 'a') },
        dL_dh0: Array.from(trace.gradients[slot('h')]!.subarray(0, H)),
        dWhhContrib: terms.map((term) => nest(term, H)),
        dWhhContribFro: terms.map((term) => frobenius(term)),
        jac: { h: jacobiansOf(trace, parameters) },
        dLt_dhk: lossesToStates(trace, parameters, readouts),
      },
    },
    grads: byName(network, trace.parameterGradients),
    gradNorm: norm(trace.parameterGradients),
    dL_dx: rowsOf(trace.gradients, 'x'),
  };
}

function jacobiansOf(trace: Trace, parameters: Float64Array): Record<string, unknown> {
  const jacobians = new Jacobians(trace, parameters);
  const H = trace.network.model.hiddenSize;
  const local = trace.steps.map((_, k) => jacobians.local(k));
  const [initial, ...toFinal] = jacobians.toFinal() as [MatrixNorms, ...MatrixNorms[]];
  return {
    local: {
      spectral: local.map((matrix) => spectralNorm(matrix, H, H)),
      fro: local.map((matrix) => frobenius(matrix)),
      ...(H * H <= smallMatrix ? { matrix: local.map((matrix) => nest(matrix, H)) } : {}),
    },
    toFinal: {
      spectral: toFinal.map((each) => each.spectral),
      fro: toFinal.map((each) => each.fro),
      initial,
    },
  };
}

function lossesToStates(trace: Trace, parameters: Float64Array, readouts: readonly number[]): Record<string, unknown> {
  const jacobians = new Jacobians(trace, parameters);
  const norms = readouts.map((k) => Array.from(jacobians.lossToStates(k)));
  return {
    rows: readouts.map((_, r) => r),
    norm: norms.map((row) => row.slice(1)),
    initial: norms.map((row) => row[0]),
  };
}
