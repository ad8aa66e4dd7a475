// Which runs are still awaited.
import { describe, expect, it } from 'vitest';
import { Assembly } from '../../src/worker/assembly.ts';
import { Queue } from '../../src/worker/queue.ts';
import { jobOf } from './support.ts';

const job = jobOf();

/** A queue of runs 1…3, and the numbers of those that it has left. */
function threeRuns(): { readonly queue: Queue; readonly left: number[] } {
  const left: number[] = [];
  const queue = new Queue(({ run }) => void left.push(run));
  for (const run of [1, 2, 3]) queue.add(new Assembly(run, job, 0));
  return { queue, left };
}

describe('the runs that are awaited', () => {
  it('end with the latest', () => {
    expect(threeRuns().queue.latest?.run).toBe(3);
  });

  it('lose those before a run with its end, in their order', () => {
    const { queue, left } = threeRuns();
    queue.leaveUpTo({ run: 2 });
    expect(left).toEqual([1, 2]);
    expect([1, 2, 3].filter((run) => queue.find({ run }))).toEqual([3]);
  });

  it('keep those before a run that was called off while it waited', () => {
    const { queue, left } = threeRuns();
    queue.leaveOnly({ run: 2 });
    expect(left).toEqual([2]);
    expect([1, 2, 3].filter((run) => queue.find({ run }))).toEqual([1, 3]);
  });

  it('are none once all are given up, and a run that has left is not told of again', () => {
    const { queue, left } = threeRuns();
    queue.leaveAll();
    queue.leaveAll();
    expect(left).toEqual([1, 2, 3]);
    expect(queue.latest).toBeUndefined();
  });
});
