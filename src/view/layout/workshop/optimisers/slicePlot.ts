// The picture of a slice as numbers: its box, its axes, the shades and lines of the loss, the paths over it and where their names stand.
import { ticks } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import type { OptimiserId } from '../../../../engine/learn/optimisers.ts';
import type { Slice } from '../../../../engine/workshop/race/job.ts';
import { placeLabels, type Box, type PlacedLabel, type Point } from '../../directLabels.ts';
import { contour, gridOf, levelsOf, shades } from './contours.ts';
import { leavesAt, planeAspect, type PlanePath, type PlaneSpan } from './plane.ts';

interface SlicePlotInput {
  /** Null as long as no loss is there. */
  readonly slice: Slice | null;
  readonly span: PlaneSpan;
  readonly paths: readonly PlanePath[];
  readonly names: Readonly<Record<OptimiserId, string>>;
  readonly size: { readonly width: number; readonly height: number; readonly textSize: number };
}

export interface SlicePlot {
  readonly box: Box;
  readonly shades: readonly string[];
  readonly contours: readonly string[];
  /** One that leaves the picture ends at its first point outside. */
  readonly paths: readonly { readonly id: OptimiserId; readonly path: string; readonly points: readonly Point[] }[];
  readonly labels: readonly PlacedLabel[];
  readonly acrossTicks: readonly { readonly value: number; readonly at: number }[];
  readonly upTicks: readonly { readonly value: number; readonly at: number }[];
  /** The distances under a point of the picture, and the place of distances. */
  readonly distancesAt: (x: number, y: number) => { readonly a: number; readonly b: number };
  readonly placeOf: (a: number, b: number) => Point;
}

/** Names are set bold, which takes more room than is reckoned for a text. */
const boldness = 1.12;

export function slicePlot({ slice, span, paths, names, size }: SlicePlotInput): SlicePlot {
  const { textSize } = size;
  const left = textSize * 4;
  const room = { width: Math.max(40, size.width - left - textSize), height: Math.max(30, size.height - textSize * 5) };
  const width = Math.min(room.width, room.height * planeAspect);
  const box: Box = { x: left + (room.width - width) / 2, y: textSize * 1.8, width, height: width / planeAspect };
  const across = scaleLinear([span.a.low, span.a.high], [box.x, box.x + box.width]);
  const up = scaleLinear([span.b.low, span.b.high], [box.y + box.height, box.y]);
  const grid = slice && gridOf(slice);
  const last = grid ? grid.side - 1 : 1;
  const place = (column: number, row: number): readonly [number, number] => [box.x + (box.width * column) / last, box.y + box.height * (1 - row / last)];
  const levels = grid ? levelsOf(grid) : [];
  const drawn = paths.map((each) => {
    const { id, a, b } = each;
    const leaves = leavesAt(each, span);
    const points = Array.from(leaves === null ? a : a.subarray(0, leaves + 1), (along, k): Point => ({ x: across(along), y: up(b[k]!) }));
    return { id, points, path: line<Point>((each) => each.x, (each) => each.y).digits(2)(points) ?? '' };
  });
  return {
    box,
    shades: grid ? shades(grid, levels, place) : [],
    contours: grid ? levels.map((level) => contour(grid, level, place)) : [],
    paths: drawn,
    labels: placeLabels(drawn.map(({ id, points }) => ({ id, text: names[id], points: points.toReversed() })), [], box, textSize * boldness),
    acrossTicks: ticks(span.a.low, span.a.high, Math.max(2, box.width / (textSize * 7))).map((value) => ({ value, at: across(value) })),
    upTicks: ticks(span.b.low, span.b.high, Math.max(2, box.height / (textSize * 4))).map((value) => ({ value, at: up(value) })),
    distancesAt: (x, y) => ({ a: across.invert(x), b: up.invert(y) }),
    placeOf: (a, b) => ({ x: across(a), y: up(b) }),
  };
}
