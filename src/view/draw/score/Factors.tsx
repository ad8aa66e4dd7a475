// By how much the gradient shrank or grew on its way through a step: over all columns, as their arrows pass each other.
import { memo } from 'react';
import { arrowsOf } from '../../layout/score/arrows.ts';
import type { ColumnProps } from './Column.tsx';
import { FactorLabel } from './FactorLabel.tsx';
import { columnView } from './geometry.ts';

type Props = Omit<ColumnProps, 'hidden' | 'arrows'>;

/** Drawn with the axis of its column at 0. */
export const Factors = memo(FactorsView, (a, b) => a.stamp === b.stamp && a.selection === b.selection && a.paint.scene.numbers === b.paint.scene.numbers);

function FactorsView({ paint, index, selection }: Props) {
  const column = paint.layout.column(index);
  return (
    <>
      {arrowsOf(paint.layout, index, (each) => columnView(paint, each)).map((arrow) => (
        <FactorLabel key={arrow.id} paint={paint} arrow={arrow} column={column} origin={column.centre} selection={selection} />
      ))}
    </>
  );
}
