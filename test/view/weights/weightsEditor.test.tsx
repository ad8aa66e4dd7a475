import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { initialDocument } from '../../../src/state/defaults.ts';
import { editOf, entryOf, referenceOf, wishOf } from '../../../src/view/panels/weights/editable.ts';
import { indicesOf, moved, windowOf } from '../../../src/view/panels/weights/gridWindow.ts';
import { readingOf } from '../../../src/state/reading.ts';
import { ValueInspector } from '../../../src/view/panels/weights/ValueInspector.tsx';
import { WeightsEditor } from '../../../src/view/panels/weights/WeightsEditor.tsx';
import { drawPage, type Page } from '../page.tsx';

const documentOf = (page: Page) => page.stores.documents.getState().document;

const cell = (unit: string): HTMLElement => {
  const found = screen.getAllByRole('gridcell').find((each) => each.getAttribute('data-unit') === unit);
  if (!found) throw new Error(`There is no cell ${unit}.`);
  return found;
};
const button = (unit: string): HTMLElement => within(cell(unit)).getByRole('button');

describe('the weights', () => {
  it('are drawn with all their digits', () => {
    const page = drawPage(<WeightsEditor />);
    const { parameters, network } = page.stores.runs.getState();
    const slot = network?.program.parameters.find(({ symbol }) => symbol === 'W_hh');
    expect(screen.getAllByRole('gridcell')).toHaveLength(16);
    expect(cell('2,3')).toHaveAttribute('data-value', `${parameters?.[(slot?.offset ?? 0) + 4 + 2]}`);
    expect(cell('2,3')).toHaveAttribute('data-symbol', 'W_hh');
  });

  it('are reached by one Tab and moved through by arrow keys, which select', async () => {
    const page = drawPage(<WeightsEditor />);
    button('1,1').focus();
    await userEvent.keyboard('{ArrowDown}{ArrowRight}{ArrowRight}');
    expect(button('2,3')).toHaveFocus();
    expect(page.stores.views.getState().selection).toEqual({ symbol: 'W_hh', unit: 2, column: 3 });
    expect(screen.getAllByRole('gridcell').filter((each) => within(each).getByRole('button').tabIndex === 0)).toHaveLength(1);
    await userEvent.keyboard('{End}');
    expect(button('2,4')).toHaveFocus();
    await userEvent.keyboard('{Control>}{Home}{/Control}');
    expect(button('1,1')).toHaveFocus();
  });

  it('are typed over, and taken by Enter', async () => {
    const page = drawPage(<WeightsEditor />);
    button('1,2').focus();
    await userEvent.keyboard('-1.5{Enter}');
    expect(documentOf(page).changes).toEqual([{ kind: 'set', symbol: 'W_hh', unit: 1, column: 2, value: -1.5 }]);
    expect(cell('1,2')).toHaveAttribute('data-value', '-1.5');
    expect(button('1,2')).toHaveFocus();
  });

  it('are taken when the field is left', async () => {
    const page = drawPage(<WeightsEditor />);
    button('1,2').focus();
    await userEvent.keyboard('2');
    fireEvent.blur(screen.getByRole('textbox', { name: 'New value of W_hh[1,2]' }));
    expect(documentOf(page).changes).toHaveLength(1);
  });

  it('stay as they were by Escape', async () => {
    const page = drawPage(<WeightsEditor />);
    button('1,2').focus();
    await userEvent.keyboard('{Enter}');
    expect(screen.getByRole('textbox', { name: 'New value of W_hh[1,2]' })).toHaveFocus();
    await userEvent.keyboard('9{Escape}');
    expect(documentOf(page).changes).toEqual([]);
    expect(button('1,2')).toHaveFocus();
  });

  it('say what is no number, and keep it', async () => {
    drawPage(<WeightsEditor />);
    button('1,2').focus();
    await userEvent.keyboard('1abc{Enter}');
    expect(screen.getByRole('alert')).toHaveTextContent('1abc is not a number; expected for example −0.5 or 1e-3.');
    expect(screen.getByRole('textbox', { name: 'New value of W_hh[1,2]' })).toHaveValue('1abc');
  });

  it('show the parameter of what is selected elsewhere', () => {
    drawPage(<WeightsEditor />, {}, { selection: { symbol: 'b_h', unit: 2 } });
    expect(screen.getByRole('radio', { name: 'b_h' })).toBeChecked();
    expect(cell('2')).toHaveAttribute('aria-selected', 'true');
  });

  it('draw only what is in view of a large parameter', () => {
    drawPage(<WeightsEditor />, { hiddenSize: 64 });
    expect(screen.getByRole('grid')).toHaveAttribute('aria-rowcount', '65');
    expect(screen.getAllByRole('gridcell').length).toBeLessThan(600);
  });
});

