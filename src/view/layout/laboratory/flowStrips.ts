// The strips below the flow plot: a row a network, a cell a time step, ink by the logarithm of what is left. Cells of the same ink are one
// path, so that a strip is a few dozen shapes at any length, and still a drawing that can be saved as one.
import type { Box } from '../directLabels.ts';
import { cellSteps, fateAt, inkAt } from '../flowFate.ts';

/** All cells of a strip with the same ink. */
interface InkedCells {
  /** 0 … 1. */
  readonly ink: number;
  readonly path: string;
}

/** Beside the ink: where a cell is exactly zero, exploded, or too large to hold. */
export type CellMark = 'zero' | 'exploded' | 'overflow';

export interface Strip extends Box {
  readonly id: string;
  /** The palest first. */
  readonly cells: readonly InkedCells[];
  /** Middles of the cells that bear a mark, from the left; empty where cells are too narrow for one. */
  readonly marks: Readonly<Record<CellMark, readonly number[]>>;
  /** Where cells are too narrow for marks: the stretches that have exploded, as bars along the upper edge; else ''. */
  readonly bars: string;
  readonly isDense: boolean;
}

/** How many different inks there are; the eye tells apart fewer. */
const inks = 32;
/** Pixels of a cell from which it stands apart from its neighbours, and from which it has room for a mark. */
const widthApart = 6;
const widthForMark = 12;

const isMarked = (fate: string): fate is CellMark => fate === 'zero' || fate === 'exploded' || fate === 'overflow';

/** `norms` by k = 0 … p, the step of the loss; columns of that width from the left edge of `row`, which is as long as all T of them. */
export function stripOf(id: string, norms: Float64Array, row: Box, columnWidth: number): Strip {
  const steps = norms.length - 1;
  const reach = steps * columnWidth;
  const cells = cellSteps(norms, Math.max(1, Math.floor(reach)));
  const isDense = columnWidth <= widthApart;
  const marks: Record<CellMark, number[]> = { zero: [], exploded: [], overflow: [] };
  const runs: { ink: number; from: number; to: number }[] = [];
  let bars = '';
  for (const { from, to, t } of cells) {
    const fate = fateAt(norms, t);
    const ink = Math.round(inkAt(norms, t, fate) * inks) / inks;
    if (isMarked(fate)) {
      if (columnWidth >= widthForMark) marks[fate].push(round(row.x + (t - 0.5) * columnWidth));
      else if (fate !== 'zero') bars += `M${round(row.x + (from - 1) * columnWidth)},${row.y + 1.5}h${round((to - from + 1) * columnWidth)}`;
    }
    // Close together, neighbours with the same ink are one cell.
    const run = runs.at(-1);
    if (isDense && run?.ink === ink) run.to = to;
    else runs.push({ ink, from, to });
  }
  const paths = new Map<number, string>();
  for (const { ink, from, to } of runs) {
    const x = row.x + (from - 1) * columnWidth;
    paths.set(ink, `${paths.get(ink) ?? ''}${cellPath(x, row.y, (to - from + 1) * columnWidth, row.height, isDense)}`);
  }
  // By ink, so that the shapes of one picture are those of the next in the same order.
  const inked = [...paths].map(([ink, path]) => ({ ink, path })).sort((a, b) => a.ink - b.ink);
  return { id, ...row, cells: inked, marks, bars, isDense };
}

const round = (value: number): number => Math.round(value * 100) / 100;

function cellPath(x: number, y: number, width: number, height: number, isDense: boolean): string {
  if (isDense) return `M${round(x)},${y}h${round(width)}v${height}h${round(-width)}z`;
  const r = Math.min(3, (width - 2) / 2);
  const [left, inner, tall] = [round(x + 1), round(width - 2 - 2 * r), round(height - 2 * r)];
  return `M${round(left + r)},${y}h${inner}a${r},${r} 0 0 1 ${r},${r}v${tall}a${r},${r} 0 0 1 ${-r},${r}h${-inner}a${r},${r} 0 0 1 ${-r},${-r}v${-tall}a${r},${r} 0 0 1 ${r},${-r}z`;
}
