// What the reader predicts of a training over a lag: kept for the page, as the training is, so that it is there when one comes back to it.
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

interface Prediction {
  /** The id of the guess; null: none yet. */
  readonly guess: string | null;
  readonly choose: (guess: string | null) => void;
}

export const predictions = createStore<Prediction>()((set) => ({ guess: null, choose: (guess) => set({ guess }) }));

export const usePrediction = (): Prediction => useStore(predictions);
