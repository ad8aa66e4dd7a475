import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { usePaced } from '../../../src/view/hooks/usePaced.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const paced = (first: number) => {
  const hook = renderHook(({ value }: { value: number }) => usePaced(value, 100), { initialProps: { value: first } });
  return {
    shown: () => hook.result.current,
    set: (value: number) => hook.rerender({ value }),
    wait: (milliseconds: number): void => act(() => void vi.advanceTimersByTime(milliseconds)),
    unmount: hook.unmount,
  };
};

describe('a paced value', () => {
  test('changes at once where nothing changed before', () => {
    const { shown, set } = paced(1);
    expect(shown()).toBe(1);
    set(2);
    expect(shown()).toBe(2);
  });

  test('waits where the last change is not long ago, and then is the newest', () => {
    const { shown, set, wait } = paced(1);
    set(2);
    wait(30);
    set(3);
    wait(30);
    set(4);
    wait(39);
    expect(shown()).toBe(2);
    wait(1);
    expect(shown()).toBe(4);
  });

  test('goes on at its pace while changes keep coming', () => {
    const { shown, set, wait } = paced(0);
    const seen = new Set<number>();
    for (let k = 1; k <= 50; k++) {
      set(k);
      seen.add(shown());
      wait(10);
    }
    expect([...seen]).toEqual([1, 10, 20, 30, 40]);
    wait(100);
    expect(shown()).toBe(50);
  });

  test('is at once again after a rest', () => {
    const { shown, set, wait } = paced(1);
    set(2);
    wait(100);
    set(3);
    expect(shown()).toBe(3);
  });

  test('does nothing more once it is gone, nor where a change is taken back', () => {
    const { shown, set, wait, unmount } = paced(1);
    set(2);
    set(3);
    set(2);
    wait(200);
    expect(shown()).toBe(2);
    set(4);
    set(5);
    unmount();
    expect(vi.getTimerCount()).toBe(0);
  });
});
