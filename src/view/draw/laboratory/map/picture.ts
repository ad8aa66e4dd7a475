// The squares of a map as a picture of one pixel each, in a form that an svg holds: so a saved drawing holds it, too.

let canvas: HTMLCanvasElement | null = null;

/** A data address of the picture; empty where there is no canvas, as in tests, or nothing to draw. */
export function pictureOf(texels: Uint32Array, columns: number): string {
  if (typeof CanvasRenderingContext2D === 'undefined' || texels.length === 0) return '';
  canvas ??= document.createElement('canvas');
  const rows = texels.length / columns;
  // Setting a size makes a new bitmap even where it is the same.
  if (canvas.width !== columns) canvas.width = columns;
  if (canvas.height !== rows) canvas.height = rows;
  const context = canvas.getContext('2d');
  if (!context) return '';
  const picture = context.createImageData(columns, rows);
  new Uint32Array(picture.data.buffer).set(texels);
  context.putImageData(picture, 0, 0);
  return canvas.toDataURL();
}
