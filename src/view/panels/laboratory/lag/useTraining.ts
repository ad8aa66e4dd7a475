// The trainings over a lag as they stand, and what can be done with them: the page's own, unless a test brings others.
import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import { lagTrainings, type LagTrainings } from '../../../../state/laboratory/lagStore.ts';
import type { LagPlan } from '../../../../state/laboratory/laboratory.ts';

export const TrainingsContext = createContext<LagTrainings>(lagTrainings);

export function useTraining() {
  const trainings = useContext(TrainingsContext);
  return { ...useStore(trainings.store), trainings };
}

export type TrainingStatus = ReturnType<typeof useTraining>['status'];

/** The plan of a training as it is set in the laboratory: there it does not say which networks learn. */
export function planOf({ task, lags, hiddenSize, updates, learningRate, seed, gateBias }: LagPlan): LagPlan {
  return { task, lags, hiddenSize, updates, learningRate, seed, gateBias };
}
