import { act, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { PageList } from '../../../src/view/panels/pages/PageList.tsx';

const pages = [
  { id: 'flow', name: 'Who forgets?', question: 'How much does each word still matter?' },
  { id: 'map', name: 'Only the long way', question: 'Which losses reach which words?' },
] as const;

/** What tells the page that something has another size: jsdom lays nothing out. */
let resized: () => void = () => {};
const observed = new Set<Element>();

/** A row of 300 pixels, in which buttons of that width follow each other. */
function withWidth(width: () => number): void {
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(300);
  vi.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockImplementation(width);
  vi.spyOn(HTMLElement.prototype, 'offsetLeft', 'get').mockImplementation(function (this: HTMLElement) {
    return [...document.querySelectorAll('button')].indexOf(this as HTMLButtonElement) * width();
  });
  vi.stubGlobal(
    'ResizeObserver',
    class {
      constructor(callback: () => void) {
        resized = callback;
      }
      observe(element: Element): void {
        observed.add(element);
        resized();
      }
      disconnect(): void {
        observed.clear();
      }
    },
  );
}

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('the list of pages', () => {
  test('says which is open, and opens another', () => {
    const open = vi.fn<(id: 'flow' | 'map') => void>();
    render(<PageList label="Experiments" pages={pages} open="flow" onOpen={open} />);
    expect(screen.getByRole('button', { current: 'page' })).toHaveTextContent('Who forgets?');
    screen.getByRole('button', { name: /Only the long way/ }).click();
    expect(open).toHaveBeenCalledWith('map');
  });

  test('has the open one in the middle of a row that scrolls, also once its letters are larger', () => {
    let width = 200;
    withWidth(() => width);
    render(<PageList label="Experiments" pages={pages} open="map" onOpen={() => {}} />);
    const row = screen.getByRole('list');
    expect([...observed]).toEqual([screen.getByRole('button', { current: 'page' })]);
    expect(row.scrollLeft).toBe(200 - (300 - 200) / 2);
    width = 260;
    act(() => resized());
    expect(row.scrollLeft).toBe(260 - (300 - 260) / 2);
  });
});
