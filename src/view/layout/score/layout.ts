// The whole score as numbers: the folded model at the left, the columns of any network beside it, at any size, fold, zoom and place of scrolling.
import type { Axis } from '../../../engine/topology/index.ts';
import { StepIndex } from '../../../engine/topology/stepIndex.ts';
import { modelLayout } from '../model/model.ts';
import type { Band } from '../model/types.ts';
import { modelWidthOf } from '../model/width.ts';
import { choosePitch, levelOf, numbersFrom, type Pitch } from '../pitch.ts';
import { clamp, ease, mix, type Rect } from '../rect.ts';
import { along } from './along.ts';
import { columnWidths } from './columns.ts';
import { placesOf } from './places.ts';
import { stavesOf } from './staves.ts';
import type { ColumnLayout, ColumnWidths, Folding, InitialLayout, ScoreLayout, ScoreSpec, Section, StaveLayout, Staves } from './types.ts';

const foldingOf = (fold: number): Folding => ({ columns: ease(fold / 0.7), model: ease((fold - 0.25) / 0.75) });

/** Widths that depend on the window alone. */
interface Frame {
  readonly isNarrow: boolean;
  readonly isPlain: boolean;
  readonly modelWidth: number;
  /** Left of the columns: names of rows, and the states that chains begin with. */
  readonly gutter: number;
  /** Right of the columns. */
  readonly after: number;
  readonly passage: number;
  /** Room of the place in view, at least, where its gates are open. */
  readonly reading: number;
}

/** Two scores that stand above each other have one frame, so that their columns do, too. */
function frameOf(spec: ScoreSpec): Frame {
  const own = ownFrameOf(spec);
  if (!spec.beside) return own;
  const other = ownFrameOf({ ...spec, ...spec.beside });
  const wider = (of: 'modelWidth' | 'gutter' | 'after' | 'passage' | 'reading'): number => Math.max(own[of], other[of]);
  return { ...own, modelWidth: wider('modelWidth'), gutter: wider('gutter'), after: wider('after'), passage: wider('passage'), reading: wider('reading') };
}

function ownFrameOf({ anatomy, width, lengths, detail, steps }: ScoreSpec): Frame {
  const isNarrow = width < 640;
  const isPlain = detail === 'plain';
  const { chains } = anatomy.network.program;
  const begins = (direction: 1 | -1): boolean => chains.some((chain, k) => chain.direction === direction && chain.states.length > 0 && StepIndex.of(steps).after(k, 0).length > 0);
  const room = isNarrow ? 80 : 118;
  return {
    isNarrow,
    isPlain,
    modelWidth: isPlain ? 0 : modelWidthOf(anatomy, width),
    gutter: isPlain ? 6 : room,
    after: isPlain ? 6 : begins(-1) ? room : isNarrow ? 10 : 20,
    passage: lengths[1] === 0 ? 0 : isPlain ? 14 : isNarrow ? 128 : 176,
    reading: gatesOf(anatomy) > 1 && !isPlain ? gatesOf(anatomy) * 46 + (isNarrow ? 34 : 60) : 0,
  };
}

/** How many gates stand side by side in a stave of their own; 0 where there is none. */
const gatesOf = ({ staves }: ScoreSpec['anatomy']): number => Math.max(0, ...staves.filter(({ kind }) => kind === 'gates').map(({ slots }) => slots[0].length));

/** Around an open cell: the room left and right of all columns, and between two sequences, with states as slim as a column. */
const openedGutter = 54;
const openedEdge = 10;
const openedPassage = 40;
const slimState = 26;
/** Width of the columns beside an open cell: all that there are share the first, but none is narrower than the last. */
const allBeside = 170;
const slim = { most: 27, least: 14 } as const;
const widestCell = 1320;

/** The folded model glides out to the left, as its weights stand in the open cell; names of rows go with it. */
function opening(frame: Frame, part: number): Frame {
  if (part === 0) return frame;
  const sides = (usual: number): number => mix(usual, usual > 40 ? openedGutter : openedEdge, part);
  return { ...frame, modelWidth: frame.modelWidth * (1 - part), gutter: sides(frame.gutter), after: sides(frame.after), passage: frame.passage === 0 ? 0 : mix(frame.passage, openedPassage, part) };
}

