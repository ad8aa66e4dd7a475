import { fireEvent, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { initialLaboratory } from '../../../../src/state/laboratory/defaults.ts';
import { setupsOf } from '../../../../src/state/laboratory/setups.ts';
import { GatesExperiment } from '../../../../src/view/panels/laboratory/gates/GatesExperiment.tsx';
import { gateNumber, placeWords, roadWords } from '../../../../src/view/panels/laboratory/gates/words.ts';
import { writtenPower } from '../../../../src/view/panels/laboratory/powers.ts';
import { formatNumber } from '../../../../src/view/theme/format.ts';
import { computed, drawLaboratory } from '../answered.tsx';

const road = (cell: 'lstm' | 'gru' | 'rnn_tanh', changes = {}) => computed({ kind: 'road', setup: setupsOf({ ...initialLaboratory, ...changes })[cell] });

describe('the experiment "The road through the gates"', () => {
  it('draws road, whole Jacobian and gradient of LSTM and GRU, and the network without a road in both', () => {
    const { container } = drawLaboratory(<GatesExperiment />, { network: 'rnn_relu' });
    const lines = [...container.querySelectorAll('[data-line]')].map((each) => each.getAttribute('data-line'));
    expect(lines).toEqual(['comparison', 'gradient', 'hidden', 'whole', 'mean', 'road', 'comparison', 'gradient', 'hidden', 'mean', 'road']);
    expect(screen.getByText(/RNN · ReLU has no road/)).toBeInTheDocument();
  });

  it('says how open the gate stands, and moves with its bias', () => {
    const { edit } = drawLaboratory(<GatesExperiment />);
    const mean = (bias: number): number => {
      const { gates } = road('lstm', { gateBias: bias });
      return gates.reduce((sum, each) => sum + each, 0) / gates.length;
    };
    expect(screen.getByText(new RegExp(`f stands at ${writtenPower(mean(1), 30).base} on average`))).toBeInTheDocument();
    edit({ gateBias: 4 });
    expect(mean(4)).toBeGreaterThan(mean(1));
    expect(screen.getByText(new RegExp(`f stands at ${writtenPower(mean(4), 30).base} on average`))).toBeInTheDocument();
  });

  it('marks a step by keyboard for both', () => {
    const { laboratory, container } = drawLaboratory(<GatesExperiment />);
    fireEvent.change(screen.getByRole('slider', { name: 'Step of the GRU to look at' }), { target: { value: 12 } });
    expect(laboratory().step).toBe(12);
    const marks = [...container.querySelectorAll('.lab-lines-marked')].map((each) => each.getAttribute('x1'));
    expect(new Set(marks).size).toBe(1);
    expect(marks).toHaveLength(2);
  });

  it('draws nothing wrong with one unit, two steps and a loss at the first', () => {
    const { container } = drawLaboratory(<GatesExperiment />, { hiddenSize: 1, steps: 2, lossAt: 1 });
    expect(container.innerHTML).not.toMatch(/NaN|Infinity|undefined/);
  });
});

describe('the words of a road', () => {
  it('have the numbers of the engine: the mean to the power of the steps, the widest road, all ways', () => {
    const lstm = road('lstm');
    const mean = lstm.gates.reduce((sum, each) => sum + each, 0) / lstm.gates.length;
    const words = roadWords(lstm, 16, 30);
    const [, base, left] = /f stands at ([\d.]+) on average .* so over 30 steps \1³⁰ = (\S+) of c would be left/.exec(words) ?? [];
    expect(left).toBe(formatNumber(mean ** 30));
    expect(formatNumber(Number(base) ** 30)).toBe(left);
    expect(words).toContain(`keeps ${formatNumber(lstm.road[0]!)}`);
    expect(words).toContain(`stretch by ${formatNumber(lstm.whole[0]!)}`);
  });

  it('say that a network has no road, and where no gradient flows', () => {
    expect(roadWords(road('rnn_tanh'), 16, 30)).toContain('It has no gate and so no road');
    expect(placeWords(road('gru', { lossAt: 10 }), 16, 10, 11)).toContain('no gradient flows');
  });

  it('tell a gate from 1 with as many digits as it takes', () => {
    expect(gateNumber(0.9996)).toBe('0.9996');
    expect(gateNumber(0.731)).toBe('0.73');
    expect(gateNumber(1)).toBe('1.00');
  });
});
