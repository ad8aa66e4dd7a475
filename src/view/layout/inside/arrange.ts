// How large the numbers inside a cell can be in a rectangle, by which way its vectors run: the way with the largest wins.
import { clamp, type Rect } from '../rect.ts';
import type { Dataflow } from './dataflow.ts';
import { fontIn, leastFont, lengthOf } from './cells.ts';
import { extentsOf, type Cells, type Extents } from './extents.ts';
import { around, spread } from './heights.ts';
import { asideIn, biasRoom, fixedWidth, glyphWidthIn, leastScale, metricsOf, useRoom, type Metrics } from './metrics.ts';
import type { NodePlace, RowPlan } from './rows.ts';

/** Which vectors run to the right; the others run down. */
type Runs = (place: NodePlace, isLane: boolean) => boolean;

const ways: readonly Runs[] = [() => false, ({ isShared }) => isShared, (_, isLane) => !isLane, () => true];

export interface Arrangement {
  readonly metrics: Metrics;
  readonly lanes: 1 | 2;
  readonly runsRight: Runs;
  readonly cellWidth: number;
  readonly cellHeight: number;
  /** How many cells each vector has, and which are thin. */
  readonly cells: Cells;
  /** Whether only gates and states have numbers, and all else thin vectors. */
  readonly isThin: boolean;
  /** Size of the numbers that fit. */
  readonly font: number;
  /** Left edge of the first layer's signs, and what each layer takes. */
  readonly layers: readonly { readonly glyphX: number; readonly glyphWidth: number; readonly vectorX: number }[];
  readonly busX: number;
  /** Middle of each row. */
  readonly rowY: readonly number[];
  readonly rowExtents: readonly Extents[];
  /** Whether the states keep to the heights that were asked for. */
  readonly isKept: boolean;
}

const widestCell = 50;
const highestCell = 21;
/** Signs get smaller rather than cells smaller than this; where only some have numbers these have to fit. */
interface Least {
  readonly width: number;
  readonly height: number;
}

const leastCell: Least = { width: 6, height: 6 };
const leastNumber: Least = { width: 27.5, height: 10.6 };
/** Widths of thin cells: of one that runs down, and of one that runs to the right. */
const thinDown = 9;
const thinRight = 5.5;

interface Wanted {
  readonly rect: Rect;
  readonly sizes: (slot: number) => number;
  readonly stateY: readonly number[] | undefined;
  readonly isPaired: boolean;
  readonly isReadOut: boolean;
  readonly tracks: number;
}

/** How large signs and letters may be, against their usual size: larger where a cell has few, a little smaller where that gives numbers room. */
const scales = [1.3, 1, 0.9, 0.8] as const;

/** The way of laying out a cell's rows and layers in which its numbers are largest; where all are too small, those of gates and states. */
export function arrange(flow: Dataflow, plan: RowPlan, wanted: Wanted): Arrangement {
  const all = bestOf(flow, plan, wanted, false, leastCell);
  if (isReadable(all)) return all;
  const named = bestOf(flow, plan, wanted, true, leastNumber);
  return isReadable(named) ? named : bestOf(flow, plan, wanted, true, leastCell);
}

const isReadable = ({ font, metrics }: Arrangement): boolean => font >= leastFont && metrics.scale >= leastScale;

function bestOf(flow: Dataflow, plan: RowPlan, wanted: Wanted, isThin: boolean, least: Least): Arrangement {
  const options = (wanted.isPaired ? ([2, 1] as const) : ([1] as const)).flatMap((lanes) => ways.flatMap((runsRight) => fits(flow, plan, wanted, { lanes, runsRight, isThin }, least)));
  // A pair that is read with ease is better than larger numbers alone, and states that come straight in are better, too.
  const worth = (each: Arrangement): number =>
    (isReadable(each) ? 100 + fontWorth(each.font) + (each.lanes === 2 && each.font >= leastPair ? 50 : 0) : 2 * Math.min(each.cellWidth, each.cellHeight, 12)) + scaleWorth(each.metrics.scale) + (each.isKept ? 10 : 0);
  return options.reduce((best, each) => (worth(each) > worth(best) + 0.01 ? each : best));
}

/** Numbers this large are read with ease, and need not be larger; in pairs somewhat smaller ones do. */
const easeFont = 10;
const leastPair = 8;
const fontWorth = (font: number): number => 9 * Math.min(font, easeFont) + Math.max(font - easeFont, 0);
/** Signs above their usual size are worth little. */
const scaleWorth = (scale: number): number => 80 * Math.min(scale, 1) + 12 * Math.max(scale - 1, 0);

type Option = Pick<Arrangement, 'lanes' | 'runsRight' | 'isThin'>;

