// The trainings over a lag as pictures in numbers: accuracy against lag, learning curves lag by lag, and one sequence that is read.
import { ticks } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { textWidth, type Box } from '../directLabels.ts';
import { linesPlot, type LinesGeometry } from '../linesPlot.ts';

/** One network's training at one lag: what was tested so far. */
export interface LagCurve {
  readonly cell: string;
  readonly lag: number;
  /** Updates after which it was tested, rising, and what came of it each time. */
  readonly updates: ArrayLike<number>;
  readonly accuracies: ArrayLike<number>;
  readonly losses: ArrayLike<number>;
  readonly isDone: boolean;
}

export interface Size {
  readonly width: number;
  readonly height: number;
  readonly textSize: number;
}

/** The latest number of a curve; NaN where there is none yet. */
export const latest = (values: ArrayLike<number>): number => (values.length > 0 ? values[values.length - 1]! : NaN);

/** Lag by lag in the order of `lags`: the latest accuracy of a cell, NaN where it has not been tested. */
function accuraciesOf(curves: readonly LagCurve[], cell: string, lags: readonly number[]): Float64Array {
  return Float64Array.from(lags, (lag) => latest(curves.find((each) => each.cell === cell && each.lag === lag)?.accuracies ?? []));
}

const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** A line a cell over the lags. Their names stand over the plot: lines that lie on each other leave no room beside each. */
export function lagPlot(curves: readonly LagCurve[], cells: readonly string[], lags: readonly number[], size: Size): LinesGeometry {
  return linesPlot({
    lines: cells.map((id) => ({ id, name: '', xs: lags, ys: accuraciesOf(curves, id, lags) })),
    along: { kind: 'linear', from: 0, to: Math.max(1, ...lags) * 1.02, at: [0, ...lags], title: 'lag, in steps' },
    height: { kind: 'linear', from: 0, to: 1.04, at: [0, 0.25, 0.5, 0.75, 1], title: 'right answers', write: percent },
    size,
  });
}

/** One small plot: the learning curves of all cells at one lag. */
interface LagPanel extends Box {
  readonly lag: number;
  readonly lines: readonly { readonly cell: string; readonly path: string; readonly end: { readonly x: number; readonly y: number } | null; readonly isDone: boolean }[];
  /** Where chance alone comes to. */
  readonly chanceY: number;
  /** The first of a row has the height's ticks written, the last row those along. */
  readonly hasHeightTicks: boolean;
  readonly hasUpdateTicks: boolean;
}

export interface LearningGrid {
  readonly height: number;
  readonly panels: readonly LagPanel[];
  readonly heightTicks: readonly { readonly value: number; readonly text: string; readonly part: number }[];
  readonly updateTicks: readonly { readonly text: string; readonly part: number }[];
}

interface LearningGridInput {
  readonly curves: readonly LagCurve[];
  readonly cells: readonly string[];
  readonly lags: readonly number[];
  /** The end of the clock. */
  readonly updates: number;
  readonly measure: 'accuracy' | 'loss';
  /** Of the same measure. */
  readonly chance: number;
  readonly size: Size;
}

/** Letters left of the first column, over each row, and under the last one. */
const gridRoom = { left: 3.9, head: 2.1, foot: 2.4 };

/** How small plots stand: as many in each row as can be, so that none stands alone below the others. */
function gridShape(count: number, width: number, textSize: number): { readonly rows: number; readonly columns: number } {
  const most = Math.max(1, Math.min(count, Math.floor((width - gridRoom.left * textSize) / (textSize * 11))));
  const rows = Math.max(1, Math.ceil(count / most));
  return { rows, columns: Math.max(1, Math.ceil(count / rows)) };
}

/** A height at which each of so many small plots is easy to read: about ten letters a row. */
export const learningGridHeight = (count: number, width: number, textSize: number): number => (10.5 * gridShape(count, width, textSize).rows + gridRoom.foot + 1) * textSize;

