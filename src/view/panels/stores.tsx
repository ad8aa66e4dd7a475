// The stores, handed to the panels by context, and the scene that they add up to. A test renders a panel with stores of its own.
import { createContext, useContext, useDeferredValue, useMemo, useState, type ReactNode } from 'react';
import { useStore } from 'zustand';
import type { NotationId } from '../../engine/symbols/notations.ts';
import { writtenIn } from '../../engine/symbols/spelling.ts';
import type { Client } from '../../worker/client.ts';
import type { DocumentState, DocumentStore } from '../../state/documentStore.ts';
import type { RunState, RunStore } from '../../state/runStore.ts';
import type { ViewActions, ViewState, ViewStore } from '../../state/viewStore.ts';
import { labelsOf } from '../../state/runs.ts';
import { createScene, createStage, type RunNumbers, type Scene } from '../scene/scene.ts';

export interface Stores {
  readonly documents: DocumentStore;
  readonly runs: RunStore;
  readonly views: ViewStore;
  /** Null in tests that run no worker. */
  readonly client: Client | null;
}

const StoresContext = createContext<Stores | null>(null);
const SceneContext = createContext<Scene | null>(null);

/** The stores of the page. Throws outside of `StoresProvider`: a mistake of the programmer. */
export function useStores(): Stores {
  const stores = useContext(StoresContext);
  if (!stores) throw new Error('A panel stands outside of StoresProvider.');
  return stores;
}

/** A narrow part of a store; the component is drawn again only when it changes. */
export const useDocument = <T,>(select: (state: DocumentState) => T): T => useStore(useStores().documents, select);
export const useRun = <T,>(select: (state: RunState) => T): T => useStore(useStores().runs, select);
export const useView = <T,>(select: (state: ViewState & ViewActions) => T): T => useStore(useStores().views, select);
export const useDispatch = (): DocumentState['dispatch'] => useDocument((state) => state.dispatch);

/** The scene in view; null until the first run has delivered something. */
export const useScene = (): Scene | null => useContext(SceneContext);

export function StoresProvider({ stores, children }: { readonly stores: Stores; readonly children: ReactNode }) {
  return (
    <StoresContext.Provider value={stores}>
      <SceneProvider>{children}</SceneProvider>
    </StoresContext.Provider>
  );
}

function SceneProvider({ children }: { readonly children: ReactNode }) {
  const run = useStores().runs;
  // The trace fills in place while frames arrive, so it is the version that says that there is more of it.
  const version = useRun((state) => state.version);
  const playhead = useDocument((state) => state.document.playhead);
  const notation = useDocument((state) => state.document.notation);
  const areGatesOpen = useDocument((state) => state.document.gates);
  const newest = useMemo(() => writtenRun(shownRun(run.getState(), version), notation), [run, version, notation]);
  // The gradient plot needs a run to its end: beside it nothing shows a newer one before that, or the screen would mix two runs.
  const whole = useWholeRun();
  const waits = useView((state) => state.panel === 'gradient');
  const shown = waits && whole ? whole : newest;
  const stage = useMemo(() => (shown ? createStage(shown) : null), [shown]);
  const scene = useMemo(
    () => (shown && stage ? createScene(shown, stage, playhead, labelsOf(shown.job), { areGatesOpen, feeding: shown.job.feeding ?? 'teacher' }) : null),
    [shown, stage, playhead, areGatesOpen],
  );
  return <SceneContext.Provider value={scene}>{children}</SceneContext.Provider>;
}

/** What its children draw may come a moment after the score: where there is no time for all at once, a key is answered there first. */
export function AfterScore({ children }: { readonly children: ReactNode }) {
  return <SceneContext.Provider value={useSceneAfterScore()}>{children}</SceneContext.Provider>;
}

/** The scene that all of the page shows. Another run is shown everywhere at once: no screen mixes two runs. */
export function useSceneAfterScore(): Scene | null {
  const scene = useScene();
  const earlier = useDeferredValue(scene);
  return earlier?.job === scene?.job && earlier?.trace === scene?.trace ? earlier : scene;
}

/** The newest run that is whole; null until the first one is. */
export function useWholeRun(): WholeRun | null {
  const [select] = useState(newestWhole);
  const whole = useRun(select);
  const notation = useDocument((state) => state.document.notation);
  return useMemo(() => writtenRun(whole, notation), [whole, notation]);
}

export interface WholeRun extends RunNumbers {
  readonly firstNonFinite: RunState['firstNonFinite'];
}

/** A selector that holds on to the last whole run, and to the same object as long as it is the same run. */
function newestWhole(): (state: RunState) => WholeRun | null {
  let whole: WholeRun | null = null;
  return (state) => {
    const { trace, backwardFrom, firstNonFinite, version } = state;
    if (trace === null || backwardFrom > 0 || trace === whole?.trace) return whole;
    const numbers = shownRun(state, version);
    if (numbers) whole = { ...numbers, firstNonFinite };
    return whole;
  };
}

/** A run whose symbols are written in that notation wherever its network goes. */
export function writtenRun<Run extends RunNumbers>(run: Run | null, notation: NotationId): Run | null {
  if (!run) return null;
  const network = writtenIn(run.network, notation);
  return network === run.network ? run : { ...run, network, trace: { ...run.trace, network } };
}

/** The numbers of a run, once it has delivered any. */
export function shownRun({ job, network, trace, parameters, forwardTo, backwardFrom }: RunState, version: number): RunNumbers | null {
  if (version === 0 || !job || !network || !trace || !parameters) return null;
  return { job, network, trace, parameters, forwardTo, backwardFrom };
}