/** One way at each size of its signs that there is room for. */
function fits(flow: Dataflow, plan: RowPlan, wanted: Wanted, option: Option, least: Least): Arrangement[] {
  const { rect, tracks, isReadOut, stateY } = wanted;
  const cells = cellsIn(flow, plan, wanted, option);
  const widthAt = (metrics: Metrics, cell: number): number => fixedWidth(flow, metrics, tracks) + acrossOf(flow, cells, metrics, cell, option, wanted).all;
  const heightAt = (metrics: Metrics, cell: number): number =>
    extentsOf(flow, plan, cells, metrics, cell).reduce((total, { above, below }) => total + above + below + metrics.rowGap, metrics.top + metrics.bottom);
  const largestScale = largest(scales[0], (each) => {
    const metrics = metricsOf(each, isReadOut);
    return widthAt(metrics, least.width) <= rect.width && heightAt(metrics, least.height) <= rect.height;
  }, 0.05);
  return [...new Set(scales.map((each) => Math.min(each, largestScale)))].map((scale) => sized(metricsOf(scale, isReadOut)));

  function sized(metrics: Metrics): Arrangement {
    const cellWidth = largest(widestCell, (cell) => widthAt(metrics, cell) <= rect.width);
    const highest = largest(highestCell, (cell) => heightAt(metrics, cell) <= rect.height);
    // The states' own heights are kept where that leaves enough room for what stands between and below.
    const place = (cell: number): number[] | null => stateY === undefined ? null : around(rect, extentsOf(flow, plan, cells, metrics, cell), metrics, stateY);
    const asked = stateY === undefined ? 0 : largest(highest, (cell) => place(cell) !== null);
    const kept = fontIn(cellWidth, asked) >= leastFont || asked > 0.75 * highest ? place(asked) : null;
    const cellHeight = kept ? asked : highest;
    const rowExtents = extentsOf(flow, plan, cells, metrics, cellHeight);
    const rowY = kept ?? spread(rect.y + metrics.top, rect.height - metrics.top - metrics.bottom, rowExtents, metrics.rowGap);
    const across = acrossOf(flow, cells, metrics, cellWidth, option, wanted);
    return { ...option, metrics, cells, cellWidth, cellHeight, font: fontIn(cellWidth, cellHeight), rowY, rowExtents, isKept: kept !== null, ...columnsIn(flow, wanted, metrics, across) };
  }
}

/** Where upright lines and layers stand; what is left of the width widens the gaps. */
function columnsIn(flow: Dataflow, { rect, tracks }: Wanted, metrics: Metrics, across: Across): Pick<Arrangement, 'busX' | 'layers'> {
  const spare = rect.width - fixedWidth(flow, metrics, tracks) - across.all;
  const wider = clamp(spare / (flow.layers + 1), 0, 34 * metrics.scale);
  const rest = Math.max(0, spare - wider * (flow.layers + 1));
  const busX = rect.x + metrics.left + across.before + metrics.gap + wider / 2 + rest / 2;
  let x = busX + tracks * metrics.track + useRoom * metrics.scale + metrics.gutter + wider / 2;
  const layers = Array.from({ length: flow.layers }, (_, layer) => {
    const glyphWidth = glyphWidthIn(flow, layer, metrics);
    const glyphX = x + asideIn(flow, layer, metrics) + biasRoom(flow, layer, metrics);
    const vectorX = glyphX + glyphWidth + metrics.gap;
    x = vectorX + (across.layers[layer] ?? 0) + metrics.gutter + wider;
    return { glyphX, glyphWidth, vectorX };
  });
  return { busX, layers };
}

/** The largest number up to `most` that passes; `least` where none does. */
function largest(most: number, passes: (size: number) => boolean, least = 0.2): number {
  if (passes(most)) return most;
  let [low, high] = [0, most];
  for (let k = 0; k < 14; k++) {
    const middle = (low + high) / 2;
    if (passes(middle)) low = middle;
    else high = middle;
  }
  return Math.max(low, least);
}

/** How many cells the vector of an operation has beside and below each other. */
function cellsIn(flow: Dataflow, plan: RowPlan, { sizes }: Wanted, { lanes, runsRight, isThin }: Option): Cells {
  const named = new Set([...flow.gates, ...flow.mains]);
  const found = new Map(
    flow.nodes.map(({ at, instruction: { out } }) => {
      const place = plan.places.get(at) as NodePlace;
      const size = lengthOf(sizes(out));
      const isRight = runsRight(place, plan.rows[place.row]?.isLane ?? false);
      const thin = !isThin || named.has(out) ? 0 : isRight ? thinRight : thinDown;
      return [at, isRight ? { across: size, down: lanes, isRight, thin } : { across: lanes, down: size, isRight, thin }];
    }),
  );
  return (at) => found.get(at) ?? { across: 0, down: 0, isRight: false, thin: 0 };
}

interface Across {
  readonly before: number;
  readonly layers: readonly number[];
  readonly all: number;
}

/** How wide the vectors are: of the states before, and of each layer. */
function acrossOf({ nodes, layers, ports }: Dataflow, cells: Cells, { scale }: Metrics, cell: number, { lanes, runsRight }: Option, { sizes }: Wanted): Across {
  const isRight = runsRight({ row: 0, line: 0, isShared: false }, true);
  const before = ports.reduce((most, { kind, slot }) => (kind === 'before' ? Math.max(most, isRight ? lengthOf(sizes(slot)) : lanes) : most), 0) * cell;
  const each = Array.from({ length: layers }, (_, layer) =>
    nodes.reduce((most, node) => {
      const { across, thin } = cells(node.at);
      return node.layer === layer ? Math.max(most, across * (thin > 0 ? thin * scale : cell)) : most;
    }, 0),
  );
  return { before, layers: each, all: each.reduce((a, b) => a + b, before) };
}
