// The laboratory's answers against PyTorch's numbers, in the parts that take any network.
import { describe, expect, it } from 'vitest';
import { factorsOf } from '../../../src/engine/laboratory/factors.ts';
import { factsOf } from '../../../src/engine/laboratory/facts.ts';
import { quantities } from '../../../src/engine/laboratory/flow.ts';
import { mapOf } from '../../../src/engine/laboratory/lossMap.ts';
import { productOf } from '../../../src/engine/laboratory/product.ts';
import { roadOf } from '../../../src/engine/laboratory/road.ts';
import { finish } from '../../../src/engine/learn/learner.ts';
import { expectNumbers, flat, gated, golden, vanilla } from './golden.ts';

const length = (row: readonly number[]): number => Math.hypot(...row);
const toFinalOf = ({ toFinal }: { toFinal: { spectral: readonly number[]; initial: { spectral: number } } }): number[] => [toFinal.initial.spectral, ...toFinal.spectral];

describe.each([...vanilla, ...gated])('as PyTorch has it: %s', (name) => {
  const { network, parameters, trace, p, expected, dL_dx, loss } = golden(name);
  const H = network.model.hiddenSize;

  it('the gradient at every state', () => {
    expectNumbers(finish(quantities.state(trace, parameters, p)), [length(expected.dL_dh0), ...expected.dL_dh.map(length)], 'dL_dh');
  });

  it('the largest singular value of ∂h_T/∂h_k', () => {
    expectNumbers(finish(quantities.jacobian(trace, parameters, p)), toFinalOf(expected.jac.h), 'toFinal');
  });

  it('the gradient at every input', () => {
    expectNumbers(finish(quantities.input(trace, parameters, p)), [NaN, ...dL_dx.map(length)], 'dL_dx');
  });

  it('the share of each step in ∂L/∂W_hh', () => {
    const terms = expected.dWhhContribFro;
    const sum = terms.reduce((a, b) => a + b);
    expectNumbers(finish(quantities.share(trace, parameters, p)), [NaN, ...terms.map((each) => each / sum)], 'share');
  });

  it('how each loss depends on each state', () => {
    const { rows, norms } = finish(mapOf(trace, parameters, 1_000));
    const { norm, initial } = expected.dLt_dhk;
    expect([...rows]).toEqual(trace.sequences[0]!.readoutRows);
    expectNumbers(norms, norm.flatMap((row, r) => [initial[r]!, ...row]), 'dLt_dhk');
  });

  it('each step’s own Jacobian, and their product', () => {
    const { local, product, gradient } = finish(factorsOf(trace, parameters, p));
    expectNumbers(local, [NaN, ...expected.jac.h.local.spectral], 'local');
    expectNumbers(product, toFinalOf(expected.jac.h), 'toFinal');
    expectNumbers(gradient, [length(expected.dL_dh0), ...expected.dL_dh.map(length)], 'dL_dh');
  });

  it('the matrices of the product, those of a step and those so far', () => {
    const k = Math.max(0, p - 6);
    const { stages } = finish(productOf(trace, parameters, p, k));
    expect(stages.map(({ t }) => t)).toEqual(Array.from({ length: p - k }, (_, i) => p - i));
    for (const { t, local, localNorm, product, productNorm } of stages) {
      const { matrix = [], spectral } = expected.jac.h.local;
      // Entries beside much larger ones cannot be exact by themselves. Large networks have no matrices.
      flat(matrix[t - 1] ?? []).forEach((each, i) => expect(Math.abs(local[i]! - each)).toBeLessThanOrEqual(1e-9 * spectral[t - 1]!));
      expect(product).toHaveLength(H * H);
      expectNumbers([localNorm, productNorm], [spectral[t - 1]!, toFinalOf(expected.jac.h)[t - 1]!], `stage ${t}`);
    }
  });

  it('the loss', () => {
    const facts = factsOf({ network, parameters, trace });
    expectNumbers([facts.loss], [loss]);
    expect(facts.overflow).toBeNull();
  });
});

describe.each(vanilla)('the two parts of a factor: %s', (name) => {
  const { network, parameters, trace, p, expected } = golden(name);
  const answer = finish(factorsOf(trace, parameters, p));

  it('are the sums a_t with φ′(a_t), and W_hh, which together are the Jacobian', () => {
    expectNumbers(answer.preactivations, flat(expected.pre['a']!), 'a');
    const { stages, weights } = finish(productOf(trace, parameters, p, p - 4));
    const H = network.model.hiddenSize;
    for (const { slopes, local } of stages) {
      local.forEach((each, i) => expect(each).toBeCloseTo(slopes![Math.floor(i / H)]! * weights![i]!, 12));
    }
  });

  it('never stretch more than σ_max and γ allow', () => {
    const { stretch, gamma } = factsOf({ network, parameters, trace });
    expect(answer.singularValues[0]).toBeCloseTo(stretch, 12);
    expect(Math.max(...answer.slopes)).toBeLessThanOrEqual(gamma);
    answer.local.subarray(1).forEach((each) => expect(each).toBeLessThanOrEqual(stretch * gamma * (1 + 1e-12)));
    answer.product.forEach((each, k) => expect(each).toBeLessThanOrEqual((stretch * gamma) ** (p - k) * (1 + 1e-12)));
  });
});

describe.each(gated)('the road through the gates: %s', (name) => {
  const { network, parameters, trace, p, expected } = golden(name);
  const answer = finish(roadOf(trace, parameters, p));
  const isLstm = network.model.cell === 'lstm';

  it('is the gate’s, step by step', () => {
    expect([answer.state, answer.gate]).toEqual(isLstm ? ['c', 'f'] : ['h', 'z']);
    expectNumbers(answer.gates, flat(expected.gates![answer.gate]!), answer.gate);
    // ∂c_t/∂c_{t−1} with h held fixed is diag(f_t), whose largest singular value is the largest gate.
    const H = network.model.hiddenSize;
    const largest = Array.from({ length: p }, (_, t) => Math.max(...answer.gates.subarray(t * H, (t + 1) * H)));
    if (isLstm) expectNumbers(largest, [...expected.jac.c!.local.spectral], 'c.local');
  });

  it('multiplies up unit by unit', () => {
    const H = network.model.hiddenSize;
    for (let k = 0; k <= p; k++) {
      const products = Array.from({ length: H }, (_, i) => {
        let all = 1;
        for (let t = k + 1; t <= p; t++) all *= expected.gates![answer.gate]![t - 1]![i]!;
        return all;
      });
      expectNumbers([answer.road[k]!, answer.roadMean[k]!], [Math.max(...products), products.reduce((a, b) => a + b) / H], `road ${k}`);
    }
  });

  it('stands beside the Jacobian of all ways', () => {
    expectNumbers(answer.whole, toFinalOf(isLstm ? expected.jac.c! : expected.jac.h), 'whole');
    expectNumbers(answer.hidden, toFinalOf(expected.jac.h), 'hidden');
    const [rows, initial] = isLstm ? [expected.dL_dc!, expected.dL_dc0!] : [expected.dL_dh, expected.dL_dh0];
    expectNumbers(answer.gradient, [length(initial), ...rows.map(length)], 'gradient');
  });
});
