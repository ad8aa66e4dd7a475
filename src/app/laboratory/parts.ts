// The experiments' own code: each is fetched when it is first opened.
import type { ExperimentId } from '../../state/laboratory/laboratory.ts';
import { laterPart, type LaterPart } from '../later.tsx';

export const experimentParts: Readonly<Record<ExperimentId, LaterPart>> = {
  flow: laterPart(() => import('../../view/panels/laboratory/flow/FlowExperiment.tsx'), ({ FlowExperiment }) => FlowExperiment),
  factors: laterPart(() => import('../../view/panels/laboratory/factors/FactorsExperiment.tsx'), ({ FactorsExperiment }) => FactorsExperiment),
  map: laterPart(() => import('../../view/panels/laboratory/map/MapExperiment.tsx'), ({ MapExperiment }) => MapExperiment),
  exploding: laterPart(() => import('../../view/panels/laboratory/exploding/ExplodingExperiment.tsx'), ({ ExplodingExperiment }) => ExplodingExperiment),
  truncation: laterPart(() => import('../../view/panels/laboratory/truncation/TruncationExperiment.tsx'), ({ TruncationExperiment }) => TruncationExperiment),
  gates: laterPart(() => import('../../view/panels/laboratory/gates/GatesExperiment.tsx'), ({ GatesExperiment }) => GatesExperiment),
  lag: laterPart(() => import('../../view/panels/laboratory/lag/LagExperiment.tsx'), ({ LagExperiment }) => LagExperiment),
  duel: laterPart(() => import('../../view/panels/laboratory/duel/DuelExperiment.tsx'), ({ DuelExperiment }) => DuelExperiment),
};
