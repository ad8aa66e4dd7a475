// The arrows that lead into a column: what is read, the state before, from stave to stave, to the output, and what is fed back. Each is data:
// its corners, what it carries forwards, and which gradient comes back over it.
import type { Way } from '../../../engine/clock/ways.ts';
import { StepIndex } from '../../../engine/topology/stepIndex.ts';
import type { CellStep } from '../../../engine/topology/index.ts';
import { bottom, centre, middle, mix, right, type Rect } from '../rect.ts';
import type { ArrowLayout, Carried, ColumnLayout, Point, ScoreLayout, StaveLayout } from './types.ts';
import { wiringOf, type Wire, type Wiring } from './wiring.ts';

/** From an arrow to the box that it leads to. */
const space = 3;
/** How far from a box an arrow turns. */
const turn = 7;

interface Asked {
  readonly layout: ScoreLayout;
  readonly wiring: Wiring;
  readonly index: StepIndex;
  readonly column: ColumnLayout;
  /** Columns as they are drawn: a box in which something is worked out is wider. */
  readonly columnAt: (index: number) => ColumnLayout;
}

/** The arrows of one place. `columnAt` gives the columns as they are drawn; left out, as they are laid out. */
export function arrowsOf(layout: ScoreLayout, place: number, columnAt: (index: number) => ColumnLayout = (index) => drawnAt(layout, index)): ArrowLayout[] {
  const { spec } = layout;
  const { chains } = spec.anatomy.network.program;
  const asked: Asked = { layout, columnAt, column: columnAt(place), wiring: wiringOf(spec.anatomy), index: StepIndex.of(spec.steps) };
  const { axis, row } = asked.column;
  const own = chains.flatMap((chain, k) => {
    const step = chain.axis === axis ? asked.index.stepAt(k, row) : undefined;
    return step ? [...inputArrows(asked, step), ...stateArrows(asked, step), ...withinArrows(asked, step)] : [];
  });
  const reader = asked.index.stepAt(-1, row);
  return [...own, ...(reader && asked.column.boxes['outputs'] ? outputArrows(asked, reader) : []), ...fedArrows(asked)];
}

/** A place as it is laid out; before and after the columns, the state that a chain begins with. */
export const drawnAt = (layout: ScoreLayout, index: number): ColumnLayout =>
  layout.initial.find((each) => each.index === index) ?? layout.column(Math.min(Math.max(index, 1), layout.places.count));

const symbolOf = ({ layout }: Asked, slot: number): string => layout.spec.anatomy.network.program.slots[slot]?.symbol ?? '';

const carried = (asked: Asked, slot: number, t: number): Carried => ({ symbol: symbolOf(asked, slot), t });

function backBy({ wiring }: Asked, slot: number, way: Way, t: number): Carried | null {
  const symbol = wiring.back(slot, way);
  return symbol === null ? null : { symbol, t };
}

/** The box that an arrow leads to: where a cell is open, what is made in it is made there. */
function goal({ layout, column }: Asked, { to }: Wire): Rect | null {
  const { inside, staves, spec } = layout;
  const opened = spec.anatomy.tracks.findIndex(({ chains }) => chains.includes(spec.chain));
  return inside && column.index === spec.current && staves.byId[to]?.track === opened ? inside : (column.boxes[to] ?? null);
}

/** The boxes of a column that lie between two heights. */
const between = (column: ColumnLayout, top: number, low: number): Rect[] =>
  Object.values(column.boxes).filter((box): box is Rect => box !== null && box.y >= top && bottom(box) <= low);

/** From the top of one box to the bottom of another above it, beside what stands between: at the left (−1) or the right of it. */
function upwards(column: ColumnLayout, from: Rect, to: Rect, side: 1 | -1, x: number): Point[] {
  const [start, end] = [from.y - 1, bottom(to) + space];
  const passed = between(column, bottom(to), from.y);
  if (passed.length === 0) return [[x, start], [x, end]];
  const aside = side < 0 ? Math.min(...passed.map((box) => box.x)) - turn : Math.max(...passed.map(right)) + turn;
  const inset = (box: Rect): number => (side < 0 ? box.x + Math.min(10, box.width / 4) : right(box) - Math.min(10, box.width / 4));
  const isUnder = aside > to.x + 4 && aside < right(to) - 4;
  const last: Point[] = isUnder ? [[aside, end]] : [[aside, bottom(to) + turn + space], [inset(to), bottom(to) + turn + space], [inset(to), end]];
  return [[inset(from), start], [inset(from), start - turn], [aside, start - turn], ...last];
}