/** The place in view wide enough for its gates side by side. */
function readingPitch(usual: Pitch, room: number, count: number, reading: number): Pitch {
  const lens = Math.max(usual.lens, Math.min(reading, room));
  return { ...usual, lens, pitch: lens > usual.lens && count > 1 ? Math.min(usual.pitch, Math.max((room - lens) / (count - 1), numbersFrom)) : usual.pitch };
}

/** The place in view wide enough for an open cell: the columns beside it are slim, and on a narrow screen they leave it all the width. */
function openedPitch(usual: Pitch, { room, width, count, isNarrow }: { readonly room: number; readonly width: number; readonly count: number; readonly isNarrow: boolean }): Pitch {
  const aside = count > 1 ? Math.min(clamp(allBeside / (count - 1), slim.least, slim.most), usual.pitch) : usual.pitch;
  const lens = isNarrow ? width - 4 : clamp(room - Math.min(aside * (count - 1), allBeside), Math.min(430, room), widestCell);
  return { pitch: aside, lens, level: levelOf(aside) };
}

export function scoreLayout(spec: ScoreSpec): ScoreLayout {
  const { width, height, anatomy, current, zoom, pair, inside, lengths, detail } = spec;
  const { program } = anatomy.network;
  const usualFrame = frameOf(spec);
  const opened = detail === 'plain' ? 0 : ease(inside);
  const frame = opening(usualFrame, opened);
  const { isNarrow, isPlain, modelWidth, after } = frame;
  const folding = foldingOf(spec.fold);
  const places = placesOf(lengths);
  const { count } = places;
  const isPinned = !isNarrow || isPlain;
  const left = isPinned ? modelWidth : 0;
  const before = isPinned ? 0 : modelWidth;
  const roomIn = (each: Frame): number => Math.max(width - each.modelWidth - each.gutter - each.after - each.passage, isPlain ? 40 : 120);
  const usualRoom = roomIn(usualFrame);
  const usual: Pitch = isPlain ? plainPitch(usualRoom / count) : choosePitch(usualRoom, count, zoom, isNarrow);
  const closed = readingPitch(usual, usualRoom, count, usualFrame.reading);
  const pitch = opened > 0 ? mixedPitch(closed, openedPitch(usual, { room: roomIn(opening(usualFrame, 1)), width, count, isNarrow }), opened) : closed;
  const rail = along({ pitch, current, count, split: lengths[0], passage: frame.passage });
  const contentWidth = modelWidth + frame.gutter + rail.width + after;
  const scrollX = clamp(spec.scrollX, 0, Math.max(contentWidth - width, 0));
  const spare = Math.max(width - contentWidth, 0);
  const first = left + before + frame.gutter + (isPlain ? spare / 2 : Math.min(spare / 2, 120)) - scrollX;

  const track = anatomy.tracks.findIndex(({ chains }) => chains.includes(spec.chain));
  const staves = stavesOf({ anatomy, height, detail, inside, track, isRepeat: spec.isRepeat, isPaired: Boolean(spec.beside) });
  const gates = gatesOf(anatomy);
  const isPassed = anatomy.tracks.length > 1;
  const widthsAt = (stepRoom: number): ColumnWidths => (isPlain ? plainWidths(stepRoom) : columnWidths({ room: stepRoom, pair, gates, isPassed }));
  const widthsInView = besideCell(widthsAt(closed.lens), isNarrow ? slimState : mix(60, 88, pair), opened);
  const widthsElsewhere = widthsAt(pitch.pitch);

  const model = modelLayout({
    anatomy,
    staves: bandsOf(staves),
    total: { width, height },
    left: (isPinned ? 0 : -scrollX) - usualFrame.modelWidth * opened,
    width: usualFrame.modelWidth,
    fold: folding.model,
    litColumns: spec.litColumns,
    stateWidth: widthsInView.state,
    outputWidth: widthsInView.outputs,
    inputWidth: widthsInView.inputs,
  });
  const targets = ([0, 1] as const).map((axis) => (isPlain ? width * (lengths[1] === 0 ? 0.5 : axis === 0 ? 0.36 : 0.64) : (model.cells.find(({ chain }) => program.chains[chain]?.axis === axis)?.foldedAxis ?? width / 2)));

  const answerAxis = program.slots[anatomy.answer]?.axis ?? 0;
  const index = StepIndex.of(spec.steps);
  const readRows = index.rowsOf(-1);
  const onlyOutput = readRows.length === 1 && count > 1 ? places.indexOf(answerAxis, readRows[0] ?? 1) : 0;

  const column = (at: number): ColumnLayout => {
    const place = places.place(at);
    const { axis, row } = place;
    const isInView = at === current;
    const stepRoom = rail.room(at);
    const widths = isInView ? widthsInView : widthsElsewhere;
    const centre = mix(first + rail.centre(at), targets[axis] ?? 0, folding.columns);
    const asideOf = (own: number): number => (isInView ? afterInside(spec, own, stepRoom) : 0);
    const boxAt = (stave: StaveLayout): Rect | null => {
      if (stave.by[axis].rows === 0) return null;
      if (stave.kind === 'inputs') return spec.hasInput(axis, row) ? boxOf(stave, axis, centre, widths.inputs) : null;
      const shift = stave.track === track || stave.track < 0 ? asideOf(widths[stave.kind]) : 0;
      if (stave.kind !== 'outputs') return boxOf(stave, axis, centre + shift, widths[stave.kind]);
      return index.at(-1, row) < 0 ? null : boxOf(stave, axis, ...outputPlace(at, centre + shift, widths.outputs));
    };
    const boxes = Object.fromEntries(staves.list.map((stave) => [stave.id, boxAt(stave)]));
    return { ...place, centre, room: stepRoom, level: isInView ? 'numbers' : pitch.level, widths, boxes };
  };

  /** The one output of a sequence has room on both sides, so it is always wide enough to be read. */
  function outputPlace(at: number, centre: number, usualWidth: number): [centre: number, width: number] {
    if (at !== onlyOutput || isPlain) return [centre, usualWidth];
    const wide = Math.max(usualWidth, isNarrow ? 92 : 108);
    const last = width - (isNarrow ? 10 : 20) + 4 - wide / 2;
    const isEndSeen = contentWidth - scrollX <= width + 1 && folding.columns === 0;
    return [isEndSeen ? Math.min(centre, Math.max(last, centre - wide / 2)) : centre, wide];
  }

  const initialRoom = isNarrow ? 68 : 90;
  const initialState = mix(mix(isNarrow ? 40 : 50, initialRoom, pair), slimState, opened);
  const initialWidths: ColumnWidths = { outputs: 0, state: initialState, gates: 0, inputs: 0, pad: mix(4, 1.5, opened), radius: mix(8, 3, opened) };
  const initial = isPlain
    ? []
    : program.chains.flatMap(({ direction, axis, states }, chain): InitialLayout[] => {
        if (states.length === 0 || index.after(chain, 0).length === 0) return [];
        const edge = direction > 0 ? first - (isNarrow ? 12 : 20) - initialState / 2 : first + rail.width + (isNarrow ? 12 : 20) + initialState / 2;
        const centre = mix(edge, targets[axis] ?? 0, folding.columns);
        const own = anatomy.tracks.findIndex(({ chains }) => chains.includes(chain));
        const boxes = Object.fromEntries(staves.list.map((stave) => [stave.id, stave.track === own && stave.kind === 'state' ? boxOf(stave, axis, centre, initialState) : null]));
        return [{ index: direction > 0 ? 0 : count + 1, axis, row: 0, chain, centre, room: initialRoom, level: 'numbers', widths: initialWidths, boxes }];
      });

  const at = (x: number): number => rail.at(x - first);
  const section = (axis: 0 | 1, from: number, to: number): Section => {
    const [start, end] = [first + rail.centre(from) - rail.room(from) / 2, first + rail.centre(to) + rail.room(to) / 2];
    const folded = (targets[axis] ?? 0) - widthsInView.inputs / 2 - 10;
    return { axis, from, to, gutter: mix(start - (isNarrow ? 6 : 12), folded, folding.columns), left: start, right: end };
  };
  const states = staves.list.filter(({ kind }) => kind === 'state' || kind === 'gates');
  const [top, last] = [states[0], states[states.length - 1]];
  return {
    spec,
    places,
    folding,
    pitch,
    level: pitch.level,
    staves,
    model,
    opened,
    isPinned,
    left,
    sections: lengths[1] === 0 ? [section(0, 1, count)] : [section(0, 1, lengths[0]), section(1, lengths[0] + 1, count)],
    initial,
    passage: lengths[1] === 0 || !top || !last ? null : { x: first + rail.passageAt, y: top.y, width: frame.passage, height: last.y + last.height - top.y },
    onlyOutput,
    inside: opened > 0 ? insideOf(column(current), staves, track, program.chains[spec.chain]?.direction ?? 1) : null,
    contentWidth,
    visible: { from: at(left - pitch.pitch), to: at(width + pitch.pitch) },
    column,
    stepAt: at,
    scrollTo(place) {
      const middle = first + scrollX + rail.centre(place);
      return clamp(middle - (left + width) / 2, 0, Math.max(contentWidth - width, 0));
    },
  };
}

