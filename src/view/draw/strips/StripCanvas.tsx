// Many numbers as strips of colour, on a canvas below the drawing; the drawing itself says what is under the pointer.
import { useLayoutEffect, useRef } from 'react';
import { drawStrips } from './drawStrips.ts';
import { usePalette } from './palette.ts';
import type { Strips } from './stripsOf.ts';
import { Textures } from './textures.ts';

interface StripCanvasProps {
  readonly strips: Strips;
  /** In CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** CSS pixels a pixel of the drawing. */
  readonly scale: number;
}

export function StripCanvas({ strips, width, height, scale }: StripCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const textures = useRef<Textures>(null);
  const palette = usePalette();
  useLayoutEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (!element || !context || !palette) return;
    const density = window.devicePixelRatio || 1;
    const [w, h] = [Math.round(width * density), Math.round(height * density)];
    // Setting a size clears the canvas and makes a new one of it, even where it is the same.
    if (element.width !== w) element.width = w;
    if (element.height !== h) element.height = h;
    textures.current ??= new Textures();
    drawStrips({ context, ratio: scale * density, textures: textures.current, palette }, strips);
  });
  return palette ? <canvas ref={canvas} className="score-strips" style={{ width, height }} aria-hidden="true" /> : null;
}
