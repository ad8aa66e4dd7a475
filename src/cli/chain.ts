// What a case's answer says of one chain: its pre-activations, gates and states with their gradients, the terms of BPTT, its
// Jacobians, and how far each loss reaches (test/golden/README.md, section 4.6).
import { frobenius } from '../engine/math/linear.ts';
import { slotIndex } from '../engine/network.ts';
import { Terms } from '../engine/gradient/terms.ts';
import { digestOf } from './digest.ts';
import { jacobiansOf, lossesToStates } from './jacobians.ts';
import { batched, longest, nest, nestOrDigest } from './nest.ts';
import { rowsOf, type Run } from './run.ts';
import type { cellNames } from './schema.ts';

type CellName = (typeof cellNames)[number];

/** The schema's names beside the engine's symbols. */
interface Names {
  readonly pre: Readonly<Record<string, string>>;
  readonly gates?: Readonly<Record<string, string>>;
  /** Values that only this cell has. */
  readonly values?: Readonly<Record<string, string>>;
  /** Gradients that only this cell has. */
  readonly gradients?: Readonly<Record<string, string>>;
  /** The initial states, as `dL_d…` has them. */
  readonly states: Readonly<Record<string, string>>;
}

const vanilla: Names = { pre: { a: 'a' }, states: { h0: 'h' } };

const namesOf: Readonly<Record<CellName, Names>> = {
  rnn_tanh: vanilla,
  rnn_sigmoid: vanilla,
  rnn_relu: vanilla,
  lstm: {
    pre: { i: 'a_i', f: 'a_f', g: 'a_g', o: 'a_o' },
    gates: { i: 'i', f: 'f', g: 'g', o: 'o' },
    values: { c: 'c', tanhC: 'tanh_c' },
    gradients: { dL_dc: 'c' },
    states: { h0: 'h', c0: 'c' },
  },
  gru: { pre: { r: 'a_r', z: 'a_z', n: 'a_n', hn: 'hn' }, gates: { r: 'r', z: 'z', n: 'n' }, states: { h0: 'h' } },
};

export function chainOf(run: Run, chain: number): Record<string, unknown> {
  const { cell } = run.network.model;
  const { mark } = run.network.program.chains[chain]!;
  const { pre, gates, values = {}, gradients = {}, states } = namesOf[cell as CellName];
  const table = (names: Readonly<Record<string, string>>, what: 'values' | 'gradients') =>
    Object.fromEntries(Object.entries(names).map(([name, symbol]) => {
      const { flat, shape } = rowsOf(run, `${symbol}${mark}`, what);
      return [name, nestOrDigest(flat, shape)];
    }));
  const whole = (what: 'values' | 'gradients') => {
    const { flat, shape } = rowsOf(run, `h${mark}`, what);
    return nest(flat, shape);
  };
  return {
    pre: table(pre, 'values'),
    ...(gates ? { gates: table(gates, 'values') } : {}),
    ...table(values, 'values'),
    h: whole('values'),
    dL_dh: whole('gradients'),
    ...table(gradients, 'gradients'),
    dL_dpre: table(pre, 'gradients'),
    ...Object.fromEntries(Object.entries(states).map(([name, symbol]) => [`dL_d${name}`, initialGradient(run, chain, symbol)])),
    ...termsOf(run, chain),
    jac: jacobiansOf(run, chain),
    dLt_dhk: lossesToStates(run, chain),
  };
}

/** ∂L/∂ of the state that a chain begins with; a decoder's is the one that the encoder hands over. */
function initialGradient({ network, trace, B, handedOver }: Run, chain: number, symbol: string) {
  const { program: { chains }, model: { hiddenSize } } = network;
  const step = trace.steps.find((each) => each.chain === chain)!;
  const source = `${symbol}${chains[step.previousChain]!.mark}`;
  const flat = step.previousChain === chain
    ? trace.gradients[slotIndex(network.program, source)]!.subarray(0, B * hiddenSize)
    : handedOver.get(source)!;
  return nest(flat, batched([], B, hiddenSize));
}

/** The terms of ∂L/∂W_hh, one a position, each [G·H][H] with the gates' blocks one below the other, and their norms. */
function termsOf({ network, trace, parameters }: Run, chain: number): Record<string, unknown> {
  const { program, model: { hiddenSize: H } } = network;
  const name = program.chains[chain]!.torch('weight_hh_l0');
  const blocks = program.parameters.filter(({ torch }) => torch === name);
  const size = blocks.length * H * H;
  const T = trace.steps.filter((step) => step.chain === chain).length;
  const terms = new Terms(trace, parameters);
  const norms = new Float64Array(T);
  // All terms of a long sequence together may need more memory than there is, so they are made one after another.
  function* each(): Generator<Float64Array> {
    for (let k = 0; k < T; k++) {
      const own = new Float64Array(size);
      blocks.forEach(({ symbol }, block) => own.set(terms.term(symbol, k + 1), block * H * H));
      norms[k] = frobenius(own);
      yield own;
    }
  }
  const inner = [blocks.length * H, H];
  return {
    dWhhContrib: T * size > longest ? digestOf(each(), [T, ...inner]) : Array.from(each(), (own) => nest(own, inner)),
    dWhhContribFro: Array.from(norms),
  };
}