function inputArrows(asked: Asked, { chain, row }: CellStep): ArrowLayout[] {
  const wire = asked.wiring.chains[chain]?.input;
  const [from, to] = [asked.column.boxes['inputs'], wire && goal(asked, wire)];
  if (!wire || !from || !to) return [];
  return [{
    id: `input ${chain} ${row}`, kind: 'input', tone: 'input', chain, row, makes: wire.makes, isCut: false,
    points: upwards(asked.column, from, to, -1, centre(from)),
    carries: carried(asked, wire.slot, row),
    gradient: backBy(asked, wire.slot, 'here', row),
  }];
}

function stateArrows(asked: Asked, step: CellStep): ArrowLayout[] {
  const { layout, wiring, columnAt, column } = asked;
  const { chain, row, previousChain, previousRow, isCut } = step;
  const { chains } = layout.spec.anatomy.network.program;
  const direction = chains[chain]?.direction ?? 1;
  const before = columnBefore(asked, step);
  return (wiring.chains[chain]?.states ?? []).flatMap((wires, k) => wires.flatMap((wire, nth): ArrowLayout[] => {
    const slot = chains[previousChain]?.states[k] ?? -1;
    const source = layout.spec.anatomy.staveOf(slot);
    const [from, to] = [before?.boxes[source] ?? null, goal(asked, wire)];
    const level = layout.staves.byId[source];
    if (!to || !level) return [];
    const y = levelOf(level);
    // A state that begins anew in the middle of a sequence has no neighbour that it comes from.
    const start = from ? (direction > 0 ? right(from) + 1 : from.x - 1) : (direction > 0 ? to.x - 30 : right(to) + 30);
    const end = direction > 0 ? to.x - space : right(to) + space;
    const isBranch = nth > 0;
    const isOne = asked.index.after(previousChain, previousRow).length <= 1;
    return [{
      id: `${isBranch ? `branch ${wire.to}` : 'state'} ${symbolOf(asked, slot)} ${chain} ${row}`,
      kind: isBranch ? 'branch' : 'state', tone: 'state', chain, row, makes: wire.makes, isCut,
      points: sideways([start, y], [end, heightAt(to, y, isBranch || wire.to !== source)], isBranch),
      carries: carried(asked, slot, previousRow),
      gradient: isCut || isBranch || !isOne ? null : backBy(asked, slot, 'next', previousRow),
    }];
  }));

  function columnBefore({ index }: Asked, { previousChain: from, previousRow: at }: CellStep): ColumnLayout | null {
    if (at > 0) return columnAt(layout.places.indexOf(chains[from]?.axis ?? 0, at));
    const start = layout.initial.find((each) => each.chain === from);
    return start && start.index === column.index - (chains[from]?.direction ?? 1) && index.at(chain, row) >= 0 ? columnAt(start.index) : null;
  }
}

/** The height of a state's road through all columns. */
export const levelOf = ({ y, height }: Pick<StaveLayout, 'y' | 'height'>): number => y + height / 2;

/** The height at which a state comes in: its own, where the box is that high, else the middle of the box. */
const heightAt = (box: Rect, y: number, isOther: boolean): number => (isOther && (y < box.y || y > bottom(box)) ? middle(box) : y);

/** Straight, or with two corners half way; a branch leaves the other arrow there. */
function sideways([x1, y1]: Point, [x2, y2]: Point, isBranch: boolean): Point[] {
  if (Math.abs(y1 - y2) < 1) return [[x1, y1], [x2, y1]];
  const half = (x1 + x2) / 2;
  return [...(isBranch ? [] : [[x1, y1] as const]), [half, y1], [half, y2], [x2, y2]];
}

