// One call as its worker has it: a generator under way, how far it may go, and what the page knows of it.
import { wordsOf } from '../words.ts';
import type { Beat, Stride } from './procedures.ts';
import type { FromWorkshop } from './protocol.ts';

/** Any procedure under way: what it tells and what comes of it travel as they are. */
export type Steps = Generator<Beat<unknown> | null, unknown>;

/** Pictures a second that the page is told at most while a call goes on by itself. */
const picturesASecond = 15;

const rank: Readonly<Record<Beat<unknown>['over'], number>> = { start: -1, row: 0, batch: 1, epoch: 2 };

export class Undertaking {
  readonly call: number;
  private readonly steps: Steps;
  private readonly tell: (message: FromWorkshop) => void;
  private readonly now: () => number;
  private isReleased: boolean;
  /** Strides that are still to be made; null: it was not asked for any. */
  private asked: { stride: Stride; left: number } | null = null;
  private latest: Beat<unknown> | null = null;
  /** Whether anything has happened since the page was last told. */
  private isNews = false;
  /** Whether the page has read what it was told last. */
  private isTaken = true;
  private toldAt = -Infinity;

  constructor(call: number, steps: Steps, isHeld: boolean, tell: (message: FromWorkshop) => void, now: () => number) {
    this.call = call;
    this.steps = steps;
    this.isReleased = !isHeld;
    this.tell = tell;
    this.now = now;
  }

  get mayGoOn(): boolean {
    return this.isReleased || this.asked !== null;
  }

  advance(stride: Stride, count: number): void {
    if (count === 0 && this.latest) return;
    const left = this.asked?.stride === stride ? this.asked.left : 0;
    this.isReleased = false;
    this.asked = { stride, left: left + count };
  }

  release(): void {
    this.isReleased = true;
    this.asked = null;
  }

  /** Stands still where it is, and tells where that is. */
  hold(): void {
    this.isReleased = false;
    this.asked = null;
    this.tellProgress();
  }

  taken(): void {
    this.isTaken = true;
  }

  /** Goes on to its next pause or beat; true where the call is over by that. */
  step(): boolean {
    try {
      const { done, value } = this.steps.next();
      if (done === true) {
        this.tellProgress();
        this.tell({ kind: 'done', call: this.call, result: value });
        return true;
      }
      if (value !== null) this.heardBeat(value);
      return false;
    } catch (error) {
      this.tell({ kind: 'failed', call: this.call, words: wordsOf(error) });
      return true;
    }
  }

  private heardBeat(beat: Beat<unknown>): void {
    this.latest = beat;
    this.isNews = true;
    const { asked } = this;
    if (asked && rank[beat.over] >= rank[asked.stride]) asked.left--;
    if (asked && asked.left <= 0) this.hold();
    else if (this.isTaken && this.now() - this.toldAt >= 1000 / picturesASecond) this.tellProgress();
  }

  private tellProgress(): void {
    if (!this.latest || !this.isNews) return;
    this.isNews = false;
    this.isTaken = false;
    this.toldAt = this.now();
    this.tell({ kind: 'progress', call: this.call, progress: this.latest.progress() });
  }
}
