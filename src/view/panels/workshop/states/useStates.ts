// The states of the sentence that is looked at and of those of the plane, by the network in view and by the same one before its training.
import { useMemo } from 'react';
import type { Model } from '../../../../engine/model.ts';
import type { Spread } from '../../../../engine/math/spread.ts';
import type { ReadStates, StatesInput } from '../../../../engine/workshop/states.ts';
import type { ShownNetwork } from '../../../../state/workshop/shown.ts';
import { useWorked } from '../useWorked.ts';
import type { ReadSentence } from '../sentences.ts';

interface Asked extends StatesInput {
  readonly sentence: ReadSentence;
  readonly others: readonly ReadSentence[];
  /** Epochs of the networks: of the one in view, and of the one before where there is one. */
  readonly epochs: readonly number[];
}

/** The states by one network. */
export interface NetworkStates {
  readonly epoch: number;
  readonly chosen: ReadStates;
  /** In the order of `others`. */
  readonly others: readonly ReadStates[];
  /** Of all of them together. */
  readonly spread: Spread;
}

export interface SeenStates {
  readonly model: Model;
  readonly sentence: ReadSentence;
  readonly others: readonly ReadSentence[];
  readonly now: NetworkStates;
  /** Null where the network in view is not trained yet. */
  readonly before: NetworkStates | null;
}

export function useStates(shown: ShownNetwork, sentence: ReadSentence | null, others: readonly ReadSentence[]): { readonly seen: SeenStates | null; readonly problem: string | null } {
  const { network, parameters, epoch } = shown;
  const [first] = shown.run.checkpoints;
  const [firstEpoch, firstParameters] = [first?.epoch ?? 0, first?.parameters ?? null];
  const input = useMemo((): Asked | null => {
    if (!sentence) return null;
    const hasBefore = firstParameters !== null && firstParameters !== parameters && firstEpoch < epoch;
    return {
      model: network.model,
      networks: hasBefore ? [parameters, firstParameters] : [parameters],
      epochs: hasBefore ? [epoch, firstEpoch] : [epoch],
      examples: [sentence, ...others].map(({ example }) => example),
      sentence,
      others,
    };
  }, [network, parameters, epoch, firstEpoch, firstParameters, sentence, others]);
  const { worked, problem } = useWorked('states', input);
  const seen = useMemo((): SeenStates | null => {
    if (!worked) return null;
    const { input: asked, result } = worked;
    const [now, before = null] = result.flatMap(({ sequences: [chosen, ...rest], spread }, n): NetworkStates[] => {
      const at = asked.epochs[n];
      return chosen && at !== undefined ? [{ epoch: at, chosen, others: rest, spread }] : [];
    });
    return now ? { model: asked.model, sentence: asked.sentence, others: asked.others, now, before } : null;
  }, [worked]);
  return { seen, problem };
}
