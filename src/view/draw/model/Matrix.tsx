// A matrix as a grid of coloured cells: weights, the running total of their gradient, or the new weights with the old ones in a corner.
import { memo } from 'react';
import type { Reference } from '../../../engine/reference.ts';
import { isSameGrid, matrixCell } from '../../layout/model/matrix.ts';
import type { MatrixLayout } from '../../layout/model/types.ts';
import type { Rect } from '../../layout/rect.ts';
import { coloursOfValue } from '../../theme/scale.ts';
import { Cell } from '../score/Cell.tsx';
import { Heat, type HeatCell } from '../score/Heat.tsx';
import { isLit, type Paint } from '../score/paint.ts';

interface Props {
  /** Which numbers it shows: while this and its place stay the same, it is not drawn again. */
  readonly stamp: string;
  readonly paint: Paint;
  readonly matrix: MatrixLayout;
  /** Symbol of the parameter, for the pointer. */
  readonly parameter: string;
  readonly of: (row: number, column: number) => Reference;
  /** The value before, where one stands in the corner of the cell. */
  readonly ghostOf?: ((row: number, column: number) => Reference) | undefined;
  readonly isThere: boolean;
  /** Size of the value that takes the full colour. */
  readonly range: number;
  /** Above this many cells they are drawn as paths by colour; the pointer finds them by their place. */
  readonly mostMarks: number;
  /** Whether numbers are written where cells have room. */
  readonly isWritten: boolean;
  readonly selection: Reference | null;
}

export const Matrix = memo(
  MatrixView,
  (a, b) =>
    a.stamp === b.stamp &&
    a.range === b.range &&
    a.mostMarks === b.mostMarks &&
    a.selection === b.selection &&
    a.isWritten === b.isWritten &&
    a.paint.digits === b.paint.digits &&
    a.paint.scene.numbers === b.paint.scene.numbers &&
    isSameGrid(a.matrix, b.matrix),
);

function MatrixView({ paint, matrix, parameter, of, ghostOf, isThere, range, mostMarks, isWritten, selection }: Props) {
  const { scene } = paint;
  const places: { row: number; column: number; rect: Rect }[] = [];
  for (let row = 0; row < matrix.rows; row++) {
    for (let k = 0; k < matrix.columns; k++) {
      const column = matrix.firstColumn + k;
      places.push({ row, column, rect: matrixCell(matrix, row, column) });
    }
  }
  if (!isThere) {
    return places.length > mostMarks ? (
      <rect className="score-empty" x={matrix.x} y={matrix.y} width={matrix.width} height={matrix.height} aria-hidden="true" />
    ) : (
      <g aria-hidden="true">
        {places.map(({ row, column, rect }) => <rect key={`${row} ${column}`} className="score-empty" {...rect} rx={Math.min(2, rect.width / 5)} />)}
      </g>
    );
  }
  if (places.length > mostMarks) {
    const cells = function* (): Generator<HeatCell> {
      for (const { row, column, rect } of places) yield { rect, value: scene.read(of(row + 1, column + 1)) ?? 0 };
    };
    const lit = places.find(({ row, column }) => isLit(selection, of(row + 1, column + 1)) && selection?.unit !== undefined);
    return (
      <>
        <rect className="score-grid" x={matrix.x} y={matrix.y} width={matrix.width} height={matrix.height} data-matrix={parameter} />
        <g pointerEvents="none">
          <Heat cells={cells} range={range} />
          {lit && <rect className="score-ring" x={lit.rect.x - 2} y={lit.rect.y - 2} width={lit.rect.width + 4} height={lit.rect.height + 4} rx={2} />}
        </g>
      </>
    );
  }
  return (
    <>
      {places.map(({ row, column, rect }) => {
        const reference = of(row + 1, column + 1);
        const value = scene.read(reference);
        if (value === null) return null;
        const ghost = ghostOf ? scene.read(ghostOf(row + 1, column + 1)) : null;
        return (
          <g key={`${row} ${column}`}>
            <Cell paint={paint} rect={rect} reference={reference} value={value} range={range} selection={selection} isWritten={isWritten && rect.width >= 28 && rect.height >= 10} />
            {ghost !== null && <Ghost rect={rect} value={ghost} range={range} />}
          </g>
        );
      })}
    </>
  );
}

/** The value before, in the corner of its cell, on the scale of the new one. */
function Ghost({ rect, value, range }: { readonly rect: Rect; readonly value: number; readonly range: number }) {
  const side = Math.min(rect.width, rect.height);
  if (side < 5) return null;
  const leg = side * 0.55;
  return <path className="score-ghost" aria-hidden="true" d={`M${rect.x},${rect.y + rect.height}v${-leg}l${leg},${leg}z`} fill={coloursOfValue(value, range).fill} />;
}
