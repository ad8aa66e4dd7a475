// Draws the strips on a canvas. What a step of the playhead changes is only how far each reaches.
import { bucketOf } from '../../layout/strips/buckets.ts';
import type { StripLane } from '../../layout/strips/lanes.ts';
import { piecesOf, type Piece } from '../../layout/strips/pieces.ts';
import type { Palette } from './palette.ts';
import type { Stretch, Strips, StripView } from './stripsOf.ts';
import type { Textures } from './textures.ts';

/** Below this a strip without neighbours in its columns is drawn in one piece, in pixels. */
const closed = 6;
/** The least height of the row that is read, so that it is seen among many. */
const leastHot = 3;

interface Surface {
  readonly context: CanvasRenderingContext2D;
  /** Device pixels a pixel of the drawing. */
  readonly ratio: number;
  readonly textures: Textures;
  readonly palette: Palette;
}

export function drawStrips(surface: Surface, strips: Strips): void {
  const { context, ratio, textures, palette } = surface;
  const { canvas } = context;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, canvas.width, canvas.height);
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.imageSmoothingEnabled = false;
  textures.begin();
  context.save();
  context.beginPath();
  context.rect(strips.left, 0, canvas.width, canvas.height);
  context.clip();
  context.fillStyle = palette.ground;
  for (const { y, height, stretches } of strips.grounds) {
    for (const each of stretches) context.fillRect(each.x, y, widthOf(each, strips.pitch), height);
  }
  for (const view of strips.views) for (const stretch of view.stretches) drawStretch(surface, strips, view, stretch);
  context.restore();
}

const widthOf = ({ range }: Stretch, pitch: number): number => (range.to - range.from + 1) * pitch;

function drawStretch(surface: Surface, { of, pitch }: Strips, view: StripView, { range, x }: Stretch): void {
  const { context, ratio, textures, palette } = surface;
  const bucket = bucketOf(pitch * ratio);
  const { lane, numbers } = view;
  if (view.hot && bucket === 1) return drawHot(surface, pitch, view.lane, view.hot, { range, x });
  for (const piece of piecesOf({ range, count: numbers.count, bucket, x, pitch })) {
    const texture = textures.get(view, piece.chunk, bucket, of, palette);
    if (!texture) return;
    const isWhole = lane.width >= pitch || (lane.x < 1 && pitch < closed);
    for (const part of isWhole ? [piece] : columnsOf(piece, lane, pitch)) {
      const [left, right] = [Math.round(part.x * ratio) / ratio, Math.round((part.x + part.width) * ratio) / ratio];
      context.drawImage(texture, part.texel, 0, part.texels, numbers.rows, left, lane.first, right - left, lane.row * numbers.rows);
    }
  }
  const space = lane.row - lane.cell;
  if (space <= 0) return;
  context.fillStyle = palette.ground;
  for (let row = 0; row < numbers.rows; row++) context.fillRect(x + lane.x, lane.first + row * lane.row + lane.cell, widthOf({ range, x }, pitch), space);
}

/** The columns of a piece one by one, where others stand between them. */
function columnsOf({ texel, texels, x }: Piece, lane: StripLane, pitch: number): Pick<Piece, 'texel' | 'texels' | 'x' | 'width'>[] {
  return Array.from({ length: Math.round(texels) }, (_, k) => ({ texel: texel + k, texels: 1, x: x + k * pitch + lane.x, width: lane.width }));
}

/** The word of each step lights its row. */
function drawHot({ context, palette }: Surface, pitch: number, lane: StripLane, hot: Int32Array, { range, x }: Stretch): void {
  const height = Math.max(lane.cell, leastHot);
  const width = Math.max(pitch - 0.5, 1);
  context.fillStyle = palette.inputFill;
  for (let column = range.from; column <= range.to; column++) {
    const row = hot[column - 1] ?? -1;
    if (row >= 0) context.fillRect(x + (column - range.from) * pitch, lane.first + row * lane.row + (lane.cell - height) / 2, width, height);
  }
}
