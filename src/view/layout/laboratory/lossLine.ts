// The loss along the gradient, L(θ − s·g) over s, as lines: for the gradient as it is and for the clipped one, with the loss before the update and
// where an update at η ends.
import { textWidth, type Box } from '../directLabels.ts';
import { linesPlot, type Axis, type Line, type LinesGeometry, type LinesPlaces } from '../linesPlot.ts';
import { besideGap, besideUpright } from './besideUpright.ts';

export interface LossLineInput {
  /** s: 0, then rising. */
  readonly rates: Float64Array;
  /** L at each; may be ∞ or not a number. */
  readonly losses: Float64Array;
  readonly clippedLosses: Float64Array;
  readonly learningRate: number;
  /** What stands beside the line at η: "η = 0.1". */
  readonly rateText: string;
  readonly after: number;
  readonly clippedAfter: number;
  readonly isClipped: boolean;
  readonly size: { readonly width: number; readonly height: number; readonly textSize: number };
}

interface Landing {
  readonly id: 'plain' | 'clipped';
  readonly x: number;
  /** At the upper edge, where the loss is too large to be drawn. */
  readonly y: number;
  readonly isBeyond: boolean;
}

export interface LossLineGeometry extends LinesGeometry {
  /** The height of the loss before the update; null where it is not a number. */
  readonly beforeAt: number | null;
  /** Where the words beside the line at η stand. */
  readonly rateBox: Box;
  /** Where an update at η ends, with the gradient as it is and clipped. */
  readonly landings: readonly Landing[];
}

/** Pixels around a landing and around the lowest place of a line that names keep out of. */
const clear = { landing: 8, lowest: 7 };

/** Letters' sizes that a picture is wide where whole names have room on either side of the line at η. */
const roomy = 40;

/** Losses further apart than that are drawn on a logarithmic axis. */
const wide = 30;

/** Room above and below the lines of a linear axis, as a part of their reach: a name has to fit in. */
const margin = 0.2;

/** Null where there is nothing to draw: η is 0, or no loss is a number. */
export function lossLinePlot(input: LossLineInput): LossLineGeometry | null {
  const { rates, losses, clippedLosses, learningRate, rateText, isClipped, size } = input;
  const finite = [...losses, ...(isClipped ? clippedLosses : [])].filter((each) => Number.isFinite(each));
  const first = rates[1];
  if (first === undefined || finite.length === 0) return null;
  const last = rates.at(-1) ?? first;
  const height = heightOf(finite);
  const before = losses[0]!;
  const [plainName, clippedName] = size.width > size.textSize * roomy ? ['along the gradient as it is', 'along the clipped one'] : ['gradient as it is', 'clipped'];
  const lines: Line[] = [
    { id: 'plain', name: isClipped ? plainName : 'along the gradient', xs: rates.subarray(1), ys: orBeyond(losses.subarray(1)) },
    ...(isClipped ? [{ id: 'clipped', name: clippedName, xs: rates.subarray(1), ys: orBeyond(clippedLosses.subarray(1)) }] : []),
    // A line like the others, so that names keep clear of it and it of them.
    ...(Number.isFinite(before) && (height !== null || before > 0) ? [{ id: 'before', name: 'the loss before', xs: [first, last], ys: [before, before] }] : []),
  ];
  const landingsOf = ({ box, xOf, yOf }: LinesPlaces): Landing[] => {
    const land = (id: Landing['id'], loss: number): Landing => {
      const y = yOf(loss);
      return { id, x: xOf(learningRate), y: y ?? (loss === 0 ? box.y + box.height : box.y), isBeyond: y === null && loss !== 0 };
    };
    return [land('plain', input.after), ...(isClipped ? [land('clipped', input.clippedAfter)] : [])];
  };
  const rateBoxOf = (places: LinesPlaces): Box => {
    // The arrow of a loss that is too large to be drawn is wider than the line.
    const gap = landingsOf(places).some(({ isBeyond }) => isBeyond) ? clear.landing + besideGap : besideGap;
    return besideUpright(places, places.xOf(learningRate), textWidth(rateText, size.textSize), size.textSize * 1.35, [], gap);
  };
  const plot = linesPlot({
    lines,
    along: { kind: 'log', from: first, to: last, title: 'learning rate s (logarithmic)', at: decadesBetween(first, last) },
    height,
    heightTitle,
    names: 'beside or above',
    taken: (places) => [rateBoxOf(places), ...occupied(places, places.xOf(learningRate), landingsOf(places))],
    size,
  });
  return { ...plot, beforeAt: plot.yOf(before), rateBox: rateBoxOf(plot), landings: landingsOf(plot) };
}

/** The line at η, the ends of updates, and where a line is lowest: what the figure is about stays in sight. */
function occupied({ box, lines }: LinesPlaces, at: number, landings: readonly Landing[]): Box[] {
  const around = ({ x, y }: { readonly x: number; readonly y: number }, room: number): Box => ({ x: x - room, y: y - room, width: 2 * room, height: 2 * room });
  // Down is more on the screen.
  const lowest = lines.flatMap(({ id, points }) => (id === 'before' || points.length === 0 ? [] : [points.reduce((low, point) => (point.y > low.y ? point : low))]));
  return [
    { x: at - besideGap, y: box.y, width: 2 * besideGap, height: box.height },
    ...landings.map((landing) => around(landing, clear.landing)),
    ...lowest.map((point) => around(point, clear.lowest)),
  ];
}

const heightTitle = 'loss L(θ − s·g) after one update';

const orBeyond = (numbers: Float64Array): Float64Array => numbers.map((each) => (Number.isNaN(each) ? Infinity : each));

/** Null: powers of ten, where the losses lie far apart. */
function heightOf(finite: readonly number[]): Axis | null {
  const [low, high] = [Math.min(...finite), Math.max(...finite)];
  if (low > 0 && high / low > wide) return null;
  const pad = Math.max((high - low) * margin, Math.abs(high) * 0.005, 1e-12);
  return { kind: 'linear', from: low >= 0 ? Math.max(0, low - pad) : low - pad, to: high + pad, title: heightTitle };
}

function decadesBetween(from: number, to: number): number[] {
  const found: number[] = [];
  for (let exponent = Math.ceil(Math.log10(from) - 1e-9); exponent <= Math.floor(Math.log10(to) + 1e-9); exponent++) found.push(Number(`1e${exponent}`));
  return found;
}
