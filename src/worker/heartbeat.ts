// Whether the worker still answers: an endless loop or a death in silence is seen by the pongs that do not come.

interface HeartbeatOptions {
  /** Calls back once a beat until the function it returns is called. */
  readonly every: (callback: () => void) => () => void;
  /** How many beats in a row may go unanswered. */
  readonly patience: () => number;
  /** Nothing is asked while this is true: a hidden page's timers are not to be trusted. */
  readonly isHidden: () => boolean;
  readonly ping: (beat: number) => void;
  readonly lost: () => void;
}

export class Heartbeat {
  private readonly options: HeartbeatOptions;
  private beat = 0;
  private unanswered = 0;
  private stopBeats: (() => void) | null = null;

  constructor(options: HeartbeatOptions) {
    this.options = options;
  }

  /** Begins to ask, if it does not yet. */
  start(): void {
    this.stopBeats ??= this.options.every(() => this.ask());
  }

  stop(): void {
    this.stopBeats?.();
    this.stopBeats = null;
    this.unanswered = 0;
  }

  /** The worker has been heard. */
  answered(): void {
    this.unanswered = 0;
  }

  // Beats are counted, not milliseconds: a page that was itself held up for a while then misses one beat, not many.
  private ask(): void {
    if (this.options.isHidden()) {
      this.unanswered = 0;
    } else if (this.unanswered >= this.options.patience()) {
      this.options.lost();
    } else {
      this.unanswered += 1;
      this.beat += 1;
      this.options.ping(this.beat);
    }
  }
}
