// The figure of one network's road as numbers: above its lines over the steps, on an axis that both networks share, below its gates unit by unit.
import type { Box } from '../directLabels.ts';
import { decadesAround, type Decades } from '../logAxis.ts';
import { linesPlot, type Line, type LinesGeometry } from '../linesPlot.ts';

export interface RoadPlotInput {
  readonly lines: readonly Line[];
  readonly decades: Decades;
  /** T. */
  readonly steps: number;
  readonly hiddenSize: number;
  readonly heightTitle: string;
  readonly width: number;
  readonly height: number;
  readonly textSize: number;
}

export interface RoadPlot {
  readonly lines: LinesGeometry;
  /** Where the gates stand: columns 1 … T, each between the states that it leads from and to. */
  readonly gates: Box;
  readonly rowHeight: number;
  /** The gate under a point: step from 1 and unit from 1; null where there is none. */
  readonly gateAt: (x: number, y: number) => { readonly t: number; readonly unit: number } | null;
  /** The step whose column is under an x. */
  readonly stepAt: (x: number) => number;
}

/** Powers of ten that float64 has. */
const least = -323;

/** At least so many decades, so that a line that falls is seen to fall. */
const usual: Decades = { low: -6, high: 0 };

/** The axis that holds all these lines but the one without a road, which falls out of it where it would press the others flat. */
export function sharedDecades(all: Iterable<readonly Line[]>): Decades {
  const exponents = [...all].flat().flatMap(({ id, ys }) => (id === 'comparison' ? [] : Array.from(ys, (value) => Math.log10(value))));
  const { low, high } = decadesAround(exponents, usual);
  return { low: Math.max(low, least), high: Math.min(high, 308) };
}

export function roadPlot({ lines, decades, steps, hiddenSize, heightTitle, width, height, textSize }: RoadPlotInput): RoadPlot {
  const gatesHeight = Math.max(textSize * 4, Math.min(height * 0.32, hiddenSize * textSize));
  const upper = height - gatesHeight - textSize * 2.2;
  const geometry = linesPlot({
    lines: lines.map((each) => (each.id === 'comparison' ? { ...each, ys: within(each.ys, decades) } : each)),
    along: { kind: 'linear', from: 0, to: steps, title: 'state after step k', isWhole: true, write: (k) => k.toLocaleString('en-US') },
    height: { kind: 'log', from: 10 ** decades.low, to: 10 ** decades.high, title: heightTitle },
    names: 'beside or above',
    size: { width, height: upper, textSize },
  });
  const gates: Box = { x: geometry.box.x, y: upper + textSize * 1.4, width: geometry.box.width, height: gatesHeight };
  const stepAt = (x: number): number => Math.min(steps, Math.max(1, Math.ceil(((x - gates.x) / gates.width) * steps)));
  return {
    lines: geometry,
    gates,
    rowHeight: gatesHeight / hiddenSize,
    stepAt,
    gateAt: (x, y) => {
      if (x < gates.x || x > gates.x + gates.width || y < gates.y || y >= gates.y + gates.height) return null;
      return { t: stepAt(x), unit: Math.floor(((y - gates.y) / gates.height) * hiddenSize) + 1 };
    },
  };
}

/** Not a number where it lies beyond the axis. */
function within(ys: ArrayLike<number>, { low, high }: Decades): Float64Array {
  return Float64Array.from(ys, (value) => (value >= 10 ** low && value <= 10 ** high ? value : NaN));
}
