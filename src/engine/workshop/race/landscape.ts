// What optimisers go down: where all of them start, the gradient of an update's batch, and the loss that they are compared by.

export interface Landscape {
  /** [P] */
  readonly start: Float64Array;
  /** Rows that `loss` is the mean of, and how many there are to learn from. */
  readonly measured: number;
  readonly rows: number;
  /** Goes on to the next update's batch: the first one before any gradient is asked for. */
  next(): void;
  /** ∂L/∂θ of the update's batch at `parameters`, clipped, into `out`, all [P]. */
  gradient(parameters: Float64Array, out: Float64Array): Generator<void, void>;
  /** L of the measured rows. */
  loss(parameters: Float64Array): Generator<void, number>;
}
