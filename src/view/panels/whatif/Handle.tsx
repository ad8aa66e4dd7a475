// Two small arrow heads at the number under the pointer or the keyboard: it can be pulled up and down.
import { useLayoutEffect, useRef } from 'react';

/** `mark`: what is pointed at. It may be drawn anew in another place, so the place is measured at every drawing. */
export function Handle({ mark }: { readonly mark: Element | null }) {
  const handle = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (!handle.current) return;
    // Where nothing is pointed at, nothing is measured: that would make the browser lay the page out at once.
    const at = mark?.isConnected ? mark.getBoundingClientRect() : null;
    const root = at && handle.current.parentElement?.getBoundingClientRect();
    handle.current.hidden = !root || at.width === 0;
    if (!root) return;
    handle.current.style.transform = `translate(${at.left - root.left + at.width / 2}px, ${at.top - root.top}px)`;
    handle.current.style.height = `${at.height}px`;
  });
  return (
    <div ref={handle} className="what-if-handle" aria-hidden="true" hidden>
      <svg width="10" height="6" viewBox="0 0 10 6">
        <path d="M5,0.5L9.5,5.5H0.5Z" />
      </svg>
      <svg width="10" height="6" viewBox="0 0 10 6">
        <path d="M5,5.5L0.5,0.5H9.5Z" />
      </svg>
    </div>
  );
}
