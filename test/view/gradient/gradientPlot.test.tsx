import { act, fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { gradientNorms, largestSingularValue } from '../../../src/engine/gradient/flow.ts';
import { GradientPlot } from '../../../src/view/panels/gradient/GradientPlot.tsx';
import { drawPage, type Page } from '../page.tsx';

const numbers = (page: Page) => {
  const { trace, network, parameters } = page.stores.runs.getState();
  if (!trace || !network || !parameters) throw new Error('There is no run yet.');
  return { norms: gradientNorms(trace), sigma: largestSingularValue(network, parameters) };
};

const drawnAt = (page: Page, t: number): (string | null)[] =>
  [...page.container.querySelectorAll(`svg [data-symbol="norm_dh"][data-t="${t}"]`)].map((node) => node.getAttribute('data-value'));

describe('the gradient plot', () => {
  it('draws every norm with all its digits once the playhead is past it, and without before', () => {
    const page = drawPage(<GradientPlot />);
    expect(drawnAt(page, 4).every((value) => value === null)).toBe(true);
    page.seek(1000);
    const { norms } = numbers(page);
    for (let t = 1; t <= 4; t++) {
      expect(drawnAt(page, t).length).toBeGreaterThan(0);
      drawnAt(page, t).forEach((value) => expect(value).toBe(`${norms[t]}`));
    }
  });

  it('says what is left at the first word, and what the bound implies', () => {
    const page = drawPage(<GradientPlot size="figure" />);
    const { sigma } = numbers(page);
    expect(screen.getByRole('heading')).toHaveTextContent('How much does each early word still matter to the loss?');
    expect(screen.getByText(/At the first word .* times the last word’s gradient is left/, { selector: 'p' })).toBeInTheDocument();
    expect(screen.getByText(new RegExp(`σ_max·γ = ${sigma.toFixed(2)} < 1`), { selector: 'span' })).toHaveTextContent('the gradient must vanish');
  });

  it('changes the activation, and a quarter of the bound with it', async () => {
    const page = drawPage(<GradientPlot />);
    const { sigma } = numbers(page);
    await userEvent.click(screen.getByRole('radio', { name: 'sigmoid' }));
    expect(page.stores.documents.getState().document.cell).toBe('rnn_sigmoid');
    expect(screen.getByText(new RegExp(`σ_max·γ = ${(sigma / 4).toFixed(2)} < 1`), { selector: 'span' })).toBeInTheDocument();
  });

  it('scales W_hh while it is dragged, as one step of the undo menu, with the curve before as a ghost', () => {
    const page = drawPage(<GradientPlot />);
    const { sigma } = numbers(page);
    const slider = screen.getByRole('slider', { name: 'Scale of W_hh' });
    fireEvent.pointerDown(slider);
    for (const factor of [1.2, 1.5, 2]) fireEvent.change(slider, { target: { value: Math.log10(factor) } });
    fireEvent.pointerUp(slider);
    expect(numbers(page).sigma / sigma).toBeCloseTo(2, 1);
    expect(page.container.querySelector('.plot-curve-ghost')).not.toBeNull();
    act(() => page.stores.documents.getState().undo());
    expect(numbers(page).sigma).toBe(sigma);
    expect(page.stores.documents.getState().canUndo).toBe(false);
  });

  it('generates a sequence, and goes back to the sentence', async () => {
    const page = drawPage(<GradientPlot />);
    await userEvent.click(screen.getByRole('radio', { name: 'generated' }));
    expect(numbers(page).norms).toHaveLength(31);
    fireEvent.change(screen.getByRole('slider', { name: 'Length T' }), { target: { value: 0 } });
    expect(numbers(page).norms).toHaveLength(3);
    await userEvent.click(screen.getByRole('radio', { name: 'the sentence' }));
    expect(numbers(page).norms).toHaveLength(5);
  });

  it('points at a step by keyboard, and selects it for score and formula', () => {
    const page = drawPage(<GradientPlot />);
    const slider = screen.getByRole('slider', { name: 'Time step to point at' });
    expect(slider).toHaveAttribute('max', '4');
    fireEvent.change(slider, { target: { value: 3 } });
    expect(page.stores.views.getState().selection).toEqual({ symbol: 'dh', t: 3 });
    expect(slider.getAttribute('aria-valuetext')).toContain('t = 3, not');
  });

  it('marks the step in view, and lights up what is pointed at elsewhere', () => {
    const page = drawPage(<GradientPlot />);
    expect(page.container.querySelector('.plot-column')).toBeNull();
    page.seek(1);
    expect(page.container.querySelector('.plot-column')).not.toBeNull();
    act(() => page.stores.views.getState().setHover({ symbol: 'h', t: 2, unit: 1 }));
    expect(page.container.querySelector('.plot-pointed')).not.toBeNull();
    expect(screen.getByText('t = 2', { exact: false })).toBeInTheDocument();
  });

  it('has its numbers as a table', () => {
    const page = drawPage(<GradientPlot />, { playhead: 0 });
    page.seek(1000);
    const details = screen.getByText('The numbers as a table').closest('details');
    if (!details) throw new Error('There is no table.');
    details.open = true;
    fireEvent(details, new Event('toggle'));
    const rows = within(screen.getByRole('table')).getAllByRole('row');
    expect(rows).toHaveLength(5);
    expect(rows[1]).toHaveTextContent('good');
    expect(rows[4]).toHaveTextContent('movie');
  });

  it('says in words where numbers become too large, and never NaN', () => {
    const changes = [{ kind: 'scale', symbol: 'W_hh', factor: 1e250 }] as const;
    const page = drawPage(<GradientPlot />, { cell: 'rnn_relu', generatedLength: 20, changes, initialStates: { h: [1, 1, 1, 1] } });
    expect(page.container.textContent).not.toMatch(/NaN|Infinity/);
    expect(screen.getAllByText(/too large for float64/).length).toBeGreaterThan(0);
  });

  it('shows what is left of the last loss alone where every step has one', () => {
    const page = drawPage(<GradientPlot />, { task: 'letters', text: 'namaste', hiddenSize: 4 });
    expect(page.container.querySelector('.plot-curve-last-loss')).not.toBeNull();
    expect(screen.getByText(/There is a loss at many steps here/)).toBeInTheDocument();
  });

  it('draws a single step and thousands', () => {
    expect(() => drawPage(<GradientPlot />, { text: 'movie' })).not.toThrow();
    const page = drawPage(<GradientPlot />, { generatedLength: 5000 });
    expect(page.container.querySelectorAll('.plot-cell').length).toBeLessThanOrEqual(1100);
  });
});

describe('the gradient plot of other networks', () => {
  it('has a line for every state, of which one has its numbers written out', async () => {
    const page = drawPage(<GradientPlot />, { cell: 'lstm' });
    page.seek(1000);
    expect(page.container.querySelectorAll('.plot-curve-other')).toHaveLength(1);
    expect(page.container.querySelector('[data-symbol="norm_dc"]')).toBeNull();
    await userEvent.click(screen.getByRole('radio', { name: 'c' }));
    const { trace } = page.stores.runs.getState();
    const slot = trace!.network.program.slots.findIndex(({ symbol }) => symbol === 'c');
    const norm = Math.hypot(...trace!.gradients[slot]!.subarray(4, 8));
    const drawn = page.container.querySelector('svg [data-symbol="norm_dc"][data-t="1"]');
    expect(Number(drawn?.getAttribute('data-value'))).toBeCloseTo(norm, 14);
    expect(screen.getByText(/Straight along c, unit by unit, it is the gate f/)).toBeInTheDocument();
    expect(screen.queryByText(/σ_max·γ =/)).toBeNull();
  });

  it('turns the way of the chain that reads from the end round: its far end is the last word', async () => {
    const page = drawPage(<GradientPlot />, { bidirectional: true });
    page.seek(1000);
    await userEvent.click(screen.getByRole('radio', { name: 'reverse h' }));
    expect(screen.getByText(/At the last word .* times the first word’s gradient is left/, { selector: 'p' })).toBeInTheDocument();
    expect(screen.getByRole('slider', { name: 'Scale of reverse W_hh' })).toBeInTheDocument();
    fireEvent.change(screen.getByRole('slider', { name: 'Time step to point at' }), { target: { value: 2 } });
    expect(page.stores.views.getState().selection).toEqual({ symbol: 'dh.reverse', t: 2 });
  });

  it('goes through encoder and decoder in one line, with the passage marked', () => {
    const page = drawPage(<GradientPlot />, { task: 'translation', text: "i am cold > j'ai froid" });
    page.seek(10_000);
    expect(page.container.querySelector('.plot-passage')).toHaveTextContent('encoder');
    expect(page.container.querySelectorAll('.plot-point')).toHaveLength(3 + 3);
    expect(page.container.querySelector('svg [data-symbol="norm_dh.encoder"][data-t="3"]')).not.toBeNull();
    expect(page.container.querySelector('svg [data-symbol="norm_dh.decoder"][data-t="1"]')).not.toBeNull();
    expect(screen.getByRole('slider', { name: 'Scale of encoder W_hh' })).toBeInTheDocument();
  });

  it('says in words that there is no way back where nothing is handed on', () => {
    drawPage(<GradientPlot />, { task: 'pictures', text: '#.#/.#./#.#', cell: 'feedforward_tanh' });
    expect(screen.getByText(/hands no state on/)).toBeInTheDocument();
  });
});
