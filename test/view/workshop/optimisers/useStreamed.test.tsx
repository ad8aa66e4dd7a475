import { act, renderHook } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { SliceJob } from '../../../../src/engine/workshop/race/job.ts';
import { useStreamed } from '../../../../src/view/panels/workshop/optimisers/useStreamed.ts';
import type { CallListener } from '../../../../src/worker/workshop/procedures.ts';

const { calls } = vi.hoisted(() => ({ calls: [] as { input: unknown; listener: unknown; isCancelled: boolean }[] }));

vi.mock('../../../../src/state/workshop/client.ts', () => ({
  workshopClient: () => ({
    call: (_procedure: string, input: unknown, listener: unknown) => {
      const own = { input, listener, isCancelled: false };
      calls.push(own);
      return { cancel: () => (own.isCancelled = true) };
    },
  }),
}));

const listenerOf = (k: number) => calls[k]!.listener as CallListener<'slice'>;
const job = (stretch: number): SliceJob => ({ problem: { kind: 'bowl', stretch }, origin: new Float64Array(2), directions: { u: Float64Array.of(1, 0), v: Float64Array.of(0, 1) }, a: { low: 0, high: 1 }, b: { low: 0, high: 1 }, points: 3 });
const coarse = { losses: Float64Array.of(1), stride: 2 };
const fine = { losses: Float64Array.of(1), stride: 1 };

beforeEach(() => {
  calls.length = 0;
});

describe('what a worker makes of an input, as it comes', () => {
  it('is the latest progress, then the result, always with its own input', () => {
    const [first, second] = [job(1), job(2)];
    const initialProps: { input: SliceJob | null } = { input: first };
    const { result, rerender } = renderHook(({ input }: typeof initialProps) => useStreamed('slice', input), { initialProps });
    expect(result.current).toBeNull();
    act(() => listenerOf(0).onProgress?.(coarse));
    expect(result.current).toEqual({ input: first, progress: coarse, result: null, problem: null });
    act(() => listenerOf(0).onDone(fine));
    expect(result.current).toEqual({ input: first, progress: coarse, result: fine, problem: null });
    rerender({ input: second });
    // What was known stays until there is something new.
    expect(result.current!.input).toBe(first);
    act(() => listenerOf(1).onDone(fine));
    expect(result.current).toEqual({ input: second, progress: null, result: fine, problem: null });
    rerender({ input: null });
    expect(result.current).toBeNull();
  });

  it('ends the call for the input before, and the last one when nobody looks any more', () => {
    const { rerender, unmount } = renderHook(({ input }) => useStreamed('slice', input), { initialProps: { input: job(1) } });
    rerender({ input: job(2) });
    expect(calls.map(({ isCancelled }) => isCancelled)).toEqual([true, false]);
    unmount();
    expect(calls.map(({ isCancelled }) => isCancelled)).toEqual([true, true]);
  });

  it('says in words why there is none', () => {
    const { result } = renderHook(() => useStreamed('slice', first));
    act(() => listenerOf(0).onFailed('There is no row to learn from.'));
    expect(result.current).toMatchObject({ result: null, problem: 'There is no row to learn from.' });
  });
  const first = job(1);
});
