// What the strips of a score show: every stave's numbers over the places in view, as far as they are known at the playhead.
import { inputsOf } from '../../../engine/run/sequences.ts';
import type { Axis } from '../../../engine/topology/index.ts';
import type { Stave } from '../../anatomy/anatomy.ts';
import type { StripNumbers } from '../../layout/strips/buckets.ts';
import { knownRange, type Range } from '../../layout/strips/knownRange.ts';
import { stripLanes, type StripLane } from '../../layout/strips/lanes.ts';
import { withoutColumn } from '../../layout/strips/pieces.ts';
import type { Rows, ScoreLayout, Section } from '../../layout/score/types.ts';
import type { Scene } from '../../scene/scene.ts';

/** Columns of a strip side by side on the screen; their numbers are rows of the sequence, from 1. */
export interface Stretch {
  readonly range: Range;
  /** Left edge of its first column. */
  readonly x: number;
}

/** The numbers of one symbol along one sequence. */
export interface StripView {
  /** Unlike any other's in the score. */
  readonly id: string;
  readonly numbers: StripNumbers;
  /** Size of the value that takes the full colour. */
  readonly range: number;
  /** Where a strip shows which row is read: that row by column, from column 1 on; null elsewhere. */
  readonly hot: Int32Array | null;
  readonly lane: StripLane;
  /** The known columns that can be seen. */
  readonly stretches: readonly Stretch[];
}

/** The ground of a stave: where its strips may be. */
interface StripGround {
  /** The stave's. */
  readonly id: string;
  readonly y: number;
  readonly height: number;
  readonly stretches: readonly Stretch[];
}

interface Grounds {
  /** Pixels from one column to the next. */
  readonly pitch: number;
  readonly grounds: readonly StripGround[];
}

export interface Strips extends Grounds {
  /** Changes with the numbers. */
  readonly of: object;
  /** Nothing is drawn left of it. */
  readonly left: number;
  readonly views: readonly StripView[];
}

interface StripsSpec {
  readonly scene: Scene;
  readonly layout: ScoreLayout;
  readonly rangeOf: (symbol: string) => number;
  /** Whether gradients stand beside values. */
  readonly isPaired: boolean;
}

/** Symbols of a stave's lanes along one sequence, in the order of the lanes. */
export function laneSymbols({ network: { program } }: Scene, stave: Stave, axis: Axis, isPaired: boolean): string[] {
  const hasGradients = isPaired && (stave.kind === 'state' || stave.kind === 'gates');
  return stave.slots[axis].flatMap((slot) => {
    const symbol = program.slots[slot]?.symbol ?? '';
    return hasGradients ? [symbol, `d${symbol}`] : [symbol];
  });
}

/** Folding, the columns draw together. */
const pitchOf = ({ pitch, folding }: ScoreLayout): number => pitch.pitch * (1 - folding.columns);

/** A stave along one sequence, and the rows of it that can be seen. */
interface Part {
  readonly section: Section;
  readonly stave: Stave;
  readonly rows: Rows;
  readonly seen: readonly Range[];
}

function partsOf({ scene, layout }: Pick<StripsSpec, 'scene' | 'layout'>): Part[] {
  return layout.sections.flatMap((section) => {
    const seen = seenOf(layout, section);
    return scene.anatomy.staves.flatMap((stave): Part[] => {
      const rows = layout.staves.byId[stave.id]?.by[section.axis];
      // An only output keeps its numbers.
      return !rows || rows.rows === 0 || (stave.kind === 'outputs' && layout.onlyOutput > 0) ? [] : [{ section, stave, rows, seen }];
    });
  });
}

/** Where the pointer finds strips. */
export function stripGrounds(spec: Pick<StripsSpec, 'scene' | 'layout'>): Grounds {
  const { layout } = spec;
  const pitch = pitchOf(layout);
  return { pitch, grounds: partsOf(spec).map((part) => groundOf(layout, pitch, part)) };
}

export function stripsOf(spec: StripsSpec): Strips {
  const { scene, layout } = spec;
  const pitch = pitchOf(layout);
  const parts = partsOf(spec);
  return {
    of: scene.numbers,
    pitch,
    left: layout.isPinned ? layout.left * (1 - layout.folding.columns) : 0,
    grounds: parts.map((part) => groundOf(layout, pitch, part)),
    views: parts.flatMap((part) => viewsOf(spec, pitch, part)),
  };
}

const stretchOf = (layout: ScoreLayout, pitch: number, { from }: Section, range: Range): Stretch => ({
  range,
  x: layout.column(from + range.from - 1).centre - pitch / 2,
});

function groundOf(layout: ScoreLayout, pitch: number, { section, stave, rows, seen }: Part): StripGround {
  return { id: stave.id, y: rows.first - 3, height: rows.row * rows.rows + 6, stretches: seen.map((range) => stretchOf(layout, pitch, section, range)) };
}

/** The rows of a section that are in view, cut at the place that is drawn by itself. */
function seenOf({ visible, spec }: ScoreLayout, { from, to }: Section): Range[] {
  const seen = { from: Math.max(from, visible.from), to: Math.min(to, visible.to) };
  return withoutColumn(seen, spec.current).map((range) => ({ from: range.from - from + 1, to: range.to - from + 1 }));
}

function viewsOf({ scene, layout, rangeOf, isPaired }: StripsSpec, pitch: number, { section, stave, rows, seen }: Part): StripView[] {
  const { axis, from, to } = section;
  const count = to - from + 1;
  const symbols = laneSymbols(scene, stave, axis, isPaired);
  const lanes = stripLanes(pitch, symbols.length, rows);
  return symbols.flatMap((symbol, k): StripView[] => {
    const lane = lanes[k];
    const numbers = numbersOf(scene, symbol, axis, count, rows.rows);
    if (!lane || !numbers) return [];
    const known = seen.flatMap((range) => knownRange(range.from, range.to, (t) => scene.read({ symbol, t, unit: 1 }) !== null) ?? []);
    const hot = stave.kind === 'inputs' ? hotOf(scene, axis) : null;
    return [{ id: `${stave.id} ${axis} ${symbol}`, numbers, range: rangeOf(symbol), hot, lane, stretches: known.map((range) => stretchOf(layout, pitch, section, range)) }];
  });
}

function hotOf({ trace }: Pick<Scene, 'trace'>, axis: Axis): Int32Array | null {
  const read = inputsOf(trace.example, axis);
  return read?.kind === 'one-hot' ? read.indices : null;
}

/** The numbers of a symbol, straight from the arrays of the trace. */
function numbersOf({ trace, network: { program } }: Scene, symbol: string, axis: Axis, count: number, rows: number): StripNumbers | null {
  const own = program.slots.findIndex((slot) => slot.symbol === symbol);
  const slot = own >= 0 ? own : program.slots.findIndex((each) => `d${each.symbol}` === symbol);
  const hot = program.chains.some(({ input }) => input === slot) ? hotOf({ trace }, axis) : null;
  if (hot) return { count, rows, at: (column, row) => (hot[column - 1] === row ? 1 : 0) };
  const array = (own >= 0 ? trace.values : trace.gradients)[slot];
  return array && array.length > 0 ? { count, rows, at: (column, row) => array[column * rows + row] ?? 0 } : null;
}
