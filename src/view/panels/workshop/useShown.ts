// The trained network in view, with the data it was trained on: what every room looks at that needs a network.
import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import type { PreparedData } from '../../../engine/data/dataset.ts';
import { calm } from '../../../state/workshop/calm.ts';
import { preparationOf, preparations, preparedKey, type Prepared } from '../../../state/workshop/prepared.ts';
import type { RunsState } from '../../../state/workshop/run.ts';
import { workshopRuns } from '../../../state/workshop/runs.ts';
import type { DataSettings } from '../../../state/workshop/settings/data.ts';
import { shownNetwork, type ShownNetwork } from '../../../state/workshop/shown.ts';

/** Pictures of a training that runs take a sixth of the page's time at most; a press is answered at once. */
const calmRuns = calm(workshopRuns.store, {
  least: 70,
  times: 5,
  isAwaited: (state, handed) =>
    state.epoch !== handed.epoch || state.shown !== handed.shown || state.overlaid !== handed.overlaid || state.runs.length !== handed.runs.length || statusesOf(state) !== statusesOf(handed),
});

const statusesOf = ({ runs }: RunsState): string => runs.map(({ status }) => status).join();

/** A narrow part of the runs, as calmly as pictures follow. */
export const useRuns = <Part,>(select: (state: RunsState) => Part): Part => useStore(calmRuns, select);

const none: Prepared = { data: null, problem: null };

/** The data set of a run, prepared as it was then; without data until it is here, and with a problem where it is gone. */
export function usePreparedOf(settings: DataSettings | null): Prepared {
  const key = settings && preparedKey(settings.set, preparationOf(settings));
  useEffect(() => {
    if (settings) preparations.request(settings.set, preparationOf(settings));
  }, [settings]);
  return useStore(preparations.store, (all) => (key === null ? none : (all[key] ?? none)));
}

/** Null as long as no run is shown, and where its data set is gone. */
export function useShown(): (ShownNetwork & { data: PreparedData }) | null {
  const shown = useRuns(shownNetwork);
  const { data } = usePreparedOf(shown?.run.settings.data ?? null);
  return useMemo(() => shown && data && { ...shown, data }, [shown, data]);
}
