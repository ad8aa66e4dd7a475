// The colours of the strips as bytes: the same steps as everywhere, read from the theme once and looked up a million times.
import { useSyncExternalStore } from 'react';
import { coloursOf, stepOf, steps } from '../../theme/scale.ts';

export interface Palette {
  /** Four bytes, as the memory of a picture holds them, of a value where `range` takes the full colour. */
  readonly value: (value: number, range: number) => number;
  /** A row of a one-hot input: the stronger, the larger the share of steps that read it. */
  readonly input: (value: number) => number;
  /** As CSS colours: what is read, and the ground of a strip. */
  readonly inputFill: string;
  readonly ground: string;
}

const inputFill = 'var(--role-input)';
const ground = 'var(--surface-soft)';

/** The colours that CSS makes of these, as bytes. Null where there is no canvas. */
function bytesOf(colours: readonly string[]): { bytes: Uint32Array; css: string[] } | null {
  const canvas = document.createElement('canvas');
  canvas.width = colours.length;
  canvas.height = 1;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return null;
  const probe = document.createElement('span');
  document.body.append(probe);
  const css = colours.map((colour, k) => {
    probe.style.color = colour;
    const found = getComputedStyle(probe).color;
    context.fillStyle = found;
    context.fillRect(k, 0, 1, 1);
    return found;
  });
  probe.remove();
  return { bytes: new Uint32Array(context.getImageData(0, 0, colours.length, 1).data.buffer), css };
}

function read(): Palette | null {
  if (typeof CanvasRenderingContext2D === 'undefined') return null;
  const all = Array.from({ length: 2 * steps + 1 }, (_, k) => coloursOf(k - steps).fill);
  const found = bytesOf([...all, inputFill, ground]);
  if (!found) return null;
  const { bytes, css } = found;
  const input = bytes[all.length] ?? 0;
  return {
    value: (value, range) => bytes[stepOf(value, range) + steps] ?? 0,
    // The last byte is how opaque it is, where the first comes first in memory, as it does wherever browsers run.
    input: (share) => ((input & 0xffffff) | (Math.round(255 * Math.sqrt(share)) << 24)) >>> 0,
    inputFill: css[all.length] ?? '',
    ground: css[all.length + 1] ?? '',
  };
}

let palette: Palette | null = null;
let isRead = false;

/** Reads the colours again when the page changes its theme, or the reader the colours of the screen. */
function onTheme(changed: () => void): () => void {
  const forget = (): void => {
    isRead = false;
    changed();
  };
  const observer = new MutationObserver(forget);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  const ways = ['(forced-colors: active)', '(prefers-color-scheme: dark)'].map((query) => (typeof matchMedia === 'function' ? matchMedia(query) : null));
  for (const way of ways) way?.addEventListener('change', forget);
  return () => {
    observer.disconnect();
    for (const way of ways) way?.removeEventListener('change', forget);
  };
}

function current(): Palette | null {
  if (!isRead) {
    palette = read();
    isRead = true;
  }
  return palette;
}

/** Null where the page has no canvas, as in tests: then no strips are drawn. */
export const usePalette = (): Palette | null => useSyncExternalStore(onTheme, current, () => null);
