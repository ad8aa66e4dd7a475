// When a run that grows is shown: if it is slow enough, and at most once a picture.
import type { Assembly } from './assembly.ts';
import type { Settings } from './options.ts';
import type { Publication } from './publication.ts';
import type { Queue } from './queue.ts';

export class Growth {
  private readonly settings: Pick<Settings, 'schedule' | 'showAfter' | 'holdFor' | 'now'>;
  private readonly queue: Queue;
  private readonly publication: Publication;
  /** Whether a picture is awaited before more of the run under way may be shown. */
  private isScheduled = false;
  private hasMore = false;

  constructor(settings: Growth['settings'], queue: Queue, publication: Publication) {
    this.settings = settings;
    this.queue = queue;
    this.publication = publication;
  }

  /** Another run begins: what has come of those before is of no interest. */
  startAfresh(): void {
    this.hasMore = false;
  }

  /** More of a run has arrived. */
  grown(run: Assembly | undefined): void {
    // One that has to give way soon is shown when it is whole, or not at all.
    if (!run || run !== this.queue.latest || !run.trace || this.isHeld(run)) return;
    this.hasMore = true;
    if (!this.isScheduled) this.showMore();
  }

  /** Whether it is too early to show a run that grows: half a picture in place of a whole one only flickers. */
  private isHeld(run: Assembly): boolean {
    const { showAfter, holdFor, now } = this.settings;
    const { trace, forwardTo } = this.publication.snapshot;
    const isLike = trace !== null && trace !== run.trace && trace.steps.length === forwardTo && forwardTo === run.trace?.steps.length;
    return isLike ? !run.isForward || now() - run.startedAt < holdFor : now() - run.askedAt < showAfter;
  }

  private showMore(): void {
    const run = this.queue.latest;
    const sofar = this.hasMore ? run?.sofar() : null;
    if (!run || !sofar) return;
    this.hasMore = false;
    this.isScheduled = true;
    this.settings.schedule(() => {
      this.isScheduled = false;
      this.showMore();
    });
    this.publication.publish(this.publication.changesFor(sofar, run));
  }
}
