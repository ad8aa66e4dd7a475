// What runs away, as lines: ‖h_t‖ forwards and ‖∂L/∂h_t‖ on the way back over the time steps, on one logarithmic axis that can reach as far as
// float64 does.
import { linesPlot, type LinesGeometry } from '../linesPlot.ts';

export interface RunawayInput {
  /** ‖h_t‖ and ‖∂L/∂h_t‖ by t = 0 … T. */
  readonly states: Float64Array;
  readonly gradient: Float64Array;
  /** The step of the loss: behind it there is no gradient. */
  readonly lossAt: number;
  readonly size: { readonly width: number; readonly height: number; readonly textSize: number };
}

export interface RunawayGeometry extends LinesGeometry {
  /** The height of float64's largest number; null where the axis does not reach it. */
  readonly brimAt: number | null;
}

/** An axis that ends above this decade shows where float64 ends. */
const nearBrim = 250;

/** What is not a number any more has overflowed before: it leaves the plot at the same edge. */
const orOverflow = (numbers: Float64Array): Float64Array => numbers.map((each) => (Number.isNaN(each) ? Infinity : each));

export function runawayPlot({ states, gradient, lossAt, size }: RunawayInput): RunawayGeometry {
  const T = states.length - 1;
  // h_0 is 0, which has no place on the axis and has not been computed.
  const steps = Float64Array.from({ length: T }, (_, n) => n + 1);
  const plot = linesPlot({
    lines: [
      { id: 'states', name: 'the state ‖h_t‖, forwards →', xs: steps, ys: orOverflow(states.subarray(1)) },
      { id: 'gradient', name: '← its gradient ‖∂L/∂h_t‖, back', xs: steps.subarray(0, lossAt), ys: orOverflow(gradient.subarray(1, lossAt + 1)) },
    ],
    along: { kind: 'linear', from: 1, to: Math.max(2, T), title: 'time step t', isWhole: true, write: (t) => t.toLocaleString('en-US') },
    height: null,
    heightTitle: 'norm',
    size,
  });
  const { box, yOf } = plot;
  const brim = yOf(Number.MAX_VALUE);
  const top = yOf(10 ** nearBrim);
  return { ...plot, brimAt: brim !== null && top !== null && brim >= box.y && top > box.y ? brim : null };
}