describe('the selected number', () => {
  it('is dragged as one step of the undo menu, and what it was before stays', () => {
    const page = drawPage(<WeightsEditor />, {}, { selection: { symbol: 'W_hh', unit: 1, column: 1 } });
    const slider = screen.getByRole('slider', { name: 'W_hh[1,1]' });
    fireEvent.pointerDown(slider);
    for (const value of [1, 2, 3]) fireEvent.change(slider, { target: { value } });
    expect(documentOf(page).changes).toEqual([{ kind: 'set', symbol: 'W_hh', unit: 1, column: 1, value: 3 }]);
    expect(screen.getByText('before:', { exact: false })).toBeInTheDocument();
    fireEvent.click(screen.getByRole('button', { name: 'Undo: set W_hh[1,1]' }));
    expect(documentOf(page).changes).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: 'Redo: set W_hh[1,1]' }));
    expect(documentOf(page).changes).toHaveLength(1);
    fireEvent.click(screen.getByRole('button', { name: 'Reset weights' }));
    expect(documentOf(page).changes).toEqual([]);
  });

  it('is typed to the last digit, 1e308 too', async () => {
    const page = drawPage(<WeightsEditor />, {}, { selection: { symbol: 'W_xh', unit: 1, column: 1 } });
    const field = screen.getByRole('textbox', { name: 'W_xh[1,1], to the last digit' });
    await userEvent.clear(field);
    await userEvent.type(field, 'abc{Enter}');
    expect(screen.getByRole('alert')).toHaveTextContent('abc is not a number; expected for example −0.5 or 1e-3.');
    await userEvent.clear(field);
    await userEvent.type(field, '1e308{Enter}');
    expect(documentOf(page).changes).toMatchObject([{ value: 1e308 }]);
  });

  it('may be a unit of the initial state', () => {
    const page = drawPage(<WeightsEditor />, {}, { selection: { symbol: 'h', t: 0, unit: 3 } });
    fireEvent.change(screen.getByRole('slider', { name: 'h₀[3]' }), { target: { value: 0.5 } });
    expect(documentOf(page).initialStates).toEqual({ h: [0, 0, 0.5, 0] });
    fireEvent.click(screen.getByRole('button', { name: 'Set h₀ to zero' }));
    expect(documentOf(page).initialStates).toBeNull();
  });
});

describe('entries', () => {
  const { network } = drawPage(null).stores.runs.getState();
  if (!network) throw new Error('There is no run.');

  it('are found by reference and give it back', () => {
    for (const reference of [{ symbol: 'W_hh', unit: 2, column: 3 }, { symbol: 'b_h', unit: 4 }, { symbol: 'h', t: 0, unit: 1 }]) {
      const entry = entryOf(network, reference);
      expect(entry && referenceOf(entry.editable, entry.unit, entry.column)).toEqual(reference);
    }
    for (const reference of [null, { symbol: 'h', t: 1, unit: 1 }, { symbol: 'W_hh', unit: 9, column: 1 }, { symbol: 'W_hh' }]) {
      expect(entryOf(network, reference)).toBeNull();
    }
  });

  it('have the value that the document gave them last, before the run has it', () => {
    const entry = entryOf(network, { symbol: 'W_hh', unit: 1, column: 2 });
    if (!entry) throw new Error('There is no such entry.');
    const start = initialDocument();
    const set = { kind: 'set', symbol: 'W_hh', unit: 1, column: 2, value: 7 } as const;
    const scale = { kind: 'scale', symbol: 'W_hh', factor: 2 } as const;
    expect(wishOf(entry, start)).toBe(null);
    expect(wishOf(entry, { ...start, changes: [set] })).toBe(7);
    expect(wishOf(entry, { ...start, changes: [set, scale] })).toBe(null);
    expect(wishOf(entry, { ...start, changes: [set, { ...scale, symbol: 'W_xh' }] })).toBe(7);
    expect(editOf(entry, 3)).toMatchObject({ type: 'editWeight', symbol: 'W_hh', unit: 1, column: 2, value: 3 });
  });
});

