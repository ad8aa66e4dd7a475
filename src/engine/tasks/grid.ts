// Pictures as text: which text is one, and names for its pixels, line by line.

/** Whether a step is drawn in # and ., and not written in numbers. */
export const isDrawn = (text: string): boolean => /[#/]|^[.\s]+$/.test(text);

/** "row 1 col 2", or "pixel 2" where there is one line alone. */
export function pixelNames({ width, height }: { readonly width: number; readonly height: number }): string[] {
  return Array.from({ length: width * height }, (_, k) =>
    height === 1 ? `pixel ${k + 1}` : `row ${Math.floor(k / width) + 1} col ${(k % width) + 1}`,
  );
}
