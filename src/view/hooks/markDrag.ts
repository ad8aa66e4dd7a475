// Dragging what is drawn: a press, a movement that begins a drag, movements taken once a picture, and the end. What is dragged
// and what a movement does is told by whoever uses it.
/** Movement in CSS pixels since the movement before, with the point where the hand is now. */
export interface HandMove {
  readonly dx: number;
  readonly dy: number;
  readonly x: number;
  readonly y: number;
  /** ⇧ is held; Ctrl, ⌘ or Alt is held. */
  readonly isFine: boolean;
  readonly isCoarse: boolean;
}

/** What a press has hold of. */
export interface Grab {
  /** The hand has begun to move. */
  readonly begin: () => void;
  readonly move: (move: HandMove) => void;
  /** The hand has let go; `cancelled`: by Escape, or because the browser took the pointer away. */
  readonly end: (isCancelled: boolean) => void;
}

/** A press that moves less than this is a click. */
const slack = { mouse: 3, touch: 8 };

interface Press {
  readonly pointer: number;
  readonly grab: Grab;
  readonly slack: number;
  readonly start: readonly [number, number];
  at: readonly [number, number];
  hasBegun: boolean;
}

/**
 * Listens on a drawing until the function that it returns is called. `grabAt`: what a press there has hold of; null leaves the
 * press to others.
 */
export function listenForDrags(root: HTMLElement, grabAt: (event: PointerEvent) => Grab | null): () => void {
  let press: Press | null = null;
  let waiting: HandMove | null = null;
  let frame = 0;
  let clickFollows = false;

  const flush = (): void => {
    cancelAnimationFrame(frame);
    frame = 0;
    const move = waiting;
    waiting = null;
    if (move) press?.grab.move(move);
  };
  const finish = (isCancelled: boolean): void => {
    if (!press) return;
    const { grab, hasBegun } = press;
    if (!isCancelled) flush();
    cancelAnimationFrame(frame);
    frame = 0;
    waiting = null;
    press = null;
    root.classList.remove('is-dragging');
    if (hasBegun) grab.end(isCancelled);
  };

  const onDown = (event: PointerEvent): void => {
    clickFollows = false;
    if (press || !event.isPrimary || event.button !== 0) return;
    const grab = grabAt(event);
    if (!grab) return;
    const at = [event.clientX, event.clientY] as const;
    press = { pointer: event.pointerId, grab, slack: event.pointerType === 'touch' ? slack.touch : slack.mouse, start: at, at, hasBegun: false };
  };
  const onMove = (event: PointerEvent): void => {
    if (!press || event.pointerId !== press.pointer) return;
    const [x, y] = [event.clientX, event.clientY];
    if (!press.hasBegun) {
      if (Math.hypot(x - press.start[0], y - press.start[1]) < press.slack) return;
      press.hasBegun = true;
      // The hand may leave the drawing, and the mark may be drawn anew.
      root.setPointerCapture?.(event.pointerId);
      root.classList.add('is-dragging');
      press.grab.begin();
      // The way to the beginning of the drag is no part of it, or the value would jump.
      press.at = [x, y];
      return;
    }
    const [dx, dy] = [x - press.at[0], y - press.at[1]];
    press.at = [x, y];
    waiting = { dx: dx + (waiting?.dx ?? 0), dy: dy + (waiting?.dy ?? 0), x, y, isFine: event.shiftKey, isCoarse: event.ctrlKey || event.metaKey || event.altKey };
    if (frame === 0) frame = requestAnimationFrame(flush);
  };
  const onUp = (event: PointerEvent): void => {
    if (!press || event.pointerId !== press.pointer) return;
    clickFollows = press.hasBegun;
    finish(false);
  };
  const onCancel = (event: PointerEvent): void => {
    if (press && event.pointerId === press.pointer) finish(true);
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !press?.hasBegun) return;
    event.preventDefault();
    event.stopPropagation();
    clickFollows = true;
    finish(true);
  };
  /** The click that ends a drag is not a click on what lies under the hand. */
  const onClick = (event: MouseEvent): void => {
    // One that a key makes is meant.
    if (!clickFollows || event.detail === 0) return;
    clickFollows = false;
    event.stopPropagation();
    event.preventDefault();
  };
  /** A finger that holds a value does not scroll the page. */
  const onTouch = (event: TouchEvent): void => {
    if (press && event.cancelable) event.preventDefault();
  };

  const ways = new AbortController();
  const { signal } = ways;
  root.addEventListener('pointerdown', onDown, { signal });
  root.addEventListener('pointermove', onMove, { signal });
  root.addEventListener('pointerup', onUp, { signal });
  root.addEventListener('pointercancel', onCancel, { signal });
  root.addEventListener('click', onClick, { signal, capture: true });
  root.addEventListener('touchmove', onTouch, { signal, passive: false });
  document.addEventListener('keydown', onKey, { signal, capture: true });
  return () => {
    finish(true);
    ways.abort();
  };
}