function withinArrows(asked: Asked, { chain, row }: CellStep): ArrowLayout[] {
  const { layout, wiring, column } = asked;
  const { anatomy, current, chain: opened } = layout.spec;
  const isOpen = layout.inside !== null && column.index === current && anatomy.tracks.some(({ chains }) => chains.includes(opened) && chains.includes(chain));
  if (isOpen) return [];
  return (wiring.chains[chain]?.within ?? []).flatMap((wire): ArrowLayout[] => {
    const stave = anatomy.staves.find(({ slots }) => slots[column.axis].includes(wire.slot));
    const [from, to] = [stave && column.boxes[stave.id], column.boxes[wire.to]];
    if (!stave || !from || !to) return [];
    const lanes = stave.slots[column.axis];
    const x = from.x + (from.width * (lanes.indexOf(wire.slot) + 0.5)) / lanes.length;
    const within = Math.min(Math.max(x, to.x + 5), right(to) - 5);
    return [{
      id: `within ${symbolOf(asked, wire.slot)} ${wire.to} ${row}`, kind: 'within', tone: 'state', chain, row, makes: wire.makes, isCut: false,
      points: from.y > to.y ? upwards(column, from, to, 1, within) : [[within, bottom(from) + 1], [within, to.y - space]],
      carries: carried(asked, wire.slot, row),
      gradient: backBy(asked, wire.slot, 'here', row),
    }];
  });
}

function outputArrows(asked: Asked, { readout }: CellStep): ArrowLayout[] {
  const { layout, wiring, column, columnAt } = asked;
  const { slots, reads } = layout.spec.anatomy.network.program;
  const to = column.boxes['outputs'];
  if (!to || !readout) return [];
  return wiring.outputs.flatMap((wire): ArrowLayout[] => {
    const { chain = 0, axis = 0 } = slots[wire.slot] ?? {};
    const stateRow = readout.stateRows[reads.indexOf(chain)] ?? readout.row;
    const source = stateRow === column.row ? column : columnAt(layout.places.indexOf(axis, stateRow));
    const from = source.boxes[layout.spec.anatomy.staveOf(wire.slot)];
    if (!from) return [];
    const inside = Math.min(Math.max(centre(from), to.x + 6), right(to) - 6);
    const points = source === column ? upwards(column, from, to, 1, inside) : acrossTo(source, from, to);
    return [{
      id: `output ${symbolOf(asked, wire.slot)} ${readout.row}`, kind: 'output', tone: 'output', chain: -1, row: readout.row, makes: wire.makes, isCut: false,
      points,
      carries: carried(asked, wire.slot, stateRow),
      gradient: backBy(asked, wire.slot, 'out', stateRow),
    }];
  });
}

/** From a state far away up into the gap under the outputs, along it, and in. */
function acrossTo(column: ColumnLayout, from: Rect, to: Rect): Point[] {
  const top = Math.min(...Object.values(column.boxes).flatMap((box) => (box && box.y > bottom(to) ? [box.y] : [])), from.y);
  const lane = bottom(to) + Math.max((top - bottom(to)) * 0.45, space + 6);
  const end = centre(to) + (centre(from) < centre(to) ? -1 : 1) * Math.min(14, to.width / 4);
  const passed = between(column, bottom(to), from.y);
  const aside = Math.max(right(from) - Math.min(10, from.width / 4), ...passed.map((box) => right(box) + turn));
  const start = right(from) - Math.min(10, from.width / 4);
  return [[start, from.y - 1], ...(aside > start ? ([[start, from.y - turn - 1], [aside, from.y - turn - 1]] as const) : []), [aside, lane], [end, lane], [end, bottom(to) + space]];
}

function fedArrows({ layout, column, columnAt }: Asked): ArrowLayout[] {
  const { inside, spec } = layout;
  const { axis, row, index } = column;
  const feed = row > 1 ? layout.spec.feedOf(axis, row) : null;
  if (feed === null) return [];
  const before = columnAt(index - 1);
  const [from, to] = [before.boxes['outputs'], column.boxes['inputs']];
  if (!from || !to) return [];
  const { slots } = layout.spec.anatomy.network.program;
  const y = feed === 'target' ? bottom(from) - 8 : middle(from);
  const half = Math.max((right(from) + to.x) / 2, right(from) + 4);
  // Where it leads into the place of an open cell it goes down before that.
  const x = inside && column.index === spec.current && inside.x > right(from) ? mix(half, Math.max(right(from) + 3, inside.x - 6), layout.opened) : half;
  return [{
    id: `fed ${axis} ${row}`, kind: 'fed', tone: feed === 'target' ? 'input' : 'output', chain: -1, row, makes: [], isCut: false,
    points: [[right(from) + 1, y], [x, y], [x, middle(to)], [to.x - space, middle(to)]],
    carries: { symbol: feed === 'target' ? 'target' : (slots[layout.spec.anatomy.answer]?.symbol ?? ''), t: row - 1 },
    gradient: null,
  }];
}
