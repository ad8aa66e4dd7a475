// The one output of a sequence whose steps are strips: it keeps its numbers, and the arrows that lead there.
import type { Reference } from '../../../engine/reference.ts';
import { arrowsOf } from '../../layout/score/arrows.ts';
import { localColumn } from './geometry.ts';
import { OutputBox } from './OutputBox.tsx';
import type { Paint } from './paint.ts';
import { ScoreArrow } from './ScoreArrow.tsx';

export function LastOutput({ paint, selection }: { readonly paint: Paint; readonly selection: Reference | null }) {
  const { layout } = paint;
  const column = layout.column(layout.onlyOutput);
  return (
    <g transform={`translate(${column.centre},0)`}>
      {arrowsOf(layout, column.index).filter(({ kind }) => kind === 'output').map((arrow) => <ScoreArrow key={arrow.id} paint={paint} arrow={arrow} origin={column.centre} />)}
      <OutputBox paint={paint} column={localColumn(column)} selection={selection} />
    </g>
  );
}
