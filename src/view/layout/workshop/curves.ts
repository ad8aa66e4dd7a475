// What was measured epoch by epoch, as lines in numbers: the run in view with a line for the rows it learns from and one for those kept
// apart, and beside them the runs that are compared with it.
import type { EpochRecord } from '../../../engine/workshop/job.ts';
import { linesPlot, type Axis, type Line, type LinesGeometry } from '../linesPlot.ts';

/** Norm: ‖∂L/∂θ‖ before clipping, on a logarithmic axis. */
export type Measure = 'loss' | 'accuracy' | 'norm';
/** What a line is of: rows that are learned from or kept apart, single batches, the gradient's norm. */
type Side = 'training' | 'validation' | 'batches' | 'norm';

export interface CurveRun {
  readonly id: string;
  readonly name: string;
  readonly records: readonly EpochRecord[];
  /** Losses of single batches, by epochs that were done then, in parts: where there are few whole epochs yet. */
  readonly batches?: readonly { readonly epoch: number; readonly loss: number }[] | undefined;
}

export interface CurvesInput {
  /** Null where nothing is trained yet. */
  readonly shown: CurveRun | null;
  readonly overlaid: readonly CurveRun[];
  readonly measure: Measure;
  /** Where a norm is clipped; null: nowhere. */
  readonly limit: number | null;
  /** The end of the axis along: the epochs that are planned. */
  readonly epochs: number;
  readonly size: { readonly width: number; readonly height: number; readonly textSize: number };
}

/** Points of a line that are drawn: more would lie on each other. */
const mostPoints = 400;

/** Beyond this many times the loss before training, a loss is drawn on a logarithmic axis. */
const runaway = 20;

/** The key of a line: `looks` of the plot are found by it. */
export const lineId = (run: string, side: Side): string => `${run} ${side}`;

function valueOf(record: EpochRecord, measure: Measure, side: Side): number {
  if (measure === 'norm') return side === 'norm' ? record.gradientNorm : NaN;
  const score = side === 'training' ? record.training : side === 'validation' ? record.validation : null;
  return score?.[measure] ?? NaN;
}

export function trainingCurves({ shown, overlaid, measure, limit, epochs, size }: CurvesInput): LinesGeometry {
  const runs = [...overlaid.filter(({ id }) => id !== shown?.id), ...(shown ? [shown] : [])];
  const names = distinctNames(runs.map(({ name }) => name));
  const measured = runs.flatMap((run, k) => linesOf({ ...run, name: names[k]! }, measure, run === shown, overlaid.length > 0));
  const last = Math.max(epochs, 1, ...runs.map(({ records }) => records.at(-1)?.epoch ?? 0));
  const lines = [...batchLine(shown, measure), ...limitLine(measured, measure, limit, last), ...measured];
  return linesPlot({
    lines,
    along: { kind: 'linear', from: 0, to: last, title: 'epoch', isWhole: true, write: (epoch) => epoch.toLocaleString('en') },
    height: heightOf(lines, measure),
    heightTitle: titles[measure],
    names: 'end',
    size,
  });
}

const titles: Readonly<Record<Measure, string>> = { loss: 'loss', accuracy: 'right answers', norm: '‖∂L/∂θ‖' };

function linesOf(run: CurveRun, measure: Measure, isShown: boolean, isCompared: boolean): Line[] {
  const sides: readonly Side[] = measure === 'norm' ? ['norm'] : ['training', 'validation'];
  const present = sides.filter((side) => run.records.some((record) => !Number.isNaN(valueOf(record, measure, side))));
  const records = thinned(run.records);
  return present.map((side) => ({
    id: lineId(run.id, side),
    name: isShown && !isCompared ? (measure === 'norm' ? '' : side) : side === present.at(-1) ? run.name : '',
    xs: records.map(({ epoch }) => epoch),
    ys: records.map((record) => valueOf(record, measure, side)),
  }));
}

/** Letters of a name beside its line. */
const mostLetters = 22;

/** What all names of a list have in common between their commas says nothing on a plot. */
export function distinctNames(names: readonly string[]): string[] {
  const parts = names.map((name) => name.split(', '));
  const isCommon = (part: string): boolean => names.length > 1 && parts.every((each) => each.includes(part));
  return parts.map((own, k) => {
    const text = own.filter((part) => !isCommon(part)).join(', ') || names[k]!;
    return text.length > mostLetters ? `${text.slice(0, mostLetters - 1)}…` : text;
  });
}

/** Fewer whole epochs than this say little: the losses of single batches stand beside them. */
const fewEpochs = 4;

function batchLine(shown: CurveRun | null, measure: Measure): Line[] {
  if (!shown?.batches || measure !== 'loss' || shown.records.length > fewEpochs) return [];
  const batches = thinned(shown.batches);
  return [{ id: lineId(shown.id, 'batches'), name: '', xs: batches.map(({ epoch }) => epoch), ys: batches.map(({ loss }) => loss) }];
}

/** The key of the line at which gradients are cut. */
export const limitId = 'limit';

/** Where norms come near it: far above all of them it would only press them together. */
function limitLine(lines: readonly Line[], measure: Measure, limit: number | null, last: number): Line[] {
  const most = Math.max(0, ...lines.flatMap(({ ys }) => Array.from(ys)).filter(Number.isFinite));
  if (measure !== 'norm' || limit === null || most < limit / 10) return [];
  return [{ id: limitId, name: `clipped to ${limit}`, xs: [0, last], ys: [limit, limit] }];
}

/** At most `mostPoints` of them, evenly, the first and the last among them. */
export function thinned<Item>(all: readonly Item[]): readonly Item[] {
  if (all.length <= mostPoints) return all;
  return Array.from({ length: mostPoints }, (_, k) => all[Math.round((k * (all.length - 1)) / (mostPoints - 1))]!);
}

const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** Null: logarithmic, as far as the numbers reach. */
function heightOf(lines: readonly Line[], measure: Measure): Axis | null {
  if (measure === 'accuracy') return { kind: 'linear', from: 0, to: 1.04, at: [0, 0.25, 0.5, 0.75, 1], title: titles.accuracy, write: percent };
  if (measure === 'norm') return null;
  const losses = lines.flatMap(({ ys }) => Array.from(ys)).filter(Number.isFinite);
  const most = Math.max(0, ...losses);
  const first = Math.max(0, ...lines.map(({ ys }) => ys[0] ?? 0).filter(Number.isFinite));
  if (first > 0 && most > runaway * first) return null;
  return { kind: 'linear', from: 0, to: most > 0 ? most * 1.05 : 1, title: titles.loss };
}
