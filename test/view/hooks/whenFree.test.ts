import { afterEach, describe, expect, it, vi } from 'vitest';
import { whenFree } from '../../../src/view/hooks/whenFree.ts';

/** A browser's moments of rest, each with so much left of its frame, or come too late to wait for another. */
function idleMoments() {
  let asked: { handle: number; callback: (deadline: IdleDeadline) => void; timeout: number | undefined } | null = null;
  let count = 0;
  vi.stubGlobal('requestIdleCallback', (callback: (deadline: IdleDeadline) => void, options?: { timeout?: number }) => {
    asked = { handle: ++count, callback, timeout: options?.timeout };
    return count;
  });
  vi.stubGlobal('cancelIdleCallback', (handle: number) => {
    if (asked?.handle === handle) asked = null;
  });
  return {
    isAsked: () => asked !== null,
    timeout: () => asked?.timeout,
    come: (left: number, didTimeout = false): void => {
      const { callback } = asked ?? {};
      asked = null;
      callback?.({ didTimeout, timeRemaining: () => left });
    },
  };
}

afterEach(() => void vi.unstubAllGlobals());

describe('work that waits until the page is free', () => {
  it('passes over a moment too short for it, and is done in the first that is long enough', () => {
    const moments = idleMoments();
    const done = vi.fn<() => void>();
    whenFree(done, 250);
    moments.come(3);
    expect(done).not.toHaveBeenCalled();
    moments.come(12);
    expect(done).toHaveBeenCalledOnce();
    expect(moments.isAsked()).toBe(false);
  });

  it('is done in any moment once it has waited long enough, and never waits longer than that in all', () => {
    vi.useFakeTimers();
    const moments = idleMoments();
    const done = vi.fn<() => void>();
    whenFree(done, 250);
    expect(moments.timeout()).toBe(250);
    vi.advanceTimersByTime(200);
    moments.come(1);
    expect(moments.timeout()).toBe(50);
    moments.come(0, true);
    expect(done).toHaveBeenCalledOnce();
    vi.useRealTimers();
  });

  it('is given up', () => {
    const moments = idleMoments();
    const done = vi.fn<() => void>();
    const giveUp = whenFree(done, 250);
    moments.come(1);
    giveUp();
    moments.come(16);
    expect(done).not.toHaveBeenCalled();
  });

  it('is done at once where a browser cannot tell', () => {
    vi.stubGlobal('requestIdleCallback', undefined);
    const done = vi.fn<() => void>();
    whenFree(done, 250);
    expect(done).toHaveBeenCalledOnce();
  });
});