describe('the window of a large grid', () => {
  it('holds what is in view, a few more, and the cell with the focus', () => {
    expect(windowOf(0, 100, 20, 64)).toEqual({ from: 0, to: 7 });
    expect(windowOf(600, 100, 20, 64)).toEqual({ from: 28, to: 37 });
    expect(windowOf(0, 0, 20, 1)).toEqual({ from: 0, to: 1 });
    expect(indicesOf({ from: 5, to: 8 }, 0, 64)).toEqual([0, 5, 6, 7]);
    expect(indicesOf({ from: 5, to: 8 }, 60, 64)).toEqual([5, 6, 7, 60]);
    expect(indicesOf({ from: 5, to: 8 }, 6, 64)).toEqual([5, 6, 7]);
  });

  it('is left by no key', () => {
    expect(moved('ArrowUp', [0, 0], 4, 4)).toEqual([0, 0]);
    expect(moved('PageDown', [2, 1], 4, 4)).toEqual([3, 1]);
    expect(moved('a', [0, 0], 4, 4)).toBeNull();
  });
});

describe('the weights of a cell with gates', () => {
  it('are chosen gate by gate, with what each gate is for', async () => {
    drawPage(<WeightsEditor />, { cell: 'lstm' });
    const gates = screen.getByRole('combobox', { name: 'Weights of' });
    expect(within(gates).getAllByRole('option').map((each) => each.textContent)).toEqual(['input gate i', 'forget gate f', 'candidate g', 'output gate o', 'output', 'initial states']);
    await userEvent.selectOptions(gates, 'forget gate f');
    expect(screen.getByText('Forget gate f: how much is kept.')).toBeInTheDocument();
    expect(screen.getAllByRole('radio').map((each) => each.closest('label')?.textContent)).toEqual(['W_xf', 'W_hf', 'b_f']);
    expect(screen.getAllByRole('rowheader').map((each) => each.textContent)).toEqual(['f[1]', 'f[2]', 'f[3]', 'f[4]']);
  });

  it('have every state to begin with', async () => {
    drawPage(<WeightsEditor />, { cell: 'lstm' });
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Weights of' }), 'initial states');
    expect(screen.getAllByRole('radio').map((each) => each.closest('label')?.textContent)).toEqual(['h₀', 'c₀']);
  });
});

describe('a number of a dense input', () => {
  it('is changed where it is selected', () => {
    const page = drawPage(<ValueInspector />, { task: 'pictures', text: '#.#/.#./#.#', cell: 'feedforward_tanh' }, { selection: { symbol: 'x', t: 1, unit: 2 } });
    fireEvent.change(screen.getByRole('slider', { name: 'x₁[2]' }), { target: { value: 0.25 } });
    expect(readingOf(documentOf(page)).inputs).toMatchObject({ values: Float64Array.of(1, 0.25, 1, 0, 1, 0, 1, 0, 1) });
    expect(screen.getByText(/row 1 col 2/)).toHaveAttribute('data-value', '0.25');
  });

  it('is no word, which a slider cannot change', () => {
    drawPage(<ValueInspector />, {}, { selection: { symbol: 'x', t: 1, unit: 2 } });
    expect(screen.queryByRole('slider')).toBeNull();
  });
});
