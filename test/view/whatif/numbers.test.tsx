import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { UnrolledDocument } from '../../../src/state/document.ts';
import type { Page } from '../page.tsx';
import { drag, draw, frame, mark, pointer } from './hand.tsx';

vi.mock('../../../src/view/hooks/useSize.ts', () => ({ useSize: () => ({ width: 1200, height: 700 }) }));

const documentOf = (page: Page): UnrolledDocument => page.stores.documents.getState().document;
const undoWords = (page: Page): string => page.stores.documents.getState().undoWords;

const initial = (page: Page, unit: number, column: number): number => {
  const { network, parameters } = page.stores.runs.getState();
  const slot = network?.program.parameters.find(({ symbol }) => symbol === 'W_hh');
  return parameters?.[(slot?.offset ?? 0) + (unit - 1) * (slot?.columns ?? 0) + column - 1] ?? NaN;
};

describe('a number that is dragged', () => {
  it('goes up with the hand, and all that follows from it goes along', async () => {
    const page = await draw();
    const before = Number(mark('h', '1', 2).getAttribute('data-value'));
    await drag(mark('W_hh', '1,2'), [[0, -20]]);
    const { changes } = documentOf(page);
    expect(changes).toMatchObject([{ kind: 'set', symbol: 'W_hh', unit: 1, column: 2 }]);
    const value = changes[0]?.kind === 'set' ? changes[0].value : NaN;
    expect(mark('W_hh', '1,2')).toHaveAttribute('data-value', `${value}`);
    expect(Number(mark('h', '1', 2).getAttribute('data-value'))).not.toBe(before);
    expect(page.stores.views.getState().selection).toEqual({ symbol: 'W_hh', unit: 1, column: 2 });
  });

  it('goes a tenth as far with ⇧, and ten times as far with Ctrl', async () => {
    const way = async (keys: object): Promise<number> => {
      const page = await draw({ changes: [{ kind: 'set', symbol: 'W_hh', unit: 1, column: 2, value: 0 }] });
      await drag(mark('W_hh', '1,2'), [[0, -30]], { keys });
      const [change] = documentOf(page).changes;
      page.unmount();
      return change?.kind === 'set' ? change.value : NaN;
    };
    const plain = await way({});
    expect(plain).toBeGreaterThan(0);
    expect(await way({ shiftKey: true })).toBeCloseTo(plain / 10, 12);
    expect(await way({ ctrlKey: true })).toBeCloseTo(plain * 10, 12);
  });

  it('is one step of the undo menu, however long the drag', async () => {
    const page = await draw();
    const before = initial(page, 1, 2);
    await drag(mark('W_hh', '1,2'), [[0, -5], [0, -5], [0, 12], [0, -20]]);
    expect(undoWords(page)).toBe('set W_hh[1,2]');
    expect(page.stores.documents.getState().history.past).toHaveLength(1);
    act(() => page.stores.documents.getState().undo());
    expect(documentOf(page).changes).toEqual([]);
    expect(initial(page, 1, 2)).toBe(before);
  });

  it('is what it was after Escape in the middle of the drag', async () => {
    const page = await draw();
    await drag(mark('W_hh', '1,2'), [[0, -15]], { release: false });
    expect(documentOf(page).changes).toHaveLength(1);
    fireEvent.keyDown(document.body, { key: 'Escape' });
    expect(documentOf(page).changes).toEqual([]);
  });

  it('goes sideways as well, and then not up and down', async () => {
    const page = await draw({ changes: [{ kind: 'set', symbol: 'W_hh', unit: 1, column: 2, value: 0 }] });
    await drag(mark('W_hh', '1,2'), [[15, 0], [0, -40]]);
    const [change] = documentOf(page).changes;
    expect(change?.kind === 'set' && change.value > 0 && change.value < 1).toBe(true);
    const once = change;
    await drag(mark('W_hh', '1,2'), [[0, 0]]);
    expect(documentOf(page).changes[0]).toEqual(once);
  });

  it('is set once a picture, not once a movement', async () => {
    const page = await draw();
    let count = 0;
    page.stores.documents.subscribe(() => void count++);
    const element = mark('W_hh', '1,2');
    fireEvent.pointerDown(element, pointer('mouse', 100, 300));
    for (let y = 295; y > 255; y--) fireEvent.pointerMove(element, pointer('mouse', 100, y));
    await frame();
    expect(count).toBe(1);
    fireEvent.pointerUp(element, pointer('mouse', 100, 256));
    expect(count).toBe(1);
  });

  it('is left alone by a press without a movement, which selects it', async () => {
    const page = await draw();
    const element = mark('W_hh', '1,2');
    fireEvent.pointerDown(element, pointer('mouse', 100, 300));
    fireEvent.pointerUp(element, pointer('mouse', 101, 300));
    fireEvent.click(element);
    expect(documentOf(page).changes).toEqual([]);
    expect(page.stores.views.getState().pinned).toBe(true);
  });

  it('is dragged by a finger only after it was chosen, since fingers scroll', async () => {
    const page = await draw();
    await drag(mark('W_hh', '1,2'), [[0, -20]], { kind: 'touch' });
    expect(documentOf(page).changes).toEqual([]);
    fireEvent.click(mark('W_hh', '1,2'));
    await drag(mark('W_hh', '1,2'), [[0, -20]], { kind: 'touch' });
    expect(documentOf(page).changes).toHaveLength(1);
  });

  it('may be a unit of the state that the sequence begins with', async () => {
    const page = await draw();
    await drag(mark('h', '3', 0), [[0, -30]]);
    expect(mark('h', '3', 0)).toHaveAttribute('data-value', '0.3');
    expect(undoWords(page)).toContain('[3]');
  });
});

