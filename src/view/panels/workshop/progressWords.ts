// Where a training stands, in words: the epoch, its score, how fast it goes and how long it will take.
import type { EpochRecord } from '../../../engine/workshop/job.ts';
import type { LiveTraining, RunStatus, TrainingRun } from '../../../state/workshop/run.ts';
import { formatNumber } from '../../theme/format.ts';

export const statusWords: Readonly<Record<RunStatus, string>> = {
  running: 'Training', paused: 'Paused', done: 'Done', stopped: 'Stopped', failed: 'Ended early',
};

/** Whole, but never 100 % or 0 % where it is not. */
export function percent(share: number): string {
  if (share > 0.995 && share < 1) return share < 0.9995 ? `${(share * 100).toFixed(1)} %` : '> 99.9 %';
  if (share > 0 && share < 0.005) return share < 0.0005 ? '< 0.1 %' : `${(share * 100).toFixed(1)} %`;
  return `${Math.round(share * 100)} %`;
}

/** "40 s", "3 min 20 s", "2 h 5 min". */
export function durationWords(seconds: number): string {
  const whole = Math.max(1, Math.round(seconds));
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600).toLocaleString('en')} h ${Math.floor((whole % 3600) / 60)} min`;
}

/** "epoch 12 of 60 · 4,200 rows a second · 40 s left". */
export function paceWords({ job, status }: Pick<TrainingRun, 'job' | 'status'>, epoch: number, live: Pick<LiveTraining, 'rowsPerSecond' | 'secondsLeft'> | null): string {
  const place = `epoch ${epoch.toLocaleString('en')} of ${job.epochs.toLocaleString('en')}`;
  if (status !== 'running' || !live) return place;
  const speed = live.rowsPerSecond === null ? [] : [`${Math.round(live.rowsPerSecond).toLocaleString('en')} rows a second`];
  const left = live.secondsLeft === null ? [] : [`${durationWords(live.secondsLeft)} left`];
  return [place, ...speed, ...left].join(' · ');
}

/** "loss 0.031, validation 0.052; right answers 100 %, validation 97 %". */
export function scoreWords({ training, validation }: EpochRecord): string {
  const loss = `loss ${formatNumber(training.loss, 3)}${validation ? `, validation ${formatNumber(validation.loss, 3)}` : ''}`;
  if (training.accuracy === null) return loss;
  const right = `right answers ${percent(training.accuracy)}${validation?.accuracy == null ? '' : `, validation ${percent(validation.accuracy)}`}`;
  return `${loss}; ${right}`;
}

/** The best of a run: by validation where there is one; null before anything was measured. */
export function bestOf(records: readonly EpochRecord[]): { readonly epoch: number; readonly words: string } | null {
  const scored = records.map(({ epoch, training, validation }) => ({ epoch, isValidation: validation !== null, ...(validation ?? training) }));
  const [first] = scored;
  if (!first) return null;
  const isBetter = (a: typeof first, b: typeof first): boolean => (a.accuracy !== null && b.accuracy !== null && a.accuracy !== b.accuracy ? a.accuracy > b.accuracy : a.loss < b.loss);
  const best = scored.reduce((so, each) => (isBetter(each, so) ? each : so));
  const words = best.accuracy === null ? `loss ${formatNumber(best.loss, 3)}` : percent(best.accuracy);
  return { epoch: best.epoch, words: best.isValidation ? words : `${words} (training rows)` };
}

/** The record of an epoch, or the nearest before it. */
export const recordAt = (records: readonly EpochRecord[], epoch: number): EpochRecord | undefined => records.findLast((record) => record.epoch <= epoch);
