// Where a small window over the score stands: at its mark, within the drawing, below it where there is room, else above.
import { useLayoutEffect, type RefObject } from 'react';

interface PlaceOver {
  readonly left: number;
  readonly top: number;
}

const gap = 6;
const margin = 4;

/** Pixels from the corner of what the window is placed in. Pure, for its test. */
function placeOver(anchor: DOMRectReadOnly, root: DOMRectReadOnly, size: { readonly width: number; readonly height: number }): PlaceOver {
  const within = (wanted: number, room: number): number => Math.max(margin, Math.min(wanted, room - margin));
  const below = anchor.bottom - root.top + gap;
  const hasRoom = below + size.height <= root.height - margin;
  return {
    left: within(anchor.left - root.left + anchor.width / 2 - size.width / 2, root.width - size.width),
    top: hasRoom ? below : within(anchor.top - root.top - gap - size.height, root.height - size.height),
  };
}

/** Puts a window there, and again whenever it is drawn: it may have grown. */
export function usePlaceOver(window: RefObject<HTMLElement | null>, anchor: Element): void {
  useLayoutEffect(() => {
    if (window.current) put(window.current, anchor);
  });
}

function put(element: HTMLElement, anchor: Element): void {
  const root = element.offsetParent?.getBoundingClientRect();
  if (!root) return;
  const { left, top } = placeOver(anchor.getBoundingClientRect(), root, element.getBoundingClientRect());
  element.style.left = `${left}px`;
  element.style.top = `${top}px`;
}
