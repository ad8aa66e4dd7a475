// The data sets that there are: built-in ones fetched once, one's own kept, renamed and deleted, also where nothing can be kept.
import { describe, expect, it } from 'vitest';
import { createDatasets } from '../../../src/state/workshop/datasets.ts';
import type { OwnSet, SetKeeper } from '../../../src/state/workshop/keptSets.ts';
import type { Dataset } from '../../../src/engine/data/dataset.ts';
import { fileText } from '../../engine/data/sets.ts';
import { readWell } from '../../engine/data/own/support.ts';

const own = (id: string): Dataset => ({ ...readWell('a film,yes\nb film,no').dataset, id });

/** A storage that remembers, and a page that begins with it. */
function page(kept = new Map<string, OwnSet>(), fails = false) {
  const fetched: string[] = [];
  let time = 0;
  const guard = async <Value>(value: () => Value): Promise<Value> => {
    if (fails) throw new Error('storage is off');
    return value();
  };
  const keeper: SetKeeper = {
    all: () => guard(() => [...kept.values()]),
    keep: (set) => guard(() => void kept.set(set.dataset.id, set)),
    forget: (id) => guard(() => void kept.delete(id)),
  };
  const fetchText = async (file: string): Promise<string> => {
    fetched.push(file);
    return fileText(file);
  };
  return { kept, fetched, datasets: createDatasets({ keeper, fetchText, now: () => ++time }) };
}

const titles = ({ datasets }: ReturnType<typeof page>): string[] => datasets.store.getState().own.map(({ dataset }) => dataset.task.title);

describe('built-in data sets', () => {
  it('are fetched once, however often they are asked for, and are the same object then', async () => {
    const { datasets, fetched } = page();
    const [one, other] = await Promise.all([datasets.load('co2'), datasets.load('co2')]);
    expect(one).toBe(other);
    expect(await datasets.load('co2')).toBe(one);
    expect(fetched).toHaveLength(1);
    expect(one.task.rows.length).toBeGreaterThan(10);
  });

  it('that do not exist are named, with those that do', async () => {
    await expect(page().datasets.load('rewievs')).rejects.toThrow(/There is no data set “rewievs”; there are “reviews”/);
  });
});

describe('data sets of one’s own', () => {
  it('are kept, newest first, and are there again on the next page', async () => {
    const first = page();
    await first.datasets.keep(own('own-a'));
    await first.datasets.keep(own('own-b'));
    await first.datasets.rename('own-b', '  My films ');
    expect(titles(first)).toEqual(['My films', 'Mine']);
    const second = page(first.kept);
    expect((await second.datasets.load('own-b')).task.title).toBe('My films');
    expect(titles(second)).toEqual(['My films', 'Mine']);
  });

  it('keep their name where the new one is empty, and are gone when they are deleted', async () => {
    const there = page();
    await there.datasets.keep(own('own-a'));
    await there.datasets.rename('own-a', '   ');
    expect(titles(there)).toEqual(['Mine']);
    await there.datasets.remove('own-a');
    expect(there.kept.size).toBe(0);
    await expect(there.datasets.load('own-a')).rejects.toThrow(/keeps no data set “own-a”/);
  });

  it('are there until the page is closed where nothing can be kept, which is said', async () => {
    const there = page(new Map(), true);
    await there.datasets.keep(own('own-a'));
    const { isLoaded, keepingProblem } = there.datasets.store.getState();
    expect(isLoaded).toBe(true);
    expect(keepingProblem).toMatch(/cannot keep data \(storage is off\)/);
    expect((await there.datasets.load('own-a')).id).toBe('own-a');
    await there.datasets.remove('own-a');
    expect(titles(there)).toEqual([]);
  });
});
