import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import type { Laboratory } from '../../../../src/state/laboratory/laboratory.ts';
import { setupsOf } from '../../../../src/state/laboratory/setups.ts';
import { FlowExperiment } from '../../../../src/view/panels/laboratory/flow/FlowExperiment.tsx';
import { computed, drawLaboratory, type LaboratoryPage } from '../answered.tsx';

const drawFlow = (settings: Partial<Laboratory> = {}): LaboratoryPage => drawLaboratory(<FlowExperiment />, { hiddenSize: 4, steps: 8, ...settings });

const slider = (): HTMLElement => screen.getByRole('slider', { name: 'Time step k' });
const rows = (page: LaboratoryPage): HTMLElement[] => [...page.container.querySelectorAll<HTMLElement>('.lab-flow-row')];
const normsOf = (page: LaboratoryPage, cell: 'rnn_tanh' | 'lstm'): Float64Array =>
  computed({ kind: 'flow', setup: setupsOf(page.laboratory())[cell], quantity: page.laboratory().quantity }).norms;

describe('the flow experiment', () => {
  test('draws a line and a strip a network, and names what is the same for all', () => {
    const page = drawFlow();
    expect(screen.getByRole('heading', { level: 2 })).toHaveTextContent('How much does each early step still matter to the loss?');
    expect(page.container.querySelectorAll('.lab-flow-path')).toHaveLength(5);
    expect(page.container.querySelectorAll('.lab-flow-strip')).toHaveLength(5);
    expect(screen.getByText(/8 steps, same input, same loss, same seed 7: five networks with 4 units each/)).toBeInTheDocument();
    expect(screen.getByText(/^At the first step the .* of the last step’s gradient left, the sigmoid RNN/, { selector: '.lab-flow-sum' })).toBeInTheDocument();
  });

  test('has every digit of the engine’s numbers in its list, at any step', () => {
    const page = drawFlow();
    const value = (cell: string): string | null => page.container.querySelector(`.lab-flow-row[data-network="${cell}"]`)?.getAttribute('data-value') ?? null;
    expect(value('lstm')).toBe(`${normsOf(page, 'lstm')[1]}`);
    fireEvent.keyDown(slider(), { key: 'End' });
    fireEvent.keyDown(slider(), { key: 'ArrowLeft' });
    expect(value('rnn_tanh')).toBe(`${normsOf(page, 'rnn_tanh')[7]}`);
    expect(page.container.querySelector('.lab-flow-list-head')).toHaveTextContent('At step 7');
  });

  test('is a slider over the steps, which says all values', () => {
    drawFlow();
    expect(slider()).toHaveAttribute('aria-valuenow', '1');
    for (const [key, k] of [['ArrowRight', 2], ['End', 8], ['ArrowRight', 8], ['ArrowLeft', 7], ['PageDown', 1], ['PageUp', 8], ['Home', 1]] as const) {
      fireEvent.keyDown(slider(), { key });
      expect(slider()).toHaveAttribute('aria-valuenow', `${k}`);
    }
    expect(slider().getAttribute('aria-valuetext')).toMatch(/^Step 1: .*LSTM × .*RNN · sigmoid × /);
  });

  test('opens the step in the factors with Enter, and any network of the list', async () => {
    const page = drawFlow({ network: 'gru' });
    fireEvent.keyDown(slider(), { key: 'ArrowRight' });
    fireEvent.keyDown(slider(), { key: 'Enter' });
    expect(page.laboratory()).toMatchObject({ experiment: 'factors', step: 2, network: 'gru' });
    await userEvent.click(screen.getByRole('button', { name: /^LSTM, .*Opens why, at step 2, for LSTM/ }));
    expect(page.laboratory()).toMatchObject({ experiment: 'factors', step: 2, network: 'lstm' });
  });

  test('shows a marked step, and gives it up with Escape', () => {
    const page = drawFlow({ step: 5 });
    expect(page.container.querySelector('.lab-flow-pointer')).not.toBeNull();
    expect(page.container.querySelector('.lab-flow-list-head')).toHaveTextContent('At step 5');
    fireEvent.keyDown(slider(), { key: 'Escape' });
    expect(page.laboratory().step).toBeNull();
    expect(page.container.querySelector('.lab-flow-pointer')).toBeNull();
  });

  test('plots another quantity, and absolute numbers', async () => {
    const page = drawFlow({ matched: 'parameters' });
    await userEvent.click(screen.getByRole('radio', { name: 'share in ∂L/∂W' }));
    expect(page.laboratory().quantity).toBe('share');
    expect(page.container.querySelector('.lab-flow-list-head')).toHaveTextContent('At step 2');
    await userEvent.click(screen.getByRole('radio', { name: 'absolute' }));
    expect(page.laboratory().relative).toBe(false);
    rows(page).forEach((row) => expect(row.querySelector('.lab-flow-row-value')).not.toHaveTextContent('×'));
    expect(screen.getByText(/as many weights in each as nearly as whole units allow/)).toBeInTheDocument();
  });

  test('keeps the lines as they were while a control is held, and the axis', () => {
    const page = drawFlow({ steps: 30 });
    expect(page.container.querySelector('.lab-flow-ghost')).toBeNull();
    const control = within(screen.getByRole('group', { name: 'What can be changed' })).getByRole('slider', { name: /largest singular value/ });
    const before = page.container.querySelector('.lab-flow-path')?.getAttribute('d');
    const axis = (): (string | null)[] => [...page.container.querySelectorAll('.plot-axes .plot-tick')].map((node) => node.textContent);
    const ticks = axis();
    fireEvent.pointerDown(control);
    page.edit({ stretch: { by: 'singular', value: 0.97 } });
    expect(page.container.querySelectorAll('.lab-flow-ghost')).toHaveLength(5);
    expect(page.container.querySelector('.lab-flow-ghost')?.getAttribute('d')).toBe(before);
    expect(page.container.querySelector('.lab-flow-path')?.getAttribute('d')).not.toBe(before);
    expect(axis()).toEqual(ticks);
  });

  test('has list and strips in the order of the lines’ ends, and moves no row as long as a hand holds a control', () => {
    const page = drawFlow({ steps: 30, hiddenSize: 8 });
    const networksOf = (all: readonly Element[], attribute: string): (string | null)[] => all.map((each) => each.getAttribute(attribute));
    const list = (): (string | null)[] => networksOf(rows(page), 'data-network');
    const strips = (): (string | null)[] => [...page.container.querySelectorAll('.lab-flow-strip')].map((each) => each.querySelector('.lab-flow-strip-name')!.textContent);
    const names = { rnn_tanh: 'tanh', rnn_sigmoid: 'sigmoid', rnn_relu: 'ReLU', lstm: 'LSTM', gru: 'GRU' } as const;
    const ends = (): string[] => [...page.container.querySelectorAll('.lab-flow-line')]
      .map((each) => ({ id: each.getAttribute('data-network')!, y: Number(/^M[^,]*,([\d.]+)/.exec(each.querySelector('.lab-flow-path')!.getAttribute('d')!)![1]) }))
      .sort((a, b) => a.y - b.y)
      .map(({ id }) => id);
    const before = list();
    expect(before).toEqual(ends());
    expect(strips()).toEqual(before.map((id) => names[id as keyof typeof names]));
    const control = within(screen.getByRole('group', { name: 'What can be changed' })).getByRole('slider', { name: /largest singular value/ });
    fireEvent.pointerDown(control);
    page.edit({ stretch: { by: 'singular', value: 3 } });
    expect(ends()).not.toEqual(before);
    expect(list()).toEqual(before);
    fireEvent.pointerUp(control);
    expect(list()).toEqual(ends());
    expect(strips()).toEqual(list().map((id) => names[id as keyof typeof names]));
  });

  test('says so where no network is drawn', () => {
    drawFlow({ networks: [] });
    expect(screen.getByText('No network is drawn. Tick at least one under “Networks”.')).toBeInTheDocument();
    expect(screen.queryByRole('slider', { name: 'Time step k' })).toBeNull();
  });

  test('draws the smallest and the strangest: two steps, one unit, the loss at the first step, values that overflow', () => {
    for (const settings of [
      { steps: 2, hiddenSize: 1 },
      { steps: 8, lossAt: 1 },
      { steps: 400, hiddenSize: 1, stretch: { by: 'singular', value: 3 }, networks: ['rnn_relu', 'rnn_sigmoid'] },
    ] as const) {
      const page = drawFlow(settings);
      const drawing = page.container.querySelector('.lab-flow');
      const places = [...(drawing?.querySelectorAll('*') ?? [])].flatMap((node) => [...node.attributes].filter(({ name }) => name !== 'data-value').map(({ value }) => value));
      expect(places.length).toBeGreaterThan(100);
      expect(places.filter((place) => /NaN|Infinity/.test(place))).toEqual([]);
      expect(page.container.textContent).not.toMatch(/NaN|Infinity/);
      page.unmount();
    }
  });
});
