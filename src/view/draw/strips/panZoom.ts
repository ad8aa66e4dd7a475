// Moving along the score and zooming it by hand: the wheel, two fingers, and a drag on empty ground.

export interface PanZoom {
  /** Zooms by a factor; what is at x, in CSS pixels from the left edge of the window, stays there. */
  readonly zoomBy: (factor: number, x: number) => void;
  /** Whether a press there takes hold of the ground, and not of something that stands on it. */
  readonly isGround: (target: Element) => boolean;
}

/** How much the wheel zooms: a notch of a mouse's wheel is a hundred pixels. */
const perPixel = 0.0022;
/** A pinch of a trackpad comes as a wheel too, in smaller steps. */
const perPinch = 0.01;
const lineHeight = 16;

/** By how much a wheel event zooms. */
export function wheelFactor({ deltaY, deltaMode }: Pick<WheelEvent, 'deltaY' | 'deltaMode'>): number {
  const pixels = deltaMode === 0 ? deltaY : deltaY * lineHeight;
  return Math.exp(-pixels * (deltaMode === 0 && Math.abs(pixels) < 40 ? perPinch : perPixel));
}

/** Hears what hands do on `element`, which scrolls sideways, until the returned function is called. */
export function listen(element: HTMLElement, now: () => PanZoom): () => void {
  const ways = new AbortController();
  const { signal } = ways;
  const fromLeft = (clientX: number): number => clientX - element.getBoundingClientRect().left;

  /** What has been turned or pinched since the last picture. */
  let waiting: { readonly factor: number; readonly x: number } | null = null;
  let frame = 0;
  const zoomSoon = (factor: number, x: number): void => {
    waiting = { factor: factor * (waiting?.factor ?? 1), x };
    if (frame !== 0) return;
    frame = requestAnimationFrame(() => {
      frame = 0;
      const all = waiting;
      waiting = null;
      if (all) now().zoomBy(all.factor, all.x);
    });
  };

  const onWheel = (event: WheelEvent): void => {
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      zoomSoon(wheelFactor(event), fromLeft(event.clientX));
      return;
    }
    // A wheel that turns one way only still moves along the sequence, until there is no more of it.
    if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) return;
    const before = element.scrollLeft;
    element.scrollLeft += event.deltaMode === 0 ? event.deltaY : event.deltaY * lineHeight;
    if (element.scrollLeft !== before) event.preventDefault();
  };

  /** How far apart two fingers were, and the middle between them. */
  let pinch: { readonly distance: number } | null = null;
  const between = ({ touches: [a, b] }: TouchEvent): { distance: number; x: number } | null =>
    a && b ? { distance: Math.max(Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY), 1), x: fromLeft((a.clientX + b.clientX) / 2) } : null;
  const onTouchStart = (event: TouchEvent): void => {
    pinch = between(event);
  };
  const onTouchMove = (event: TouchEvent): void => {
    const fingers = between(event);
    if (!fingers || !pinch) return;
    if (event.cancelable) event.preventDefault();
    zoomSoon(fingers.distance / pinch.distance, fingers.x);
    pinch = fingers;
  };

  let drag: { readonly pointer: number; readonly x: number; readonly scrollLeft: number; hasMoved: boolean } | null = null;
  const onDown = (event: PointerEvent): void => {
    // Fingers scroll by themselves.
    const isMouse = event.pointerType !== 'touch' && event.button === 0 && event.isPrimary;
    if (!isMouse || !(event.target instanceof Element) || !now().isGround(event.target)) return;
    drag = { pointer: event.pointerId, x: event.clientX, scrollLeft: element.scrollLeft, hasMoved: false };
  };
  const onMove = (event: PointerEvent): void => {
    if (!drag || event.pointerId !== drag.pointer) return;
    const moved = event.clientX - drag.x;
    if (!drag.hasMoved && Math.abs(moved) < 4) return;
    if (!drag.hasMoved) {
      drag.hasMoved = true;
      element.setPointerCapture(event.pointerId);
      element.classList.add('is-panned');
    }
    element.scrollLeft = drag.scrollLeft - moved;
  };
  let clickFollows = false;
  const onEnd = (): void => {
    clickFollows = drag?.hasMoved ?? false;
    drag = null;
    element.classList.remove('is-panned');
  };
  /** The click that ends a movement is no click on what lies under the hand. */
  const onClick = (event: MouseEvent): void => {
    if (clickFollows) event.stopPropagation();
    clickFollows = false;
  };

  element.addEventListener('wheel', onWheel, { signal, passive: false });
  element.addEventListener('touchstart', onTouchStart, { signal, passive: true });
  element.addEventListener('touchmove', onTouchMove, { signal, passive: false });
  element.addEventListener('touchend', onTouchStart, { signal, passive: true });
  element.addEventListener('pointerdown', onDown, { signal });
  element.addEventListener('pointermove', onMove, { signal });
  element.addEventListener('pointerup', onEnd, { signal });
  element.addEventListener('pointercancel', onEnd, { signal });
  element.addEventListener('click', onClick, { signal, capture: true });
  return () => {
    cancelAnimationFrame(frame);
    ways.abort();
  };
}
