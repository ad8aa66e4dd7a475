import { act, fireEvent, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { watchView } from '../../../src/view/hooks/inView.ts';
import { useInTurn } from '../../../src/view/hooks/useInTurn.ts';
import { stubView } from '../stubView.ts';

const frame = 16;

const tell = stubView();

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  act(() => void vi.advanceTimersByTime(1000)); // turns that were given are over
  vi.useRealTimers();
});

/** Figures of one page, all drawn of the same numbers. */
function figures(count: number) {
  const elements = Array.from({ length: count }, () => document.createElement('figure'));
  const hooks = elements.map((element) => renderHook(({ value }: { value: number }) => useInTurn(value, { current: element }), { initialProps: { value: 0 } }));
  return {
    elements,
    shown: (): number[] => hooks.map(({ result }) => result.current),
    set: (value: number): void => hooks.forEach((hook) => hook.rerender({ value })),
    frames: (much: number): void => act(() => void vi.advanceTimersByTime(much * frame)),
    unmount: (): void => hooks.forEach((hook) => hook.unmount()),
  };
}

describe('figures that take turns', () => {
  test('all change at once where one change comes by itself', () => {
    const { shown, set, frames } = figures(3);
    expect(shown()).toEqual([0, 0, 0]);
    set(1);
    expect(shown()).toEqual([1, 1, 1]);
    frames(60);
    set(2);
    expect(shown()).toEqual([2, 2, 2]);
  });

  test('change one after another, each a frame or more later, where changes follow each other', () => {
    const { shown, set, frames } = figures(3);
    set(1);
    set(2);
    expect(shown()).toEqual([1, 1, 1]);
    const seen = [shown().join('')];
    for (let k = 0; k < 12; k++) {
      frames(1);
      if (shown().join('') !== seen.at(-1)) seen.push(shown().join(''));
    }
    expect(seen).toEqual(['111', '211', '221', '222']);
  });

  test('take the newest when their turn has come, and none waits for ever while changes keep coming', () => {
    const { shown, set, frames } = figures(4);
    set(1);
    const lags: number[] = [];
    for (let k = 2; k <= 60; k++) {
      set(k);
      frames(1);
      lags.push(...shown().map((value) => k - value));
    }
    // Four figures of two frames each: none is further behind than the three before it.
    expect(Math.max(...lags)).toBeLessThanOrEqual(10);
    frames(20);
    expect(shown()).toEqual([60, 60, 60, 60]);
  });

  test('take turns from the first change on while a hand drags', () => {
    const { shown, set, frames } = figures(2);
    fireEvent.pointerDown(window);
    set(1);
    expect(shown()).toEqual([0, 0]);
    frames(8);
    expect(shown()).toEqual([1, 1]);
    fireEvent.pointerUp(window);
    frames(60);
    set(2);
    expect(shown()).toEqual([2, 2]);
  });

  test('have no turn under the hand while they cannot be seen, and catch up once they can or the hand is lifted', () => {
    const { elements, shown, set, frames } = figures(3);
    const [first, second] = elements as [HTMLElement, HTMLElement];
    const ends = [first, second].map(watchView);
    tell(first, false);
    tell(second, false);
    fireEvent.pointerDown(window);
    set(1);
    frames(20);
    expect(shown()).toEqual([0, 0, 1]);
    tell(second, true);
    frames(4);
    expect(shown()).toEqual([0, 1, 1]);
    set(2);
    frames(20);
    expect(shown()).toEqual([0, 2, 2]);
    fireEvent.pointerUp(window);
    frames(4);
    expect(shown()).toEqual([2, 2, 2]);
    for (const end of ends) end();
  });

  test('take turns out of view, too, where keys change one thing after another: last come those that cannot be seen', () => {
    const { elements, shown, set, frames } = figures(3);
    const end = watchView(elements[0]!);
    tell(elements[0]!, false);
    set(1);
    set(2);
    frames(2);
    expect(shown()).toEqual([1, 2, 1]);
    frames(10);
    expect(shown()).toEqual([2, 2, 2]);
    end();
  });

  test('give up their turn when they are gone', () => {
    const { set, frames, unmount } = figures(2);
    set(1);
    set(2);
    unmount();
    frames(10);
    expect(vi.getTimerCount()).toBe(0);
  });
});
