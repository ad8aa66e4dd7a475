// Several square maps beside and below each other: how many in a row, how large each.

interface SmallMapsPlace {
  readonly columns: number;
  /** Pixels of a map's side. */
  readonly side: number;
  readonly gap: number;
  /** Of a map with its name above it and its words below. */
  readonly rowHeight: number;
}

/** In letters: between two maps, above and below one, the side that is wished for, the least that can be read. */
const letters = { gap: 1.8, words: 4, wished: 15, least: 9.5 } as const;

/** As large as fits into a place. */
export function smallMapsIn(count: number, { width, height, textSize }: { readonly width: number; readonly height: number; readonly textSize: number }): SmallMapsPlace {
  const gap = letters.gap * textSize;
  const words = letters.words * textSize;
  let best: SmallMapsPlace = { columns: 1, side: 0, gap, rowHeight: words };
  for (let columns = 1; columns <= Math.max(1, count); columns++) {
    const rows = Math.ceil(count / columns);
    const side = Math.max(10, Math.min((width - gap * (columns - 1)) / columns, height / rows - words));
    if (side > best.side) best = { columns, side, gap, rowHeight: side + words };
  }
  return best;
}

/** The height that so many maps of a good size need at a width: all in one row, if that leaves them large enough. */
export function smallMapsSize(count: number, width: number, textSize: number): { readonly columns: number; readonly height: number } {
  const gap = letters.gap * textSize;
  const columns = Math.max(1, Math.min(count, Math.floor((width + gap) / (letters.least * textSize + gap))));
  const side = Math.max(0, Math.min(letters.wished * textSize, (width - gap * (columns - 1)) / columns));
  return { columns, height: Math.ceil(count / columns) * (side + letters.words * textSize) };
}
