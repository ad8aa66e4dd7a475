// The state of one time step: its units, on the way back with their gradients, and while it is worked out the terms it is made of.
import type { Reference } from '../../../engine/reference.ts';
import type { ColumnLayout } from '../../layout/score.ts';
import { stateView } from './geometry.ts';
import { isKnown } from './contents.ts';
import { Lanes } from './Lanes.tsx';
import type { Paint } from './paint.ts';

interface Props {
  readonly paint: Paint;
  readonly column: ColumnLayout;
  readonly selection: Reference | null;
  readonly flying?: ReadonlySet<string> | undefined;
}

export function StateBox({ paint, column, selection, flying }: Props) {
  const { staves } = paint.layout;
  const { box, contents, lanes, isWork } = stateView(paint, column);
  const { t, widths } = column;
  const isNow = t > 0 && paint.scene.moment?.t === t;
  const isThere = isKnown(paint.scene, { symbol: paint.state, t });
  const status = isNow ? 'is-now' : isThere ? 'is-done' : 'is-future';
  return (
    <g className={`score-state ${status} ${isWork ? 'is-work' : ''}`}>
      <rect className="score-box is-state" {...box} rx={Math.min(widths.radius, box.width / 3)} aria-hidden="true" />
      <Lanes paint={paint} stave={staves.states} contents={contents} lanes={lanes} selection={selection} hasHeads={column.room >= 56} flying={flying} />
    </g>
  );
}
