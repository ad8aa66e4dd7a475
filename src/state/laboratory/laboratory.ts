// What is set in the gradient laboratory: part of the document, so that a link holds it and undo takes it back.
import type { Quantity } from '../../engine/laboratory/questions.ts';
import type { Stretch } from '../../engine/laboratory/setup.ts';
import type { CellId } from '../../engine/model.ts';
import type { SchemeId } from '../../engine/recipe/schemeNames.ts';
import type { GradientClip } from '../gradientClip.ts';

export const experimentIds = ['flow', 'factors', 'map', 'exploding', 'truncation', 'gates', 'lag', 'duel'] as const;
export type ExperimentId = (typeof experimentIds)[number];

/** The cells that the laboratory compares, in the order of their colours. */
export const laboratoryCells = ['rnn_tanh', 'rnn_sigmoid', 'rnn_relu', 'lstm', 'gru'] as const satisfies readonly CellId[];
export type LaboratoryCell = (typeof laboratoryCells)[number];

/** One side of a duel: what it does otherwise than the laboratory's settings. */
export interface Duellist {
  readonly cell: LaboratoryCell;
  readonly hiddenSize?: number | undefined;
  readonly scheme?: SchemeId | undefined;
  readonly stretch?: Stretch | null | undefined;
  readonly gateBias?: number | null | undefined;
  readonly strength?: number | undefined;
}

export interface LagPlan {
  readonly task: 'recall' | 'adding';
  /** Lags in steps, rising. */
  readonly lags: readonly number[];
  readonly hiddenSize: number;
  readonly updates: number;
  readonly learningRate: number;
  readonly seed: number;
  /** Where the bias of the gate that keeps the old state starts; null: as the scheme draws it. */
  readonly gateBias: number | null;
}

export interface Laboratory {
  readonly experiment: ExperimentId;
  /** The networks of the flow plot. */
  readonly networks: readonly LaboratoryCell[];
  /** The one that the other experiments look into. */
  readonly network: LaboratoryCell;
  readonly quantity: Quantity;
  /** Whether norms are drawn relative to the step of the loss. */
  readonly relative: boolean;
  /** The step that is opened or marked, 1 … T; null: none. */
  readonly step: number | null;
  readonly hiddenSize: number;
  /** Whether all networks have H units, or as many as bring them nearest to the number of parameters of a vanilla RNN with H. */
  readonly matched: 'units' | 'parameters';
  readonly steps: number;
  readonly seed: number;
  readonly strength: number;
  /** Null: the last step. */
  readonly lossAt: number | null;
  readonly scheme: SchemeId;
  readonly stretch: Stretch | null;
  readonly gateBias: number | null;
  readonly learningRate: number;
  readonly clipping: GradientClip | null;
  /** Truncated BPTT's window, in steps. */
  readonly window: number;
  /** Whether the state is carried over a cut. */
  readonly carried: boolean;
  readonly duel: readonly [Duellist, Duellist];
  readonly lag: LagPlan;
}
