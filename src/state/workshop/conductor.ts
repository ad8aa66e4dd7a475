// Drives one training in the worker: starts it, lets it go at a pace, holds it, and lets it take single steps.
import type { TrainingJob } from '../../engine/workshop/job.ts';
import type { Call, CallListener, Stride, WorkshopClient } from '../../worker/workshop/procedures.ts';
import { updatesASecond } from './pace.ts';
import type { Pace } from './settings/training.ts';

/** Calls back every so many milliseconds until the function it returns is called. */
export type Every = (callback: () => void, milliseconds: number) => () => void;

/** The lane of trainings: no other work stands in their way. */
const lane = 'training';

export class Conductor {
  private readonly client: () => WorkshopClient;
  private readonly every: Every;
  private pace: Pace = 'fast';
  private call: Call | null = null;
  private isRunning = false;
  private stopTicks: () => void = () => {};
  /** Whether an update that was asked for by the clock has not been told yet: a slow one is not asked for twice. */
  private isWaiting = false;

  constructor(client: () => WorkshopClient, every: Every) {
    this.client = client;
    this.every = every;
  }

  /** Whether there is a training that can be held, stepped and let go. */
  get isUnderWay(): boolean {
    return this.call !== null;
  }

  /** Begins a training that stands still; one that was under way is given up. */
  begin(job: TrainingJob, { onProgress, onDone, onFailed }: CallListener<'train'>): void {
    this.cancel();
    this.call = this.client().call(
      'train',
      job,
      {
        onProgress: (moment) => {
          this.isWaiting = false;
          onProgress?.(moment);
        },
        onDone: (end) => {
          this.forget();
          onDone(end);
        },
        onFailed: (words) => {
          this.forget();
          onFailed(words);
        },
      },
      { lane, isHeld: true },
    );
  }

  goOn(): void {
    this.isRunning = true;
    this.atPace();
  }

  hold(): void {
    this.isRunning = false;
    this.stopTicks();
    this.call?.hold();
  }

  step(stride: Stride): void {
    this.hold();
    this.call?.advance(stride, 1);
  }

  /** One row more of a training that goes on; where it stands still, nothing. */
  walk(): void {
    if (this.isRunning) this.call?.advance('row', 1);
  }

  setPace(pace: Pace): void {
    if (pace === this.pace) return;
    this.pace = pace;
    if (this.isRunning) this.atPace();
  }

  cancel(): void {
    this.call?.cancel();
    this.forget();
  }

  private forget(): void {
    this.stopTicks();
    this.call = null;
    this.isRunning = false;
    this.isWaiting = false;
  }

  private atPace(): void {
    this.stopTicks();
    const rate = updatesASecond[this.pace];
    if (rate === null) {
      this.call?.release();
      return;
    }
    this.call?.hold();
    this.isWaiting = false;
    if (rate === 0) {
      this.call?.advance('row', 0);
      return;
    }
    const tick = (): void => {
      if (this.isWaiting) return;
      this.isWaiting = true;
      this.call?.advance('batch', 1);
    };
    this.stopTicks = this.every(tick, 1000 / rate);
    tick();
  }
}