const boxOf = (stave: StaveLayout, axis: Axis, centre: number, width: number): Rect => ({ x: centre - width / 2, y: stave.by[axis].y, width, height: stave.by[axis].height });

/** A figure of few columns is narrow, rather than stretched. */
const plainPitch = (room: number): Pitch => {
  const pitch = Math.min(room, 78);
  return { pitch, lens: pitch, level: levelOf(pitch) };
};

const plainWidths = (room: number): ColumnWidths => {
  const width = Math.min(room * 0.62, 34);
  return { outputs: width, state: width, gates: width, inputs: width, pad: 0, radius: 4 };
};

const mixedPitch = (from: Pitch, to: Pitch, part: number): Pitch => {
  const pitch = mix(from.pitch, to.pitch, part);
  return { pitch, lens: mix(from.lens, to.lens, part), level: levelOf(pitch) };
};

/** The boxes beside an open cell: its states after, and its gates, in one slim column. */
const besideCell = (usual: ColumnWidths, state: number, part: number): ColumnWidths =>
  part === 0 ? usual : { ...usual, state: mix(usual.state, state, part), gates: mix(usual.gates, state, part), pad: mix(usual.pad, Math.min(usual.pad, 4), part), radius: usual.radius };

/** Between the border of an open cell and the boxes of its states: an arrow's length. */
const roadRoom = 16;

