// "Hold h₂ fixed": the partial derivative beside the total one, against what the engine gives and against what a nudge does.
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { derivativesOf } from '../../../src/engine/gradient/derivatives.ts';
import { Pass } from '../../../src/engine/run/pass.ts';
import { createTrace } from '../../../src/engine/run/trace.ts';
import { FormulaStrip } from '../../../src/view/panels/formula/FormulaStrip.tsx';
import { heldNames } from '../../../src/view/panels/formula/held.ts';
import { prepare, situationOf } from '../../engine/random.ts';
import { drawPage, type Page } from '../page.tsx';

const shown = (kind: string): HTMLElement => document.querySelector<HTMLElement>(`[data-derivative="${kind}"]`) as HTMLElement;

function opened(page: Page, reference: { symbol: string; t: number; unit: number }) {
  page.seek(1000);
  page.stores.views.getState().select(reference, true);
  const { trace, parameters, network } = page.stores.runs.getState();
  if (!trace || !parameters || !network) throw new Error('There is no run yet.');
  return { trace, parameters, network };
}

describe('a value with the states before it held fixed', () => {
  test('moves as its own step alone makes it, beside how it moves in total', async () => {
    const user = userEvent.setup();
    const page = drawPage(<FormulaStrip />, {}, { selection: { symbol: 'h', t: 3, unit: 2 }, pinned: true });
    const { trace, parameters, network } = opened(page, { symbol: 'h', t: 3, unit: 2 });
    await user.click(await screen.findByRole('switch', { name: 'hold h₂ fixed' }));
    const part = within(await screen.findByRole('region', { name: 'Partial and total derivative' }));
    await user.selectOptions(part.getByRole('combobox', { name: 'Weight' }), 'W_hh');
    const W_hh = network.program.parameters.find(({ symbol }) => symbol === 'W_hh')!;
    const { partial, total } = derivativesOf(trace, parameters, { symbol: 'h', t: 3, unit: 2 });
    expect(shown('partial')).toHaveAttribute('data-by-unit', '1,1');
    // The first row of W_hh does nothing to unit 2 by itself.
    expect(shown('partial')).toHaveAttribute('data-value', `${partial[W_hh.offset]}`);
    expect(shown('total')).toHaveAttribute('data-value', `${total[W_hh.offset]}`);
    await user.click(part.getByRole('button', { name: 'row after' }));
    expect(shown('partial')).toHaveAttribute('data-value', `${partial[W_hh.offset + W_hh.columns]}`);
    expect(Number(shown('partial').dataset['value'])).not.toBe(0);

    // A nudge of the weight, with all its uses, is the total.
    const nudged = (by: number): number => {
      const changed = parameters.slice();
      changed[W_hh.offset + W_hh.columns]! += by;
      const other = createTrace(network, trace.example);
      new Pass(other, changed).forward();
      return other.values[network.program.states[0]!]![3 * 4 + 1]!;
    };
    expect(Number(shown('total').dataset['value'])).toBeCloseTo((nudged(1e-5) - nudged(-1e-5)) / 2e-5, 7);
  });

  test('asks first about the recurrent weight that moves it most, and says what both numbers mean', async () => {
    const page = drawPage(<FormulaStrip />, {}, { selection: { symbol: 'h', t: 3, unit: 1 }, pinned: true });
    opened(page, { symbol: 'h', t: 3, unit: 1 });
    await userEvent.click(await screen.findByRole('switch', { name: 'hold h₂ fixed' }));
    await screen.findByRole('region', { name: 'Partial and total derivative' });
    expect(shown('total')).toHaveAttribute('data-by', 'W_hh');
    expect(screen.getByText(/Held fixed, only its use at this step counts/)).toBeInTheDocument();
  });

  test('is not offered for what no gradient goes through', () => {
    const page = drawPage(<FormulaStrip />, {}, { selection: { symbol: 'p', t: 4, unit: 1 }, pinned: true });
    opened(page, { symbol: 'p', t: 4, unit: 1 });
    expect(screen.queryByRole('switch')).toBeNull();
  });

  test('names every state that is held, of the chain that it goes on from', () => {
    const named = (model: Parameters<typeof situationOf>[0], symbol: string, t: number): string[] => {
      const situation = situationOf(model, { lengths: [[3, 2]], isOneHot: true, seed: 1 });
      return heldNames(situation.network, prepare(situation).trace.steps, { symbol, t });
    };
    const base = { cell: 'lstm', topology: 'many-to-one', loss: 'bce', biases: 'one', timeReduction: 'sum', inputSize: 2, hiddenSize: 2, outputSize: 1 } as const;
    expect(named(base, 'c', 2)).toEqual(['h₁', 'c₁']);
    expect(named({ ...base, cell: 'rnn_tanh', topology: 'encoder-decoder' }, 'y', 1)).toEqual(['encoder h₃']);
    expect(named({ ...base, cell: 'rnn_tanh', bidirectional: true }, 'L', 3)).toEqual(['h₂', 'reverse h₂']);
  });
});
