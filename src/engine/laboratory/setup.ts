// What an experiment of the gradient laboratory is made on: one sequence that all networks read, and a fresh network.
import type { CellId } from '../model.ts';
import type { SchemeId } from '../recipe/schemeNames.ts';

/** The same for every network of an experiment. */
export interface Sequence {
  /** T, number of time steps, 2 … 1,000. */
  readonly steps: number;
  /** Which words, and with the network's own streams which weights. */
  readonly seed: number;
  /** What a word's one-hot 1 is multiplied by: large inputs drive the units into saturation. */
  readonly strength: number;
  /** The step whose loss is differentiated, 1 … T. */
  readonly lossAt: number;
}

/** How far W_hh stretches, whatever the scheme gave it: every recurrent matrix of the cell (each gate's own) is multiplied by one factor until it does. */
export interface Stretch {
  /** `singular`: the largest singular value is `value`. `radius`: the largest magnitude of an eigenvalue is. */
  readonly by: 'singular' | 'radius';
  readonly value: number;
}

export interface NetworkSetting {
  readonly cell: CellId;
  /** H. */
  readonly hiddenSize: number;
  readonly scheme: SchemeId;
  /** Null: as the scheme has it. */
  readonly stretch: Stretch | null;
  /** Where the bias of the gate that keeps the old state starts (the LSTM's f, the GRU's z); null: as the scheme has it. Other cells have none. */
  readonly gateBias: number | null;
}

export interface Setup {
  readonly sequence: Sequence;
  readonly network: NetworkSetting;
}
