// Keys that are pressed while the code that answers them is still on its way: kept, and pressed again once it is here.

export interface EarlyKeys {
  /** Presses again what was kept, and keeps no more. */
  readonly release: () => void;
}

export function keepKeys(target: Document): EarlyKeys {
  const kept: KeyboardEvent[] = [];
  const keep = (event: KeyboardEvent): void => {
    if (!event.defaultPrevented) kept.push(event);
  };
  target.addEventListener('keydown', keep);
  return {
    release() {
      target.removeEventListener('keydown', keep);
      for (const event of kept.splice(0)) (event.target ?? target).dispatchEvent(new KeyboardEvent('keydown', event));
    },
  };
}
