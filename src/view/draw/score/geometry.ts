// Where the columns of numbers of a time step stand, for those who draw them and for those who fly to them.
import { lanesOf, workWidth, type Lane } from '../../layout/column.ts';
import type { ColumnLayout } from '../../layout/score.ts';
import type { Rect } from '../../layout/rect.ts';
import { outputContents, stateContents, type Content } from './contents.ts';
import type { Paint } from './paint.ts';

export interface BoxView {
  readonly box: Rect;
  readonly contents: readonly Content[];
  readonly lanes: readonly Lane[];
  /** Whether it shows an operation, over the edges of its place. */
  readonly isWork: boolean;
}

export const isPairedIn = (paint: Paint): boolean => paint.layout.spec.pair > 0.5;

export function stateView(paint: Paint, column: ColumnLayout): BoxView {
  const { scene, progress, state } = paint;
  const contents = stateContents(scene, {
    t: column.t,
    state,
    progress,
    isRoomy: column.room >= 150,
    isPaired: isPairedIn(paint),
  });
  const { room, widths } = column;
  const plain = isPairedIn(paint) ? 2 : 1;
  const isWork = contents.length > plain;
  const signs = contents.filter((each) => each.sign !== '').length;
  const width = isWork && column.level === 'numbers' ? workWidth(room, widths, contents.length, signs) : widths.state;
  const centre = column.state.x + column.state.width / 2;
  const box = { ...column.state, x: centre - width / 2, width };
  return { box, contents, isWork, lanes: lanesOf(box, widths.pad, contents.map((each) => each.sign !== '')) };
}

export function outputView(paint: Paint, column: ColumnLayout): BoxView {
  const contents = outputContents(paint.scene, column.t, paint.answer, isPairedIn(paint));
  return { box: column.output, contents, isWork: false, lanes: lanesOf(column.output, column.output.width >= 56 ? Math.max(column.widths.pad, 6) : column.widths.pad, contents.map(() => false)) };
}

/** The same column with its axis at 0, so that what is drawn of it does not change when it moves. */
export function localColumn(column: ColumnLayout): ColumnLayout {
  const shifted = (rect: Rect): Rect => ({ ...rect, x: rect.x - column.centre });
  return { ...column, centre: 0, output: shifted(column.output), state: shifted(column.state), input: shifted(column.input) };
}