describe('the values before', () => {
  it('stand as ghosts at what has changed, as long as what was changed is looked at', async () => {
    const page = await draw();
    const before = mark('h', '1', 2).getAttribute('data-value');
    await drag(mark('W_hh', '1,2'), [[0, -60]]);
    expect(mark('h', '1', 2).querySelector('[data-before]')).toHaveAttribute('data-before', before);
    // The first step does not recall anything: h₀ is 0.
    expect(mark('h', '1', 1).querySelector('[data-before]')).toBeNull();
    act(() => page.stores.views.getState().select({ symbol: 'h', t: 1, unit: 1 }, true));
    expect(document.querySelector('[data-before]')).toBeNull();
  });

  it('go when the change is taken back', async () => {
    const page = await draw();
    await drag(mark('W_hh', '1,2'), [[0, -60]]);
    act(() => page.stores.documents.getState().undo());
    expect(document.querySelector('[data-before]')).toBeNull();
  });
});

describe('what became of the answer', () => {
  it('is said in one line, with all digits behind it', async () => {
    const page = await draw();
    const loss = page.stores.runs.getState().loss;
    await drag(mark('W_hh', '1,2'), [[0, -60]]);
    const line = document.querySelector('.what-if-line');
    expect(line?.textContent).toMatch(/^W_hh\[1,2\] −?\d\.\d+ → −?\d\.\d+:p₄ 0\.\d+ → 0\.\d+ \([+−]0\.\d+\)loss \d\.\d+ → \d\.\d+/);
    const told = line?.querySelector('[data-compared="L"]');
    expect(told).toHaveAttribute('data-from', `${loss}`);
    expect(told).toHaveAttribute('data-to', `${page.stores.runs.getState().loss}`);
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent(/^W_hh\[1,2\] .* → .*: p₄ .*, loss .*\.$/), { timeout: 2000 });
  });

  it('says so where the answer is another one now', async () => {
    await draw();
    const answer = Number(mark('p', '1', 4).getAttribute('data-value'));
    const [way, words] = answer < 0.5 ? [-80, 'now it says “positive” instead of “not positive”'] : [80, 'now it says “not positive” instead of “positive”'];
    await drag(mark('b_y', '1'), [[0, way]], { keys: { ctrlKey: true } });
    expect(document.querySelector('.what-if-line')?.textContent).toContain(words);
  });
});

describe('what cannot be changed', () => {
  it('says so, and offers what it is made of', async () => {
    const page = await draw();
    await drag(mark('h', '2', 3), [[0, -10]]);
    expect(documentOf(page).changes).toEqual([]);
    const line = document.querySelector('.what-if-line');
    expect(line?.textContent).toContain('h₃[2] is computed. Change what it is made of:');
    fireEvent.click(screen.getByRole('button', { name: /^b_h\[2\]$/ }));
    expect(page.stores.views.getState().selection).toMatchObject({ symbol: 'b_h', unit: 2 });
    expect(document.querySelector('.what-if-line')).toBeNull();
  });
});

describe('keys on a number', () => {
  it('change it with Alt, several presses at once in the undo menu', async () => {
    const page = await draw({ changes: [{ kind: 'set', symbol: 'W_hh', unit: 1, column: 2, value: 0 }] });
    mark('W_hh', '1,2').focus();
    await userEvent.keyboard('{Alt>}{ArrowUp}{ArrowUp}{ArrowDown}{ArrowUp}{/Alt}');
    const [change] = documentOf(page).changes;
    expect(change?.kind === 'set' && change.value > 0).toBe(true);
    expect(mark('W_hh', '1,2')).toHaveFocus();
    expect(page.stores.documents.getState().history.past).toHaveLength(1);
    expect(document.querySelector('[data-before]')).not.toBeNull();
  });

  it('open a field for it with Enter, once it is chosen', async () => {
    const page = await draw();
    mark('W_hh', '1,2').focus();
    await userEvent.keyboard('{Enter}');
    expect(screen.queryByRole('textbox')).toBeNull();
    await userEvent.keyboard('{Enter}');
    const field = screen.getByRole('textbox', { name: 'New value of W_hh[1,2]' });
    expect(field).toHaveFocus();
    await userEvent.clear(field);
    await userEvent.type(field, '−1.5{Enter}');
    expect(documentOf(page).changes).toMatchObject([{ value: -1.5 }]);
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(mark('W_hh', '1,2')).toHaveFocus();
  });

  it('leave it as it was with Escape', async () => {
    const page = await draw();
    mark('W_hh', '1,2').focus();
    await userEvent.keyboard('{Enter}{F2}9{Escape}');
    expect(documentOf(page).changes).toEqual([]);
    expect(mark('W_hh', '1,2')).toHaveFocus();
  });

  it('are told what is no number, and keep what was typed', async () => {
    await draw();
    mark('W_hh', '1,2').focus();
    await userEvent.keyboard('{Enter}{F2}');
    const field = screen.getByRole('textbox');
    await userEvent.clear(field);
    await userEvent.type(field, '0,5{Enter}');
    expect(screen.getByRole('alert')).toHaveTextContent('0,5 is not a number; write it with a point, as 0.5.');
    expect(field).toHaveValue('0,5');
  });

  it('say of a computed number why not', async () => {
    await draw();
    mark('h', '2', 3).focus();
    await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}');
    expect(document.querySelector('.what-if-line')?.textContent).toContain('is computed');
  });
});
