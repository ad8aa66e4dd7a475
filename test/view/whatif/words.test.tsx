import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { UnrolledDocument } from '../../../src/state/document.ts';
import type { Page } from '../page.tsx';
import { drag, draw, mark } from './hand.tsx';

vi.mock('../../../src/view/hooks/useSize.ts', () => ({ useSize: () => ({ width: 1200, height: 700 }) }));

const documentOf = (page: Page): UnrolledDocument => page.stores.documents.getState().document;

function word(index: number, axis = 0): SVGElement {
  const found = document.querySelector<SVGElement>(`[data-word="${axis},${index}"]`);
  if (!found) throw new Error(`There is no word ${index}.`);
  return found;
}

const menu = (): HTMLElement => screen.getByRole('dialog');

/** The score has columns of that many words. */
const columns = (count: number) => waitFor(() => expect(document.querySelectorAll('[data-word]')).toHaveLength(count));

describe('a word under its column', () => {
  it('opens a menu of what can stand instead', async () => {
    const page = await draw();
    fireEvent.click(word(3));
    expect(menu()).toHaveAccessibleName('“not” at t = 3');
    fireEvent.click(within(menu()).getByRole('button', { name: 'was' }));
    expect(documentOf(page).text).toBe('movie was was good');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(document.querySelector('.what-if-line')?.textContent).toContain('“not” → “was”');
  });

  it('is found by typing, and taken by Enter', async () => {
    const page = await draw();
    word(4).focus();
    await userEvent.keyboard('{Enter}');
    await userEvent.keyboard('ba');
    expect(within(menu()).queryByRole('button', { name: 'good' })).toBeNull();
    await userEvent.keyboard('{Enter}');
    expect(documentOf(page).text).toBe('movie was not bad');
  });

  it('that the vocabulary does not have is added to it', async () => {
    const page = await draw();
    fireEvent.click(word(4));
    await userEvent.keyboard('terrible');
    fireEvent.click(within(menu()).getByRole('button', { name: 'Add “terrible” to the vocabulary' }));
    expect(documentOf(page)).toMatchObject({ text: 'movie was not terrible', addedWords: ['terrible'] });
  });

  it('gets others before it and after it', async () => {
    const page = await draw();
    fireEvent.click(word(4));
    fireEvent.click(screen.getByRole('radio', { name: 'Before' }));
    fireEvent.click(within(menu()).getByRole('button', { name: 'bad' }));
    expect(documentOf(page).text).toBe('movie was not bad good');
    await columns(5);
    fireEvent.click(word(5));
    fireEvent.click(screen.getByRole('radio', { name: 'After' }));
    fireEvent.click(within(menu()).getByRole('button', { name: 'movie' }));
    expect(documentOf(page).text).toBe('movie was not bad good movie');
  });

  it('is taken out with Delete, and brought back by undo', async () => {
    const page = await draw();
    word(3).focus();
    await userEvent.keyboard('{Delete}');
    expect(documentOf(page).text).toBe('movie was good');
    page.stores.documents.getState().undo();
    expect(documentOf(page).text).toBe('movie was not good');
  });

  it('goes one step later with Alt and →, and the keyboard goes along', async () => {
    const page = await draw();
    word(3).focus();
    await userEvent.keyboard('{Alt>}{ArrowRight}{/Alt}');
    expect(documentOf(page).text).toBe('movie was good not');
    expect(word(4)).toHaveFocus();
    await userEvent.keyboard('{Alt>}{ArrowRight}{/Alt}');
    expect(documentOf(page).text).toBe('movie was good not');
  });

  it('keeps the menu closed and all as it was after Escape', async () => {
    const page = await draw();
    word(2).focus();
    await userEvent.keyboard('{Enter}{Escape}');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(word(2)).toHaveFocus();
    expect(documentOf(page).text).toBe('movie was not good');
  });

  it('leaves its values before at the column that it went to', async () => {
    const page = await draw();
    const before = mark('h', '1', 4).getAttribute('data-value');
    word(4).focus();
    await userEvent.keyboard('{Alt>}{ArrowLeft}{/Alt}');
    expect(documentOf(page).text).toBe('movie was good not');
    expect(mark('h', '1', 3).querySelector('[data-before]')).toHaveAttribute('data-before', before);
  });
});

describe('the 1 of a word', () => {
  it('goes to another row with the hand, as one step of the undo menu', async () => {
    const page = await draw();
    const height = 20;
    vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function rect(this: Element) {
      return new DOMRect(0, height * Number(this.closest('[data-unit]')?.getAttribute('data-unit') ?? 0), 20, height);
    });
    await drag(mark('x', '5', 3), [[0, -height], [0, -height]]);
    vi.restoreAllMocks();
    expect(documentOf(page).text).toBe('movie was good good');
    expect(mark('x', '3', 3)).toHaveAttribute('data-value', '1');
    expect(page.stores.documents.getState().history.past).toHaveLength(1);
  });

  it('comes to the row where Enter is pressed twice', async () => {
    const page = await draw();
    mark('x', '1', 3).focus();
    await userEvent.keyboard('{Enter}{Enter}');
    expect(documentOf(page).text).toBe('movie was movie good');
  });
});
