// Data sets are prepared once for each preparation; large ones elsewhere, and of several only the newest.
import { describe, expect, it } from 'vitest';
import type { Dataset, PreparedData, Preparation } from '../../../src/engine/data/dataset.ts';
import { prepareDataset } from '../../../src/engine/data/prepare.ts';
import { createPreparations, preparedKey } from '../../../src/state/workshop/prepared.ts';
import { readWell } from '../../engine/data/own/support.ts';

const plainly: Preparation = { switches: { lowerCase: true, stopWords: false, stems: false }, mostWords: 2000, share: 0.2, seed: 1 };
const small = readWell('a film,yes\nb film,no').dataset;
const large: Dataset = { ...readWell(Array.from({ length: 4000 }, (_, k) => `a film of some words ${k},${k % 2 ? 'yes' : 'no'}`).join('\n')).dataset, id: 'own-large' };

/** A worker that ends when it is told to. */
function bench(sets: Readonly<Record<string, Dataset>> = { small, large }) {
  const under: { preparation: Preparation; finish: () => void; isCancelled: boolean }[] = [];
  const preparations = createPreparations({
    load: async (set) => sets[set] ?? Promise.reject(new Error(`no ${set}`)),
    peek: (set) => sets[set],
    prepareAside: (dataset, preparation) => {
      let finish = (): void => {};
      const data = new Promise<PreparedData>((resolve) => {
        finish = () => resolve(prepareDataset(dataset, preparation));
      });
      const work = { preparation, finish, isCancelled: false };
      under.push(work);
      return { data, cancel: () => void (work.isCancelled = true) };
    },
  });
  return { under, preparations };
}

const settled = async (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

describe('a data set that is prepared', () => {
  it('is so at once where it is small, and the same object is given again', async () => {
    const { preparations, under } = bench();
    const data = await preparations.prepare('small', plainly);
    expect(data.rows).toHaveLength(2);
    expect(await preparations.prepare('small', { ...plainly })).toBe(data);
    expect(preparations.store.getState()[preparedKey('small', plainly)]).toEqual({ data, problem: null });
    expect(under).toEqual([]);
  });

  it('elsewhere where it is large; of several preparations only the newest is gone on with', async () => {
    const { preparations, under } = bench();
    const [first, second] = [plainly, { ...plainly, share: 0.3 }];
    preparations.request('large', first);
    await settled();
    preparations.request('large', second);
    await settled();
    expect(under.map(({ isCancelled }) => isCancelled)).toEqual([true, false]);
    under[1]!.finish();
    await settled();
    const state = preparations.store.getState();
    expect(state[preparedKey('large', second)]?.data?.validation).toHaveLength(1200);
    expect(state[preparedKey('large', first)]).toBeUndefined();
  });

  it('that cannot be had says why', async () => {
    const { preparations } = bench();
    preparations.request('nothing', plainly);
    await settled();
    expect(preparations.store.getState()[preparedKey('nothing', plainly)]).toEqual({ data: null, problem: 'no nothing' });
  });
});
