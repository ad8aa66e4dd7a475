// The race that is set, as far as it has come: its problem, the names of its weights, its losses, and in the end its whole result.
import { useMemo } from 'react';
import { createNetwork } from '../../../../engine/network.ts';
import { writtenIn } from '../../../../engine/symbols/spelling.ts';
import { optimisers, type OptimiserId } from '../../../../engine/learn/optimisers.ts';
import type { RaceEntry, RaceJob, RaceProblem, RaceResult } from '../../../../engine/workshop/race/job.ts';
import { keepsAllGradients } from '../../../../engine/workshop/race/keeping.ts';
import { optimiserIds, usualRate } from '../../../../engine/workshop/race/rates.ts';
import { rateSetting, type OptimiserRoomSettings } from '../../../../state/workshop/settings/optimisers.ts';
import { trainingJob } from '../../../../state/workshop/trainingJob.ts';
import { useDocument } from '../../stores.tsx';
import { useRoom } from '../hooks.ts';
import { usePrepared } from '../usePrepared.ts';
import { useStreamed } from './useStreamed.ts';
import { bowlWeights, weightsOf, type WeightNames } from '../../../layout/workshop/optimisers/weights.ts';

export interface Race {
  /** What it is a race of; the words of the data set, and how many weights there are. */
  readonly problem: RaceProblem;
  readonly weights: WeightNames;
  readonly entries: readonly RaceEntry[];
  readonly updates: number;
  /** By entry, as far as it has come. */
  readonly losses: readonly Float64Array[];
  /** Null while it is under way. */
  readonly result: RaceResult | null;
}

interface RaceInView {
  /** Null until the first numbers are here; it may be one of earlier settings, as long as the new one has none. */
  readonly race: Race | null;
  readonly problem: string | null;
}

/** What is drawn has the names of its own weights, also while another problem is on its way. */
const namesOf = new WeakMap<RaceProblem, WeightNames>();

interface Set {
  readonly problem: RaceProblem;
  readonly weights: WeightNames;
}

function named(problem: RaceProblem, weights: WeightNames): Set {
  namesOf.set(problem, weights);
  return { problem, weights };
}

/** What each optimiser's η is: its own or its usual one, times the factor. */
const entriesOf = (settings: OptimiserRoomSettings): RaceEntry[] =>
  optimiserIds.map((optimiser) => ({ optimiser, learningRate: rateOf(settings, optimiser) * settings.rate }));

/** Without the factor. */
export const rateOf = (settings: OptimiserRoomSettings, optimiser: OptimiserId): number => settings[rateSetting[optimiser]] ?? usualRate(settings.problem, optimiser);

export function useRace(): RaceInView {
  const settings = useRoom('optimisers');
  const { set, problem: setProblem } = useSet();
  const { updates, weight } = settings;
  const rates = entriesOf(settings).map(({ learningRate }) => learningRate).join(' ');
  const count = set?.weights.count ?? 0;
  const watched = set === null || keepsAllGradients(count, optimiserIds.length, updates) ? 0 : Math.min(weight, count - 1);
  const job = useMemo((): RaceJob | null => {
    if (set === null) return null;
    const each = rates.split(' ').map(Number);
    const entries = optimiserIds.map((optimiser, k) => ({ optimiser, learningRate: each[k] ?? 0 }));
    return { problem: set.problem, entries, updates, watched };
  }, [set, rates, updates, watched]);
  const streamed = useStreamed('race', job);
  const race = useMemo((): Race | null => {
    if (streamed === null) return null;
    const { input, progress, result } = streamed;
    const weights = namesOf.get(input.problem);
    const losses = result?.lanes.map((lane) => lane.losses.subarray(0, lane.done + 1)) ?? progress?.losses;
    return losses && weights ? { problem: input.problem, weights, entries: input.entries, updates: input.updates, losses, result } : null;
  }, [streamed]);
  const problem = setProblem ?? (streamed?.input === job ? (streamed?.problem ?? null) : null);
  return { race, problem };
}

/** The problem that is set; null as long as its data are on their way, or where they cannot be had. */
function useSet(): { readonly set: Set | null; readonly problem: string | null } {
  const { problem: kind, stretch } = useRoom('optimisers');
  const training = useRoom('training');
  const notation = useDocument(({ document }) => document.notation);
  const { data, problem } = usePrepared();
  const bowl = useMemo(() => named({ kind: 'bowl', stretch }, bowlWeights), [stretch]);
  const network = useMemo((): { readonly set: Set | null; readonly problem: string | null } => {
    if (data === null) return { set: null, problem: null };
    try {
      const { model, initialisation, training: examples, batchSize, orderSeed, clipping, initialStates } = trainingJob(data, training);
      const words = training.reader === 'sequence' ? data.task.vocabulary : [];
      const weights = weightsOf(writtenIn(createNetwork(model), notation), words);
      return { set: named({ kind: 'network', model, initialisation, examples, batchSize, orderSeed, clipping, initialStates }, weights), problem: null };
    } catch (error) {
      return { set: null, problem: error instanceof Error ? error.message : String(error) };
    }
  }, [data, training, notation]);
  if (kind === 'bowl') return { set: bowl, problem: null };
  return { set: network.set, problem: problem ?? network.problem };
}

/** Names of the optimisers where there is little room. */
export const shortNames: Readonly<Record<OptimiserId, string>> = { sgd: 'SGD', sgd_momentum: 'Momentum', sgd_nesterov: 'Nesterov', adagrad: 'Adagrad', rmsprop: 'RMSprop', adam: 'Adam' };

export const titleOf = (id: OptimiserId): string => optimisers[id].title;
