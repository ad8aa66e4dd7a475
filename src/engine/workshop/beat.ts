// What a computation with a clock of its own tells whoever drives it: that a small step of it is over, and where it stands then.

/** What a computation can be told to go on by. A batch that is over is also a row that is over, and an epoch both. */
export type Stride = 'row' | 'batch' | 'epoch';

/**
 * A generator yields null at a pause, a few times a millisecond of work, and a beat where a stride of it is over. `progress` is asked for only when
 * the page can take one (so the latest alone is ever made and sent), and at the end of a stride that was asked for; also at a pause
 * after the beat, and after the generator has returned: it then tells where things stand by then.
 */
export interface Beat<Progress> {
  /** `start`: nothing yet; it stands where it begins, and this is the first of its beats. A computation need not have it. */
  readonly over: Stride | 'start';
  readonly progress: () => Progress;
}
