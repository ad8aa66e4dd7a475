// The staves from top to bottom, as many as the network has: outputs, the states of each track, gates, inputs. They run through all columns,
// so they are worked out once. Where rows get low, first the gaps close up, then the lines of letters go, and rows stay as long as they can.
import type { Anatomy, Stave } from '../../anatomy/anatomy.ts';
import { clamp, ease, mix } from '../rect.ts';
import { share } from '../share.ts';
import { openedStaves, type Opened, type OpenedStave } from './openedStaves.ts';
import type { Detail, Rows, StaveLayout, Staves } from './types.ts';

/** Below this a row has no room for text. */
export const rowForText = 10;
/** Below this a cell has no room for its number. */
export const rowForNumbers = 12.5;
/** The highest row. */
const highest = 31;

/** Space around the rows, in pixels. */
interface Manner {
  readonly header: number;
  readonly footer: number;
  readonly pad: number;
  /** Between two tracks, and between two staves of one. */
  readonly gap: number;
  readonly near: number;
}

const manners = (height: number): readonly Manner[] => [
  ...(height >= 430 ? [{ header: 20, footer: 20, pad: 6, gap: clamp(height * 0.066, 20, 40), near: 22 }] : []),
  { header: 18, footer: 16, pad: 3, gap: 20, near: 15 },
  { header: 14, footer: 15, pad: 2.5, gap: 15, near: 11 },
];

/** Where even this is too much, rows get as low as they must. */
const bareManner: Manner = { header: 0, footer: 14, pad: 2, gap: 13, near: 9 };

const plainManner: Manner = { header: 0, footer: 0, pad: 2, gap: 20, near: 16 };

interface StavesSpec {
  readonly anatomy: Anatomy;
  readonly height: number;
  readonly detail?: Detail;
  /** How far a cell is open, 0…1, and the track that it belongs to: the other staves make room. */
  readonly inside?: number;
  readonly track?: number;
  /** Without headings above and words below. */
  readonly isRepeat?: boolean | undefined;
  /** Where two scores share the window and rows get too low for numbers, those of the inputs give way: colour says them too. */
  readonly isPaired?: boolean | undefined;
}

const spaceOf = (row: number): number => (row >= 12 ? 2.5 : row >= 5 ? 1 : 0);

/** Top of row k (0-based). */
export const rowY = (rows: Pick<Rows, 'first' | 'row'>, k: number): number => rows.first + k * rows.row;

/** In a small figure all boxes are alike, however many numbers they stand for: as high as so many rows. */
const plainCount = 1.25;

/** What stands above and below the rows of a stave. */
const around = ({ kind }: Stave, { header, footer, pad }: Manner): readonly [number, number] =>
  kind === 'inputs' ? [pad, pad] : [Math.max(header, pad), kind === 'outputs' ? footer + pad : pad];

/** The least height of the rows of a stave where there is room: one row alone would make a flat box. */
const leastOf = ({ kind }: Stave, isLow: boolean): number => (kind === 'state' ? (isLow ? 34 : 56) : 0);

interface Fitted {
  readonly manner: Manner;
  readonly got: readonly number[];
  readonly gaps: readonly number[];
  readonly spare: number;
}

/** How much of its share an input's row keeps where it gives way. */
const lowInputs = 0.3;

