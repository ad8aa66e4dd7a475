import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { TableButton } from '../../../src/view/panels/table/TableButton.tsx';
import { ValuesTable } from '../../../src/view/panels/table/ValuesTable.tsx';
import { pageAround, pageOf } from '../../../src/view/panels/table/values.ts';
import { drawPage } from '../page.tsx';

const steps = (): HTMLElement => screen.getByRole('table', { name: 'Time steps' });
const weights = (name: string): HTMLElement =>
  [...document.querySelectorAll('summary')].find((each) => each.textContent.startsWith(name)) as HTMLElement;
const known = (symbol: string): number => steps().querySelectorAll(`[data-symbol="${symbol}"][data-value]`).length;

describe('the table of the time steps', () => {
  test('has a row a step, with its word and the row of x that is 1', () => {
    drawPage(<ValuesTable />);
    const rows = within(steps()).getAllByRole('row').slice(2);
    expect(rows.map((row) => within(row).getByRole('rowheader').textContent)).toEqual(['0', '1', '2', '3', '4']);
    expect(rows[3]).toHaveTextContent('not');
    expect(rows[3]?.querySelector('[data-symbol="x"]')).toHaveAttribute('data-unit', '5');
  });

  test('holds exactly what is known at the playhead', () => {
    const page = drawPage(<ValuesTable />);
    expect(known('h')).toBe(4);
    page.seek(8);
    expect(known('h')).toBe(4 * 3);
    expect(known('p')).toBe(0);
    expect(known('dh')).toBe(0);
    page.seek(1000);
    expect(known('h')).toBe(4 * 5);
    expect(known('p')).toBe(1);
    expect(known('L')).toBe(1);
    expect(known('dh')).toBe(4 * 5);
  });

  test('shows the numbers of the engine, with all their digits in the attribute', () => {
    const page = drawPage(<ValuesTable />);
    page.seek(4);
    const cell = steps().querySelector('[data-symbol="h"][data-t="1"][data-unit="2"]');
    const { trace } = page.stores.runs.getState();
    const value = trace?.values[2]?.[4 + 1] ?? NaN;
    expect(cell).toHaveAttribute('data-value', `${value}`);
  });

  test('shows 50 steps of a long sequence at a time', async () => {
    const user = userEvent.setup();
    const page = drawPage(<ValuesTable />, { generatedLength: 1000 });
    expect(within(steps()).getAllByRole('row')).toHaveLength(2 + 1 + 50);
    await user.click(screen.getByRole('button', { name: 'Next' }));
    expect(screen.getByText('steps 51–100 of 1,000')).toBeInTheDocument();
    page.unmount();
  });
});

describe('the weights', () => {
  test('stand in tables of their own, with gradient and new value once they are known', async () => {
    const user = userEvent.setup();
    const page = drawPage(<ValuesTable />);
    await user.click(weights('W_hh'));
    expect(screen.getByRole('table', { name: 'W_hh' }).querySelectorAll('[data-value]')).toHaveLength(16);
    expect(screen.queryByRole('table', { name: 'new W_hh' })).toBeNull();
    page.seek(1000);
    expect(screen.getByRole('table', { name: '∂L/∂W_hh' }).querySelectorAll('[data-value]')).toHaveLength(16);
    const entry = screen.getByRole('table', { name: 'new W_hh' }).querySelector('[data-unit="2,3"]');
    expect(entry).toHaveAttribute('data-symbol', 'W_hh_new');
  });

  test('that multiply the input are headed by the words', async () => {
    const user = userEvent.setup();
    drawPage(<ValuesTable />);
    await user.click(weights('W_xh'));
    const heads = within(screen.getByRole('table', { name: 'W_xh' })).getAllByRole('columnheader');
    expect(heads.map((head) => head.textContent)).toEqual(['row', 'movie', 'was', 'good', 'bad', 'not']);
  });
});

test('a button opens and closes the table', async () => {
  const user = userEvent.setup();
  const page = drawPage(<TableButton />);
  const button = screen.getByRole('button', { name: 'Numbers as a table' });
  await user.click(button);
  expect(page.stores.views.getState().panel).toBe('table');
  expect(button).toHaveAttribute('aria-expanded', 'true');
  await user.click(button);
  expect(page.stores.views.getState().panel).toBe('none');
});

test('pages stay within what there is', () => {
  expect(pageOf(120, 9)).toEqual({ number: 3, count: 3, from: 101, to: 120 });
  expect(pageOf(4, 0)).toEqual({ number: 1, count: 1, from: 1, to: 4 });
  expect([1, 50, 51].map((t) => pageAround(t))).toEqual([1, 1, 2]);
});

describe('the table of other networks', () => {
  test('has every state of the cell, and everything it computes when asked for', async () => {
    const user = userEvent.setup();
    const page = drawPage(<ValuesTable />, { cell: 'lstm' });
    page.seek(1000);
    expect(known('c')).toBe(4 * 5);
    expect(known('f')).toBe(0);
    await user.click(screen.getByRole('radio', { name: 'everything computed' }));
    expect(known('f')).toBe(4 * 4);
    expect(known('dc')).toBe(4 * 5);
  });

  test('says what PyTorch calls the values, where asked to', async () => {
    const user = userEvent.setup();
    drawPage(<ValuesTable />, { cell: 'lstm' });
    expect(steps()).not.toHaveTextContent('output');
    await user.click(screen.getByRole('switch', { name: 'PyTorch’s names' }));
    expect(within(steps()).getByRole('columnheader', { name: 'h = output' })).toBeInTheDocument();
    const rows = within(steps()).getAllByRole('rowheader').map((each) => each.textContent);
    expect(rows).toEqual(['0 = h_0, c_0', '1', '2', '3', '4 = h_n, c_n']);
  });

  test('groups the weights by what they are for', () => {
    drawPage(<ValuesTable />, { cell: 'lstm' });
    const forget = screen.getByRole('region', { name: 'Weights of the forget gate f' });
    expect([...forget.querySelectorAll('summary')].map((each) => each.textContent)).toEqual(['W_xf 4 × 5', 'W_hf 4 × 4', 'b_f 4']);
  });
});
