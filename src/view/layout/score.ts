// The whole score as numbers: the folded cell at the left, the columns beside it, at any size, fold, zoom and place of scrolling.
import { boxOf, columnAt, columnWidths, offsetOf, type ColumnWidths } from './column.ts';
import { modelLayout, type ModelLayout } from './model.ts';
import { choosePitch, type Level, type Pitch } from './pitch.ts';
import { clamp, ease, mix, type Rect } from './rect.ts';
import { stavesOf, type Staves } from './staves.ts';

export interface ScoreSpec {
  readonly width: number;
  readonly height: number;
  readonly T: number;
  readonly inputs: number;
  readonly units: number;
  readonly outputs: number;
  /** Symbols of the biases of the cell, and of the read-out. */
  readonly biases: readonly string[];
  readonly outputBias: string;
  /** Whether only the last step reads out. */
  readonly isReadAtEnd: boolean;
  /** The time step in view, 1…T. */
  readonly current: number;
  /** Column of W_xh of the word in view, 0-based. */
  readonly litColumn: number;
  /** 0 unrolled … 1 folded. */
  readonly fold: number;
  /** 0: values only; 1: every box has room for the gradients beside the values. */
  readonly pair: number;
  readonly zoom: number;
  readonly scrollX: number;
}

export interface ColumnLayout {
  readonly t: number;
  /** The axis of its three boxes. */
  readonly centre: number;
  /** Width of the time step. */
  readonly room: number;
  readonly level: Level;
  readonly widths: ColumnWidths;
  readonly output: Rect;
  readonly state: Rect;
  readonly input: Rect;
}

/** Folding has two halves that overlap: the columns gather, and the cell comes in below them. */
export interface Folding {
  readonly columns: number;
  readonly model: number;
}

export const foldingOf = (fold: number): Folding => ({ columns: ease(fold / 0.7), model: ease((fold - 0.25) / 0.75) });

export interface ScoreLayout {
  readonly spec: ScoreSpec;
  readonly folding: Folding;
  readonly pitch: Pitch;
  readonly level: Level;
  readonly staves: Staves;
  readonly model: ModelLayout;
  /** Whether the folded cell stays while the columns scroll. */
  readonly isPinned: boolean;
  /** Left edge of what scrolls. */
  readonly left: number;
  /** Names of the rows end here; the states before the first step stand left of it. */
  readonly gutter: number;
  readonly initial: ColumnLayout;
  /** Width of everything, were it not scrolled. */
  readonly contentWidth: number;
  readonly visible: { readonly from: number; readonly to: number };
  readonly column: (t: number) => ColumnLayout;
  /** The time step drawn at x, unfolded. */
  stepAt(x: number): number;
  /** `scrollX` at which column t stands in the middle, as far as that goes. */
  scrollTo(t: number): number;
}

export function scoreLayout(spec: ScoreSpec): ScoreLayout {
  const { width, height, T, current, zoom } = spec;
  const folding = foldingOf(spec.fold);
  const isNarrow = width < 640;
  const isPinned = !isNarrow;
  const modelWidth = isNarrow ? 136 : clamp(width * 0.2, 176, 250);
  const gutterWidth = isNarrow ? 80 : 118;
  const after = isNarrow ? 10 : 20;
  const left = isPinned ? modelWidth : 0;
  const before = isPinned ? 0 : modelWidth;
  const room = width - modelWidth - gutterWidth - after;
  const pitch = choosePitch(Math.max(room, 120), T, zoom, isNarrow);
  const columns = (T - 1) * pitch.pitch + pitch.lens;
  const contentWidth = modelWidth + gutterWidth + columns + after;
  const scrollX = clamp(spec.scrollX, 0, Math.max(contentWidth - width, 0));
  const spare = Math.max(width - contentWidth, 0);
  const first = left + before + gutterWidth + Math.min(spare / 2, 120) - scrollX;

  const staves = stavesOf({ height, outputs: spec.outputs, units: spec.units, inputs: spec.inputs });
  const widthsAt = columnWidths(pitch.lens, spec.pair);
  // The columns gather where the cell will stand, and the cell comes in below them.
  const target = isNarrow ? width * 0.3 : width / 2 - 110;
  const axis = mix(modelWidth / 2 - (isPinned ? 0 : scrollX), target, folding.model);
  const model = modelLayout({
    staves,
    height,
    width: modelWidth,
    foldedRoom: width - target,
    fold: folding.model,
    axis,
    inputs: spec.inputs,
    units: spec.units,
    outputs: spec.outputs,
    biases: spec.biases,
    outputBias: spec.outputBias,
    litColumn: spec.litColumn,
    stateWidth: widthsAt.state,
    outputWidth: widthsAt.output,
    inputWidth: widthsAt.input,
  });

  const column = (t: number): ColumnLayout => {
    const isCurrent = t === current;
    const stepRoom = isCurrent ? pitch.lens : pitch.pitch;
    const widths = isCurrent ? widthsAt : columnWidths(stepRoom, spec.pair);
    const centre = mix(first + offsetOf(t, current, pitch), target, folding.columns);
    // The one output of a sequence has room on both sides, so it is always wide enough to be read.
    const outputWidth = spec.isReadAtEnd ? Math.max(widths.output, isNarrow ? 92 : 108) : widths.output;
    const last = width - after + 4 - outputWidth / 2;
    const outputCentre = spec.isReadAtEnd && contentWidth - scrollX <= width + 1 ? Math.min(centre, Math.max(last, centre - outputWidth / 2)) : centre;
    return {
      t,
      centre,
      room: stepRoom,
      level: isCurrent ? 'numbers' : pitch.level,
      widths: { ...widths, output: outputWidth },
      output: boxOf(staves.outputs, outputCentre, outputWidth),
      state: boxOf(staves.states, centre, widths.state),
      input: boxOf(staves.inputs, centre, widths.input),
    };
  };

  const initialRoom = isNarrow ? 62 : 90;
  const initialWidths = { ...columnWidths(20, 0), state: mix(isNarrow ? 40 : 50, initialRoom, spec.pair), pad: 4, radius: 8 };
  const initialCentre = mix(first - (isNarrow ? 12 : 20) - initialWidths.state / 2, target, folding.columns);
  const initial: ColumnLayout = {
    t: 0,
    centre: initialCentre,
    room: initialRoom,
    level: 'numbers',
    widths: initialWidths,
    output: boxOf(staves.outputs, initialCentre, 0),
    state: boxOf(staves.states, initialCentre, initialWidths.state),
    input: boxOf(staves.inputs, initialCentre, 0),
  };

  const at = (x: number): number => clamp(columnAt(x - first, current, pitch), 1, T);
  return {
    spec,
    folding,
    pitch,
    level: pitch.level,
    staves,
    model,
    isPinned,
    left,
    gutter: mix(first - (isNarrow ? 6 : 12), target - widthsAt.input / 2 - 10, folding.columns),
    initial,
    contentWidth,
    visible: { from: at(left - pitch.pitch), to: at(width + pitch.pitch) },
    column,
    stepAt: at,
    scrollTo(t) {
      const middle = first + scrollX + offsetOf(t, current, pitch);
      return clamp(middle - (left + width) / 2, 0, Math.max(contentWidth - width, 0));
    },
  };
}