export function stavesOf(spec: StavesSpec): Staves {
  const { anatomy, height, detail = 'full', inside = 0, track = 0, isRepeat = false, isPaired = false } = spec;
  const { staves } = anatomy;
  const isLow = height < 430;
  const isPlain = detail === 'plain';
  const isBare = isPlain || isRepeat;
  const heading = isBare ? 8 : isLow ? 22 : 30;
  const words = isBare ? 8 : isLow ? 36 : 44;
  const countOf = ({ rows }: Stave): number => (isPlain ? plainCount : Math.max(...rows));

  const fit = (manner: Manner, inputs = 1): Fitted => {
    const gaps = staves.slice(1).map((stave, k) => (stave.track >= 0 && stave.track === staves[k]?.track ? manner.near : manner.gap));
    const taken = staves.reduce((sum, stave) => sum + around(stave, manner)[0] + around(stave, manner)[1], 0) + gaps.reduce((a, b) => a + b, 0);
    const room = height - heading - words - taken - 6;
    const wants = staves.map((stave) => Math.max(countOf(stave) * 24, isPlain ? 0 : leastOf(stave, isLow)));
    const weights = staves.map((stave) => Math.min(countOf(stave), 8) * (stave.kind === 'inputs' ? inputs : 1));
    const got = share(wants, weights, Math.max(room, 8 * staves.length));
    return { manner, got, gaps, spare: Math.max(0, room - got.reduce((a, b) => a + b, 0)) };
  };
  const isEnough = ({ got }: Fitted): boolean => staves.every((stave, k) => (got[k] ?? 0) >= Math.min(countOf(stave) * 12.5, 76));
  const tried = (isPlain ? [plainManner] : manners(height)).map((manner) => fit(manner));
  const { manner, got, gaps, spare } = tried.find(isEnough) ?? fit(isPlain ? plainManner : bareManner, isPaired ? lowInputs : 1);

  // What is left widens the gaps, then the rows.
  const widen = gaps.map((gap) => Math.max((isPlain ? (gap === manner.near ? 30 : 52) : gap === manner.near ? 40 : 86) - gap, 0));
  const widest = widen.reduce((a, b) => a + b, 0);
  const widening = widest > 0 ? Math.min(spare / widest, 1) : 0;
  const afterGaps = Math.max(0, spare - widest);
  const total = staves.reduce((sum, stave) => sum + countOf(stave), 0);
  const grow = isPlain ? 0 : Math.min(afterGaps / total, 7);

  let y = heading + Math.max(0, afterGaps - grow * total) / 2;
  const list = staves.map((stave, k): StaveLayout => {
    const [above, below] = around(stave, manner);
    const inner = (got[k] ?? 0) + countOf(stave) * grow;
    const box = { y, height: above + inner + below };
    const head = stave.kind === 'inputs' ? 0 : manner.header;
    y += box.height + (gaps[k] ?? 0) + (widen[k] ?? 0) * widening;
    return { id: stave.id, kind: stave.kind, track: stave.track, ...box, head, by: [rowsIn(box, [above, below], inner, stave.rows[0]), rowsIn(box, [above, below], inner, stave.rows[1])] };
  });
  const bottom = y;
  const word = bottom + (isLow ? 17 : 22);
  const closed: Staves = {
    list,
    slot: null,
    byId: Object.fromEntries(list.map((each) => [each.id, each])),
    heading: clamp(heading - 12, 12, 20),
    word,
    time: word + (isLow ? 14 : 17),
    slack: clamp(Math.min(...list.slice(1).map((stave, k) => stave.y - (list[k]?.y ?? 0) - (list[k]?.height ?? 0))) / 20, 0.45, anatomy.tracks.length > 1 ? 0.7 : 1),
    top: list[0]?.y ?? heading,
    bottom,
  };
  return inside > 0 && !isPlain ? opening(closed, anatomy, openedStaves({ anatomy, track, from: heading, to: height - words }), track, ease(inside)) : closed;
}

/** The staves on their way from a closed cell to an open one: every box, row and letter moves evenly. */
function opening(closed: Staves, { staves }: Anatomy, opened: Opened, track: number, part: number): Staves {
  const list = closed.list.map((stave, k): StaveLayout => {
    const [{ rows } , to] = [staves[k] as Stave, opened.list[k] as OpenedStave];
    const inner = to.height - to.above - to.below;
    const mixed = (before: Rows, count: number): Rows => {
      const after = rowsIn(to, [to.above, to.below], inner, count);
      return { rows: before.rows, y: mix(before.y, after.y, part), height: mix(before.height, after.height, part), first: mix(before.first, after.first, part), row: mix(before.row, after.row, part), cell: mix(before.cell, after.cell, part) };
    };
    const hasHead = part < 0.5 ? stave.head > 0 : to.above >= rowForText && stave.kind !== 'inputs';
    return { ...stave, y: mix(stave.y, to.y, part), height: mix(stave.height, to.height, part), head: hasHead ? to.above : 0, by: [mixed(stave.by[0], rows[0]), mixed(stave.by[1], rows[1])] };
  });
  const own = closed.list.filter((stave) => stave.track === track);
  const [first, last] = [own[0], own[own.length - 1]];
  const [top, low] = [first?.y ?? 0, (last?.y ?? 0) + (last?.height ?? 0)];
  const bottom = mix(closed.bottom, (opened.list.at(-1)?.y ?? 0) + (opened.list.at(-1)?.height ?? 0), part);
  return {
    ...closed,
    list,
    byId: Object.fromEntries(list.map((each) => [each.id, each])),
    slot: { y: mix(top, opened.slot.y, part), height: mix(low - top, opened.slot.height, part) },
    word: closed.word + bottom - closed.bottom,
    time: closed.time + bottom - closed.bottom,
    top: list[0]?.y ?? closed.top,
    bottom,
  };
}

function rowsIn(box: { readonly y: number; readonly height: number }, [above, below]: readonly [number, number], inner: number, rows: number): Rows {
  const row = rows === 0 ? 0 : Math.min(inner / rows, highest);
  return { y: box.y, height: above + inner + below, rows, row, first: box.y + above + (inner - row * rows) / 2, cell: Math.max(row - spaceOf(row), 0.1) };
}
