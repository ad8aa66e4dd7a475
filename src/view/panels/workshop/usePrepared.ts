// The data set that is set, prepared as it is set: null while it is on its way, or with words where it cannot be had.
import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { datasetStore } from '../../../state/workshop/datasets.ts';
import { preparationOf, preparations, preparedKey, type Prepared } from '../../../state/workshop/prepared.ts';
import { useRoom } from './hooks.ts';

const none: Prepared = { data: null, problem: null };

/** Both are of the settings in force, never of those before; the same object as long as nothing changes. */
export function usePrepared(): Prepared {
  const settings = useRoom('data');
  const { set } = settings;
  const key = preparedKey(set, preparationOf(settings));
  const prepared = useStore(preparations.store, (all) => all[key]) ?? none;
  // One's own can be read anew under the same name, or come into being after it was asked for.
  const dataset = useStore(datasetStore, ({ loaded }) => loaded[set]);
  useEffect(() => {
    const [asked, preparation] = JSON.parse(key) as Parameters<typeof preparations.request>; // as `preparedKey` has written it
    preparations.request(asked, preparation);
  }, [key, dataset]);
  return useMemo(() => (prepared.data && dataset && prepared.data.dataset !== dataset ? none : prepared), [prepared, dataset]);
}
