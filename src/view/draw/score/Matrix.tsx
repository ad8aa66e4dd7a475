// A matrix as a grid of coloured cells: weights, the running total of their gradient, or the new weights with the old ones in a corner.
import { memo } from 'react';
import type { Reference } from '../../../engine/reference.ts';
import { matrixCell, type MatrixLayout } from '../../layout/model.ts';
import type { Rect } from '../../layout/rect.ts';
import { coloursOfValue } from '../../theme/scale.ts';
import { Cell } from './Cell.tsx';
import { Heat, type HeatCell } from './Heat.tsx';
import { isLit, type Paint } from './paint.ts';

/** Above this many cells they are drawn as paths by colour; the pointer finds them by their place. */
const mostMarks = 600;

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
  /** Whether numbers are written where cells have room. */
  readonly isWritten: boolean;
  readonly selection: Reference | null;
}

export const Matrix = memo(
  MatrixView,
  (a, b) =>
    a.stamp === b.stamp &&
    a.selection === b.selection &&
    a.isWritten === b.isWritten &&
    a.paint.digits === b.paint.digits &&
    a.paint.scene.numbers === b.paint.scene.numbers &&
    JSON.stringify(a.matrix) === JSON.stringify(b.matrix),
);

function MatrixView({ paint, matrix, parameter, of, ghostOf, isThere, isWritten, selection }: Props) {
  const { scene, ranges } = paint;
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
          <Heat cells={cells} range={ranges.of(of(1, 1).symbol)} />
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
            <Cell paint={paint} rect={rect} reference={reference} value={value} selection={selection} isWritten={isWritten && rect.width >= 28 && rect.height >= 10} />
            {ghost !== null && Math.min(rect.width, rect.height) >= 5 && (
              <path
                className="score-ghost"
                aria-hidden="true"
                d={`M${rect.x},${rect.y + rect.height}v${-Math.min(rect.width, rect.height) * 0.55}l${Math.min(rect.width, rect.height) * 0.55},${Math.min(rect.width, rect.height) * 0.55}z`}
                fill={coloursOfValue(ghost, ranges.of(ghostOf!(1, 1).symbol)).fill}
              />
            )}
          </g>
        );
      })}
    </>
  );
}
