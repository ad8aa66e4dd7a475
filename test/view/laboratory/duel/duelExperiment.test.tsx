import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { initialLaboratory } from '../../../../src/state/laboratory/defaults.ts';
import { duelSetupsOf } from '../../../../src/state/laboratory/setups.ts';
import { ratioExponents } from '../../../../src/view/layout/laboratory/duel.ts';
import { DuelExperiment } from '../../../../src/view/panels/laboratory/duel/DuelExperiment.tsx';
import { presets } from '../../../../src/view/panels/laboratory/duel/presets.ts';
import { timesWords } from '../../../../src/view/panels/laboratory/duel/words.ts';
import { computed, drawLaboratory } from '../answered.tsx';

const text = (container: HTMLElement): string => container.textContent ?? '';
const group = (letter: string): HTMLElement => screen.getByRole('group', { name: letter });

describe('the experiment "Duel"', () => {
  it('draws both gradients and says the difference with the engine’s numbers', () => {
    const { container } = drawLaboratory(<DuelExperiment />);
    const [a, b] = duelSetupsOf(initialLaboratory).map((setup) => computed({ kind: 'flow', setup, quantity: 'state' }).norms);
    const ratio = ratioExponents(a!, b!, 30, true)[1]!;
    expect(ratio).toBeLessThan(0);
    expect(text(container)).toContain(`B has ${timesWords(-ratio)} as much`);
    expect(text(container)).toContain('The settings differ in: cell (RNN · tanh against LSTM).');
    expect(container.querySelectorAll('.lab-flow-line')).toHaveLength(2);
  });

  it('moves one playhead for both by keys, and keeps it by Enter', () => {
    const { container, laboratory } = drawLaboratory(<DuelExperiment />);
    const slider = screen.getByRole('slider', { name: 'Time step k' });
    fireEvent.keyDown(slider, { key: 'PageUp' });
    fireEvent.keyDown(slider, { key: 'ArrowRight' });
    expect(slider).toHaveAttribute('aria-valuenow', '12');
    expect(text(container)).toContain('At step 12 A has');
    fireEvent.keyDown(slider, { key: 'Enter' });
    expect(laboratory().step).toBe(12);
  });

  it('has its playhead over the plot and over the strips, not through the words of the axis between them', () => {
    const { container } = drawLaboratory(<DuelExperiment />);
    const [upper, lower] = [...container.querySelectorAll('.lab-flow-pointer line')].map((each) => ['y1', 'y2'].map((end) => Number(each.getAttribute(end))) as [number, number]);
    const words = Number(screen.getAllByText('first step')[0]!.getAttribute('y'));
    expect(upper![1]).toBeLessThanOrEqual(words);
    expect(lower![0]).toBeGreaterThan(words + 20);
  });

  it('begins with any of the presets, and shows which one is set', async () => {
    const { laboratory } = drawLaboratory(<DuelExperiment />);
    for (const { words, duel } of presets) {
      await userEvent.click(screen.getByRole('button', { name: words }));
      expect(laboratory().duel).toEqual(duel);
      expect(screen.getByRole('button', { name: words })).toHaveAttribute('aria-pressed', 'true');
    }
  });

  it('changes one side and leaves the other', async () => {
    const { laboratory } = drawLaboratory(<DuelExperiment />);
    await userEvent.selectOptions(within(group('B')).getByRole('combobox', { name: 'B: network' }), 'gru');
    fireEvent.change(within(group('B')).getByRole('slider', { name: 'B: hidden units' }), { target: { value: 5 } });
    await userEvent.selectOptions(within(group('A')).getByRole('combobox', { name: 'A: first weights' }), 'orthogonal');
    await userEvent.selectOptions(within(group('A')).getByRole('combobox', { name: 'A: Scale of W_hh' }), 'none');
    expect(laboratory().duel).toEqual([{ cell: 'rnn_tanh', scheme: 'orthogonal', stretch: null }, { cell: 'gru', hiddenSize: 5 }]);
  });

  it('sets the index of W_hh low in its sentence and over the select, whose options have none', () => {
    const { container } = drawLaboratory(<DuelExperiment />, { duel: presets.find(({ id }) => id === 'stretch')!.duel });
    const words = container.querySelector('.lab-duel-words')!;
    expect(words).toHaveTextContent('The settings differ in: scale of W_hh (σ = 0.9 against σ = 1.1).');
    expect([...words.querySelectorAll('sub')].map(({ textContent }) => textContent)).toEqual(['hh']);
    const options = within(within(group('A')).getByRole('combobox', { name: 'A: Scale of W_hh' })).getAllByRole('option');
    expect(options.map(({ textContent }) => textContent)).toEqual(['by singular value σ', 'by spectral radius ρ', 'as it starts']);
  });

  it('has a bias to set only where a cell has the gate', () => {
    drawLaboratory(<DuelExperiment />);
    expect(within(group('A')).queryByRole('slider', { name: /bias/ })).toBeNull();
    expect(within(group('B')).getByRole('slider', { name: /bias of gate f/ })).toBeInTheDocument();
  });

  it('tells two of one cell apart by letters, marks and another colour', () => {
    const { container } = drawLaboratory(<DuelExperiment />, { duel: presets.find(({ id }) => id === 'stretch')!.duel });
    const lines = [...container.querySelectorAll('.lab-flow-line')];
    expect(lines.map((each) => each.getAttribute('data-network'))).toEqual(['rnn_tanh', 'other']);
    expect(text(container)).toContain('A · RNN · tanh');
    expect(text(container)).toContain('B · RNN · tanh');
  });

  it('says it in words where a gradient is 0 or too large, and draws no number that is none', () => {
    const duel = [{ cell: 'rnn_relu', stretch: { by: 'radius', value: 3 }, strength: 20 }, { cell: 'rnn_sigmoid' }] as const;
    const { container } = drawLaboratory(<DuelExperiment />, { duel, steps: 1000 });
    expect(text(container)).toMatch(/too large for float64|exactly 0/);
    // What programs read has the number as it is.
    expect(container.innerHTML.replace(/data-value="[^"]*"/g, '')).not.toMatch(/NaN|Infinity|undefined/);
  });

  it('says why a side has no answer', () => {
    drawLaboratory(<DuelExperiment />, {}, 'No numbers.');
    expect(screen.getAllByRole('alert').map((each) => each.textContent)).toEqual(['A: No numbers.', 'B: No numbers.']);
  });
});
