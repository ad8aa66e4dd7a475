// The second network for all parts of the page: its own run while there is one, and its scene at the moment of the first's clock.
import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Connect, RivalRun } from '../../../state/rivalRun.ts';
import { connectRunStore, createRunStore, type RunStore } from '../../../state/runStore.ts';
import { labelsOf } from '../../../state/runs.ts';
import { laterModule, useLaterModule } from '../../draw/laterModule.ts';
import { createScene, createStage, type Scene } from '../../scene/scene.ts';
import { shownRun, useDocument, useScene, useStores, writtenRun } from '../stores.tsx';

type Tools = typeof import('./tools.ts');

/** They come when there is a second network: the first picture stands without them. */
const tools = laterModule<Tools>(() => import('./tools.ts'));

interface Second {
  /** Null until its first numbers have come. */
  readonly scene: Scene | null;
  /** Why it could not be computed, or that its worker was lost; null where all is well. */
  readonly problem: string | null;
  /** Null until they are here. */
  readonly tools: Tools | null;
}

const SecondContext = createContext<Second | null>(null);

/** Null where there is no second network. */
export const useSecond = (): Second | null => useContext(SecondContext);

/** Drawn before a second run has begun. */
const none = createRunStore();

const connectOnPage: Connect = (store) =>
  connectRunStore(store, { schedule: (callback) => void requestAnimationFrame(callback), isHidden: () => document.hidden });

interface Props {
  readonly children: ReactNode;
  /** How a run store gets its worker: by tests, another one. */
  readonly connect?: Connect;
}

export function SecondProvider({ children, connect = connectOnPage }: Props) {
  const { documents } = useStores();
  const isOn = useDocument((state) => state.document.rival !== null);
  const tool = useLaterModule(tools, isOn);
  const [begun] = useState(() => createStore<{ readonly run: RivalRun | null }>(() => ({ run: null })));
  const run = useStore(begun, (state) => state.run);
  useEffect(() => {
    if (!tool) return;
    const own = tool.startRival(documents, connect);
    begun.setState({ run: own });
    return () => {
      own.stop();
      begun.setState({ run: null });
    };
  }, [tool, documents, connect, begun]);
  const second = useSecondOf(isOn, tool, run?.runs ?? none);
  return <SecondContext value={second}>{children}</SecondContext>;
}

function useSecondOf(isOn: boolean, tool: Tools | null, runs: RunStore): Second | null {
  const version = useStore(runs, (state) => state.version);
  const problem = useStore(runs, (state) => state.error ?? state.notice);
  const notation = useDocument((state) => state.document.notation);
  const areGatesOpen = useDocument((state) => state.document.gates);
  const first = useScene();
  const shown = useMemo(() => writtenRun(shownRun(runs.getState(), version), notation), [runs, version, notation]);
  const stage = useMemo(() => (shown ? createStage(shown) : null), [shown]);
  const playhead = first && stage && tool ? tool.sameMoment(first.clock, first.playhead, stage.clock) : 0;
  const scene = useMemo(
    () => (shown && stage ? createScene(shown, stage, playhead, labelsOf(shown.job), { areGatesOpen, feeding: shown.job.feeding ?? 'teacher', isFixed: true }) : null),
    [shown, stage, playhead, areGatesOpen],
  );
  return useMemo(() => (isOn ? { scene, problem, tools: tool } : null), [isOn, scene, problem, tool]);
}