/** How far the state after stands aside, where the opened cell takes the middle. */
function afterInside({ inside, chain, anatomy }: ScoreSpec, own: number, room: number): number {
  if (inside <= 0) return 0;
  const direction = anatomy.network.program.chains[chain]?.direction ?? 1;
  return direction * ease(inside) * Math.max(room / 2 - own / 2 - 4, 0);
}

/** Between the state before, which is the neighbour's, and the state after, as high as the staves leave it. */
function insideOf({ centre, room, boxes }: ColumnLayout, { list, slot }: Staves, track: number, direction: 1 | -1): Rect | null {
  const after = list.flatMap(({ id, track: own }) => (own === track && boxes[id] ? [boxes[id]] : []));
  if (!slot || after.length === 0) return null;
  const [near, far] = [centre - room / 2 + roadRoom, centre + room / 2 - roadRoom];
  const x = direction > 0 ? near : Math.max(...after.map((box) => box.x + box.width)) + roadRoom;
  const end = direction > 0 ? Math.min(...after.map((box) => box.x)) - roadRoom : far;
  return { x, width: Math.max(end - x, 0), ...slot };
}

/** The staves as the folded model keeps to them; rows are those of the first sequence, where it has any. */
const bandsOf = ({ list }: Staves): Record<string, Band> =>
  Object.fromEntries(list.map(({ id, y, height, by }) => [id, { y, height, first: (by[0].rows > 0 ? by[0] : by[1]).first, row: (by[0].rows > 0 ? by[0] : by[1]).row }]));
