// Pictures of parts of strips, one pixel a number. They are made when they come into view and kept while their numbers stay the
// same; one that is not needed any more gives its canvas to the next.
import { chunkTexels, fillTexels, largestOf, meanOf, type Chunk } from '../../layout/strips/buckets.ts';
import type { Palette } from './palette.ts';
import type { StripView } from './stripsOf.ts';

interface Texture {
  readonly canvas: HTMLCanvasElement;
  /** What it was made of. */
  of: object | null;
  palette: Palette | null;
  key: string;
  /** The drawing that needed it last. */
  usedIn: number;
}

export class Textures {
  private readonly textures = new Map<string, Texture>();
  private drawing = 0;

  /** Says that a drawing begins: what it does not need may be given away. */
  begin(): void {
    this.drawing += 1;
  }

  /** The picture of a chunk: `rows` high, a texel for each `bucket` columns. Null where there is no canvas. */
  get(view: StripView, chunk: Chunk, bucket: number, of: object, palette: Palette): HTMLCanvasElement | null {
    const place = `${view.id} ${bucket} ${chunk.index}`;
    const key = `${view.range} ${view.numbers.rows} ${chunk.to}`;
    let texture = this.textures.get(place);
    if (!texture) {
      texture = { canvas: this.spare() ?? document.createElement('canvas'), of: null, palette: null, key: '', usedIn: 0 };
      this.textures.set(place, texture);
    }
    texture.usedIn = this.drawing;
    if (texture.of === of && texture.palette === palette && texture.key === key) return texture.canvas;
    if (!make(texture.canvas, view, chunk, bucket, palette)) return null;
    Object.assign(texture, { of, palette, key });
    return texture.canvas;
  }

  /** A canvas that has not been needed for a while. */
  private spare(): HTMLCanvasElement | null {
    if (this.textures.size < mostKept) return null;
    for (const [place, { usedIn, canvas }] of this.textures) {
      if (usedIn >= this.drawing) continue;
      this.textures.delete(place);
      return canvas;
    }
    return null;
  }

  /** For tests. */
  get size(): number {
    return this.textures.size;
  }
}

/** So many are kept though they are not in view, for scrolling back. */
const mostKept = 96;

function make(canvas: HTMLCanvasElement, { numbers, range, hot }: StripView, chunk: Chunk, bucket: number, palette: Palette): boolean {
  const context = canvas.getContext('2d');
  if (!context) return false;
  canvas.width = Math.min(chunkTexels, Math.ceil((chunk.to - chunk.from + 1) / bucket));
  canvas.height = numbers.rows;
  const picture = context.createImageData(canvas.width, canvas.height);
  const texels = new Uint32Array(picture.data.buffer);
  fillTexels(texels, canvas.width, numbers, chunk, hot ? { bucket, gather: meanOf, colour: palette.input } : { bucket, gather: largestOf, colour: (value) => palette.value(value, range) });
  context.putImageData(picture, 0, 0);
  return true;
}
