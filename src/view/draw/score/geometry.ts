// Where the columns of numbers of a place stand, for those who draw them and for those who fly to them.
import { lanesOf, workWidth, type Lane } from '../../layout/score/columns.ts';
import { drawnAt } from '../../layout/score/arrows.ts';
import type { ColumnLayout } from '../../layout/score/types.ts';
import type { Stave } from '../../anatomy/anatomy.ts';
import type { Rect } from '../../layout/rect.ts';
import { contentsOf, type Content } from './contents.ts';
import { isPairedIn, type Paint } from './paint.ts';

interface BoxView {
  readonly box: Rect;
  readonly contents: readonly Content[];
  readonly lanes: readonly Lane[];
  /** Whether it shows an operation, over the edges of its place. */
  readonly isWork: boolean;
}

/** Whether the operations of a column are worked in its opened cell. */
const isOpened = ({ layout }: Paint, column: ColumnLayout): boolean => layout.inside !== null && column.index === layout.spec.current;

/** A box with what stands in it; null where the column has none in that stave. */
export function boxView(paint: Paint, column: ColumnLayout, stave: Stave): BoxView | null {
  const place = column.boxes[stave.id];
  if (!place) return null;
  const { room, widths } = column;
  const { contents, isWork } = contentsOf({
    scene: paint.scene, place: column, stave, isRoomy: room >= 150, isPaired: isPairedIn(paint), isElsewhere: isOpened(paint, column) && stave.kind !== 'outputs',
  });
  const signs = contents.map(({ sign }) => sign !== '');
  const isWide = isWork && column.level === 'numbers';
  const width = isWide ? workWidth(room, place.width, widths.pad, contents.length, signs.filter(Boolean).length) : place.width;
  const box = { ...place, x: place.x + (place.width - width) / 2 + (isWide ? shiftInto(paint, column, place, width) : 0), width };
  const pad = stave.kind === 'outputs' && box.width >= 56 ? Math.max(widths.pad, 6) : widths.pad;
  return { box, contents, isWork, lanes: lanesOf(box, pad, signs) };
}

/** How far a wide box moves aside to stay in the window, as long as its place is in it. */
function shiftInto({ layout }: Paint, column: ColumnLayout, place: Rect, width: number): number {
  // The column may be drawn with its axis at 0.
  const aside = drawnAt(layout, column.index).centre - column.centre;
  const middle = place.x + place.width / 2 + aside;
  if (layout.folding.columns > 0 || middle < layout.left || middle > layout.spec.width) return 0;
  const [low, high] = [layout.left + 4 + width / 2, layout.spec.width - 4 - width / 2];
  return Math.max(Math.min(middle, high), Math.min(low, middle)) - middle;
}

/** A column as it is drawn: a box in which something is worked is wider. */
export function columnView(paint: Paint, index: number): ColumnLayout {
  const column = drawnAt(paint.layout, index);
  // Only where something is worked is a box wider than it is laid out.
  if (column.index !== paint.layout.spec.current) return column;
  const { staves } = paint.scene.anatomy;
  return { ...column, boxes: Object.fromEntries(staves.map((stave) => [stave.id, boxView(paint, column, stave)?.box ?? column.boxes[stave.id] ?? null])) };
}

/** The same column with its axis at 0, so that what is drawn of it does not change when it moves. */
export function localColumn<T extends ColumnLayout>(column: T): T {
  const boxes = Object.fromEntries(Object.entries(column.boxes).map(([id, box]) => [id, box && { ...box, x: box.x - column.centre }]));
  return { ...column, centre: 0, boxes };
}
