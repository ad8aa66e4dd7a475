// Whether a hand holds something down: what it drags changes many times, what it clicks once.
let isDown = false;

if (typeof window !== 'undefined') {
  const listen = (name: 'pointerdown' | 'pointerup' | 'pointercancel', next: boolean): void =>
    window.addEventListener(name, () => void (isDown = next), { capture: true, passive: true });
  listen('pointerdown', true);
  listen('pointerup', false);
  listen('pointercancel', false);
}

export const isHandDown = (): boolean => isDown;
