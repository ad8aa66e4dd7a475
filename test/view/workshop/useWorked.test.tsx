import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CallListener } from '../../../src/worker/workshop/procedures.ts';
import type { DecodeInput } from '../../../src/engine/workshop/decode.ts';
import { useWorked } from '../../../src/view/panels/workshop/useWorked.ts';

const { calls } = vi.hoisted(() => ({ calls: [] as { input: unknown; listener: unknown; isCancelled: boolean }[] }));

vi.mock('../../../src/state/workshop/client.ts', () => ({
  workshopClient: () => ({
    call: (_procedure: string, input: unknown, listener: unknown) => {
      const own = { input, listener, isCancelled: false };
      calls.push(own);
      return { cancel: () => (own.isCancelled = true) };
    },
  }),
}));

const listenerOf = (k: number) => calls[k]!.listener as CallListener<'decode'>;
const question = (seed: number): DecodeInput => ({ model: { cell: 'gru', topology: 'one-to-many', loss: 'cross_entropy', biases: 'one', timeReduction: 'sum', inputSize: 2, hiddenSize: 2, outputSize: 2 }, parameters: Float64Array.of(seed), runs: [] });

beforeEach(() => {
  vi.useFakeTimers();
  calls.length = 0;
});
afterEach(() => vi.useRealTimers());

describe('what a worker makes of the newest question', () => {
  it('comes with its own input, one call at a time, and those between are left out', () => {
    const questions = [1, 2, 3].map(question);
    const { result, rerender } = renderHook(({ input }) => useWorked('decode', input), { initialProps: { input: questions[0]! } });
    rerender({ input: questions[1]! });
    rerender({ input: questions[2]! });
    expect(calls.map(({ input }) => input)).toEqual([questions[0]]);
    expect(result.current.worked).toBeNull();
    act(() => listenerOf(0).onDone([]));
    expect(result.current.worked).toEqual({ input: questions[0], result: [] });
    act(() => void vi.advanceTimersByTime(1000));
    expect(calls.map(({ input }) => input)).toEqual([questions[0], questions[2]]);
    expect(result.current.worked!.input).toBe(questions[0]);
    act(() => listenerOf(1).onDone([]));
    expect(result.current.worked!.input).toBe(questions[2]);
    act(() => void vi.advanceTimersByTime(5000));
    expect(calls).toHaveLength(2);
  });

  it('is asked for soon, also after a call that waited long for its worker', () => {
    const { rerender } = renderHook(({ input }) => useWorked('decode', input), { initialProps: { input: question(1) } });
    act(() => void vi.advanceTimersByTime(20_000));
    act(() => listenerOf(0).onDone([]));
    rerender({ input: question(2) });
    act(() => void vi.advanceTimersByTime(1000));
    expect(calls).toHaveLength(2);
  });

  it('says in words why there is none, keeps what was known, and forgets the words with the next result', () => {
    const { result, rerender } = renderHook(({ input }) => useWorked('decode', input), { initialProps: { input: question(1) } });
    act(() => listenerOf(0).onDone([]));
    rerender({ input: question(2) });
    act(() => void vi.advanceTimersByTime(1000));
    act(() => listenerOf(1).onFailed('No output can be chosen.'));
    expect(result.current.problem).toBe('No output can be chosen.');
    expect(result.current.worked).not.toBeNull();
    rerender({ input: question(3) });
    act(() => void vi.advanceTimersByTime(1000));
    act(() => listenerOf(2).onDone([]));
    expect(result.current.problem).toBeNull();
  });

  it('is called off when nobody looks any more', () => {
    const { unmount } = renderHook(() => useWorked('decode', question(1)));
    unmount();
    expect(calls[0]!.isCancelled).toBe(true);
  });
});
