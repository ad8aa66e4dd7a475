import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { FormulaStrip } from '../../../src/view/panels/formula/FormulaStrip.tsx';
import { drawPage } from '../page.tsx';

/** The formula in numbers, without the underscores that only copies and screen readers see. */
const inNumbers = (): string => document.querySelector('.formula-numbers')?.textContent ?? '';

const result = (): HTMLElement | null => document.querySelector('.formula-result');

describe('the formula strip', () => {
  test('says what to do before the first step', () => {
    drawPage(<FormulaStrip />);
    expect(screen.getByText(/to read the first step, “movie”/)).toBeInTheDocument();
  });

  test('follows the clock: it shows what the last operation made, at its strongest unit', () => {
    const page = drawPage(<FormulaStrip />);
    page.seek(4);
    expect(inNumbers()).toMatch(/^h₁\[\d\] = tanh\(.*\) = /);
    const units = [1, 2, 3, 4].map((unit) => Math.abs(page.stores.runs.getState().trace?.values[2]?.[4 + unit - 1] ?? 0));
    expect(Math.abs(Number(result()?.dataset['value']))).toBe(Math.max(...units));
    page.seek(5);
    expect(inNumbers()).toMatch(/^W_xh·x₂/);
  });

  test('shows numbers that agree with each other to the digits shown', () => {
    const page = drawPage(<FormulaStrip />, {}, { digits: 'full' });
    page.seek(4);
    const terms = [...document.querySelectorAll<HTMLElement>('.numeric-value')].map((each) => Number(each.dataset['value']));
    expect(terms).toHaveLength(3);
    expect(Number(result()?.dataset['value'])).toBeCloseTo(Math.tanh(terms.reduce((sum, term) => sum + term, 0)), 14);
  });

  test('opens each number in turn, down to a weight, and goes back the same way', async () => {
    const user = userEvent.setup();
    const page = drawPage(<FormulaStrip />);
    page.seek(8);
    const [, recalled] = document.querySelectorAll<HTMLElement>('.numeric-value');
    await user.click(recalled as HTMLElement);
    expect(inNumbers()).toMatch(/^W_hh·h₁\[\d\] = .* × .* = /);
    await user.click(document.querySelector<HTMLElement>('.numeric-value') as HTMLElement);
    expect(inNumbers()).toMatch(/^W_hh\[\d,1\] = .*shared by all time steps/);
    // Down here is what can be changed, with the slider that changes it.
    expect(screen.getByRole('slider', { name: /^W_hh\[\d,1\]$/ })).toBeInTheDocument();

    const trail = within(screen.getByRole('navigation', { name: 'Opened terms' }));
    expect(trail.getAllByRole('listitem').map((item) => item.textContent?.replace(/\[.*/, ''))).toEqual([
      'this step', 'h₂', 'W_hh·h₁', 'W_hh',
    ]);
    await user.click(trail.getByRole('button', { name: /^Back/ }));
    expect(inNumbers()).toMatch(/^W_hh·h₁/);
    await user.click(trail.getByRole('button', { name: 'this step' }));
    expect(page.stores.views.getState().trail).toEqual([]);
    expect(inNumbers()).toMatch(/^h₂/);
  });

  test('keeps the place of the keyboard while terms are opened and closed', async () => {
    const user = userEvent.setup();
    const page = drawPage(<FormulaStrip />);
    page.seek(8);
    await user.tab();
    while (!document.activeElement?.matches('.numeric-value')) await user.tab();
    const opened = (document.activeElement as HTMLElement).dataset['symbol'];
    await user.keyboard('{Enter}');
    expect(document.activeElement).toBe(document.querySelector('.numeric-value'));
    act(() => page.stores.views.getState().pop());
    expect(document.activeElement).toHaveAttribute('data-symbol', opened);
  });

  test('explains gradients the same way, down to a weight', async () => {
    const user = userEvent.setup();
    const page = drawPage(<FormulaStrip />, {}, { selection: { symbol: 'dh', t: 2, unit: 1 }, trail: [{ symbol: 'dh', t: 2, unit: 1 }], pinned: true });
    page.seek(1000);
    expect(inNumbers()).toMatch(/^∂L\/∂h₂\[1\] = /);
    const buttons = [...document.querySelectorAll<HTMLElement>('.numeric-value')];
    expect(buttons.map((each) => each.dataset['symbol'])).toContain('da');
    await user.click(buttons.find((each) => each.dataset['symbol'] === 'W_hh') as HTMLElement);
    expect(inNumbers()).toMatch(/^W_hh\[\d,1\] = /);
  });

  test('steps through the units of a vector, and keeps the unit while the clock goes on', async () => {
    const user = userEvent.setup();
    const page = drawPage(<FormulaStrip />);
    page.seek(4);
    const at = Number(result()?.dataset['unit']);
    await user.click(screen.getByRole('button', { name: 'unit after' }));
    const next = (at % 4) + 1;
    expect(result()).toHaveAttribute('data-unit', `${next}`);
    page.seek(8);
    expect(result()).toHaveAttribute('data-unit', `${next}`);
    expect(page.stores.views.getState().selection).toBeNull();
  });

  test('steps through rows and columns of a weight', async () => {
    const user = userEvent.setup();
    const page = drawPage(<FormulaStrip />);
    act(() => page.stores.views.getState().select({ symbol: 'W_hh', unit: 2, column: 4 }, true));
    await user.click(screen.getByRole('button', { name: 'column after' }));
    await user.click(screen.getByRole('button', { name: 'row before' }));
    expect(page.stores.views.getState().selection).toEqual({ symbol: 'W_hh', unit: 1, column: 1 });
  });

  test('says of a number that is not made yet when it will be, without its value, and goes there', async () => {
    const user = userEvent.setup();
    const page = drawPage(<FormulaStrip />);
    act(() => page.stores.views.getState().select({ symbol: 'h', t: 2, unit: 3 }, true));
    expect(screen.getByText(/Not computed yet/)).toBeInTheDocument();
    expect(document.querySelector('[data-value]')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Go there' }));
    expect(page.at()).toBe(8);
    expect(inNumbers()).toMatch(/^h₂\[3\] = tanh/);
  });

  test('lights up what is pointed at', async () => {
    const user = userEvent.setup();
    const page = drawPage(<FormulaStrip />);
    page.seek(4);
    const first = document.querySelector<HTMLElement>('.numeric-value') as HTMLElement;
    await user.hover(first);
    expect(page.stores.views.getState().hover).toMatchObject({ symbol: 'W_xh·x', t: 1 });
    await user.unhover(first);
    expect(page.stores.views.getState().hover).toBeNull();
  });

  test('says in words when a number is too large to hold', () => {
    const page = drawPage(<FormulaStrip />, {
      cell: 'rnn_relu',
      initialStates: { h: [1, 1, 1, 1] },
      changes: [{ kind: 'scale', symbol: 'W_hh', factor: 1e200 }],
    });
    for (let p = 1; p < 20 && !document.querySelector('.formula-extreme'); p++) page.seek(p);
    expect(document.querySelector('.formula-extreme')).toHaveTextContent(/too large for the computer’s numbers|have no value/);
  });

  test('shows an update with digits enough to see it', () => {
    const page = drawPage(<FormulaStrip />);
    page.seek(1000);
    expect(inNumbers()).toMatch(/^new .* = −?\d\.\d{4} − 0\.5000 × /);
  });

  test('typesets the symbols, in the colour of their roles and with their references', async () => {
    const page = drawPage(<FormulaStrip />);
    page.seek(4);
    await waitFor(() => expect(document.querySelector('.katex')).not.toBeNull(), { timeout: 10_000 });
    const symbol = document.querySelector('.katex [data-symbol="h"][data-t="1"]');
    expect(symbol?.querySelector('.role-state')).not.toBeNull();
    expect(document.querySelector('.katex math')).not.toBeNull();
    const user = userEvent.setup();
    await user.click(document.querySelector('.katex [data-symbol="b_h"]') as HTMLElement);
    expect(page.stores.views.getState().selection).toMatchObject({ symbol: 'b_h' });
  });
});
