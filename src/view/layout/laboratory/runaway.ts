// What runs away, as lines: ‖h_t‖ forwards and ‖∂L/∂h_t‖ on the way back over the time steps, on one logarithmic axis that can reach as far as
// float64 does.
import { raised } from '../../theme/format.ts';
import { textWidth, type Box } from '../directLabels.ts';
import { linesPlot, type LinesGeometry, type LinesPlaces } from '../linesPlot.ts';
import { besideGap, besideUpright } from './besideUpright.ts';

export interface RunawayInput {
  /** ‖h_t‖ and ‖∂L/∂h_t‖ by t = 0 … T. */
  readonly states: Float64Array;
  readonly gradient: Float64Array;
  /** The step of the loss: behind it there is no gradient. */
  readonly lossAt: number;
  /** The step at which something overflows; null: none. */
  readonly overflow: number | null;
  readonly size: { readonly width: number; readonly height: number; readonly textSize: number };
}

interface RunawayGeometry extends LinesGeometry {
  /** The height of float64's largest number; null where the axis does not reach it. */
  readonly brimAt: number | null;
  /** The line at the step of the overflow, and the place of its words. */
  readonly overflow: { readonly x: number; readonly text: string; readonly words: Box } | null;
}

/** Stands over the line at float64's largest number. */
export const brimWords = `float64 ends here: 1.8·10${raised(308)}`;

/** An axis that ends above this decade shows where float64 ends. */
const nearBrim = 250;

/** What is not a number any more has overflowed before: it leaves the plot at the same edge. */
const orOverflow = (numbers: Float64Array): Float64Array => numbers.map((each) => (Number.isNaN(each) ? Infinity : each));

const lineHeight = 1.35;

/** The height of float64's largest number, on an axis that comes near it. */
function brimOf({ box, yOf }: LinesPlaces): number | null {
  const brim = yOf(Number.MAX_VALUE);
  const top = yOf(10 ** nearBrim);
  return brim !== null && top !== null && brim >= box.y && top > box.y ? brim : null;
}

export function runawayPlot({ states, gradient, lossAt, overflow, size }: RunawayInput): RunawayGeometry {
  const { textSize } = size;
  const T = states.length - 1;
  // h_0 is 0, which has no place on the axis and has not been computed.
  const steps = Float64Array.from({ length: T }, (_, n) => n + 1);
  const overflowText = overflow === null ? '' : `too large from t = ${overflow.toLocaleString('en-US')}`;
  const brimBox = ({ box }: LinesPlaces, brim: number): Box => ({ x: box.x, y: brim - textSize * lineHeight, width: textWidth(brimWords, textSize) + 6, height: textSize * lineHeight + 2 });
  const overflowOf = (places: LinesPlaces): RunawayGeometry['overflow'] => {
    if (overflow === null) return null;
    const brim = brimOf(places);
    const x = places.xOf(overflow);
    return { x, text: overflowText, words: besideUpright(places, x, textWidth(overflowText, textSize), textSize * lineHeight, brim === null ? [] : [brimBox(places, brim)]) };
  };
  const taken = (places: LinesPlaces): Box[] => {
    const [brim, at] = [brimOf(places), overflowOf(places)];
    const { box } = places;
    return [
      ...(brim === null ? [] : [brimBox(places, brim), { x: box.x, y: brim - 1, width: box.width, height: 2 }]),
      ...(at === null ? [] : [at.words, { x: at.x - besideGap, y: box.y, width: 2 * besideGap, height: box.height }]),
    ];
  };
  const plot = linesPlot({
    lines: [
      { id: 'states', name: 'the state ‖h_t‖, forwards →', xs: steps, ys: orOverflow(states.subarray(1)) },
      { id: 'gradient', name: '← its gradient ‖∂L/∂h_t‖, back', xs: steps.subarray(0, lossAt), ys: orOverflow(gradient.subarray(1, lossAt + 1)) },
    ],
    along: { kind: 'linear', from: 1, to: Math.max(2, T), title: 'time step t', isWhole: true, write: (t) => t.toLocaleString('en-US') },
    height: null,
    heightTitle: 'norm',
    names: 'beside or above',
    taken,
    size,
  });
  return { ...plot, brimAt: brimOf(plot), overflow: overflowOf(plot) };
}