export function learningGrid({ curves, cells, lags, updates, measure, chance, size }: LearningGridInput): LearningGrid {
  const { width, height, textSize } = size;
  const [left, gap, head, foot] = [textSize * gridRoom.left, textSize * 1.2, textSize * gridRoom.head, textSize * gridRoom.foot];
  const { rows, columns } = gridShape(lags.length, width, textSize);
  const panelWidth = (width - left - textSize - gap * (columns - 1)) / columns;
  const panelHeight = Math.max(textSize * 5, (height - foot) / rows - head);
  const top = measure === 'accuracy' ? 1.06 : lossTop(curves, chance);
  const up = scaleLinear([0, top], [1, 0]);
  const panels = lags.map((lag, k): LagPanel => {
    const [column, row] = [k % columns, Math.floor(k / columns)];
    const box = { x: left + column * (panelWidth + gap), y: head + row * (panelHeight + head), width: panelWidth, height: panelHeight };
    const yOf = (value: number): number => box.y + Math.min(1, Math.max(0, up(value))) * box.height;
    const xOf = (update: number): number => box.x + (update / Math.max(1, updates)) * box.width;
    return {
      ...box, lag,
      chanceY: yOf(chance),
      hasHeightTicks: column === 0,
      hasUpdateTicks: k + columns >= lags.length,
      lines: curves.filter((each) => each.lag === lag && cells.includes(each.cell)).map((each) => ({ cell: each.cell, isDone: each.isDone, ...curveIn(each, measure, xOf, yOf) })),
    };
  });
  return {
    height: rows * (panelHeight + head) + foot,
    panels,
    heightTicks: (measure === 'accuracy' ? [0, 0.5, 1] : ticks(0, top, 3)).map((value) => ({ value, text: measure === 'accuracy' ? percent(value) : String(value), part: up(value) })),
    updateTicks: [{ text: '0', part: 0 }, { text: updates.toLocaleString('en-US'), part: 1 }],
  };
}

/** A little more than the largest loss, but no more than three times chance: a loss that runs away is cut off at the top. */
function lossTop(curves: readonly LagCurve[], chance: number): number {
  let most = chance * 1.2;
  for (const { losses } of curves) for (const loss of Array.from(losses)) if (loss > most) most = Math.min(chance * 3, loss);
  return most;
}

function curveIn({ updates, accuracies, losses }: LagCurve, measure: 'accuracy' | 'loss', xOf: (update: number) => number, yOf: (value: number) => number) {
  const values = measure === 'accuracy' ? accuracies : losses;
  const points = Array.from(updates, (update, k) => ({ x: xOf(update), y: values[k] ?? NaN })).map(({ x, y }) => ({ x, y: Number.isNaN(y) ? NaN : yOf(y) }));
  const path = line<{ x: number; y: number }>().defined(({ y }) => !Number.isNaN(y)).x(({ x }) => x).y(({ y }) => y).digits(1)(points);
  return { path: path ?? '', end: points.findLast(({ y }) => !Number.isNaN(y)) ?? null };
}

/** A step of one sequence that is read. */
export interface ReadStep {
  readonly text: string;
  /** 0 … 1. */
  readonly level: number;
  /** What has to be kept. */
  readonly isKept: boolean;
}

export interface PlacedStep extends ReadStep, Box {
  readonly t: number;
  readonly hasText: boolean;
}

/** Where the row of a sequence ends: its columns, their letters, and the steps' numbers under them. */
export const sequenceHeight = (textSize: number): number => textSize * 7.4;

/** One column a step; the text of what has to be kept is always shown, that of others where all have room. */
export function sequenceRow(steps: readonly ReadStep[], { width, textSize }: Size, answer: string): PlacedStep[] {
  const answerRoom = textWidth(`→ ${answer}`, textSize) * 1.15 + textSize * 2;
  const pitch = (width - answerRoom) / Math.max(1, steps.length);
  const gap = pitch > 6 ? 2 : 0;
  const widest = Math.max(0, ...steps.map(({ text }) => textWidth(text, textSize)));
  const tall = textSize * 2.4;
  return steps.map((step, k) => {
    const height = Math.max(2, step.level * tall);
    return { ...step, t: k + 1, x: k * pitch, width: Math.max(1, pitch - gap), y: textSize * 2 + tall - height, height, hasText: step.isKept || widest + 2 <= pitch };
  });
}
