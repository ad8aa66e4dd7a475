import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { calm } from '../../../src/state/workshop/calm.ts';

interface Told {
  readonly count: number;
  readonly pressed: number;
}

const isAwaited = (state: Told, handed: Told): boolean => state.pressed !== handed.pressed;

/** A source, what follows it, and every count that the follower has handed on. */
function following() {
  const source = createStore<Told>(() => ({ count: 0, pressed: 0 }));
  const follower = calm(source, { least: 80, times: 5, isAwaited });
  const handed: number[] = [];
  follower.subscribe(({ count }) => handed.push(count));
  return { source, follower, handed };
}

describe('a store that follows another one calmly', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  });
  afterEach(() => {
    vi.restoreAllMocks();
    vi.useRealTimers();
  });

  it('hands on a change after a rest at once, and of many in a row the newest, after the rest', () => {
    const { source, follower, handed } = following();
    vi.advanceTimersByTime(1000);
    for (let count = 1; count <= 50; count++) source.setState({ count });
    expect(handed).toEqual([1]);
    vi.advanceTimersByTime(79);
    expect(handed).toEqual([1]);
    vi.advanceTimersByTime(1);
    expect(handed).toEqual([1, 50]);
    vi.advanceTimersByTime(1000);
    expect(handed).toEqual([1, 50]);
    expect(follower.getState().count).toBe(50);
  });

  /** After a change that those who listen took 100 ms to draw. */
  function afterSlowDrawing() {
    let time = 10_000;
    vi.spyOn(performance, 'now').mockImplementation(() => time);
    const made = following();
    made.source.setState({ count: 1 });
    // The next task has its turn when all is drawn.
    time += 100;
    vi.advanceTimersByTime(0);
    return made;
  }

  it('rests five times as long as they took who listen', () => {
    const { source, handed } = afterSlowDrawing();
    source.setState({ count: 2 });
    vi.advanceTimersByTime(399);
    expect(handed).toEqual([1]);
    vi.advanceTimersByTime(1);
    expect(handed).toEqual([1, 2]);
  });

  it('answers a press within the least rest, also where a change waits longer', () => {
    const { source, handed } = afterSlowDrawing();
    source.setState({ count: 2 });
    source.setState({ count: 3, pressed: 1 });
    expect(handed).toEqual([1, 3]);
    vi.advanceTimersByTime(1000);
    expect(handed).toEqual([1, 3]);
  });
});
