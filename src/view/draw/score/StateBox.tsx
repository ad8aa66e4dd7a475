// A box of states or gates: its units, on the way back with their gradients, and while something is worked out the terms that it is made of.
import type { Reference } from '../../../engine/reference.ts';
import type { Stave } from '../../anatomy/anatomy.ts';
import type { ColumnLayout } from '../../layout/score/types.ts';
import { workedSlot } from './contents.ts';
import { momentPlace } from './current.ts';
import { boxView } from './geometry.ts';
import { Lanes } from './Lanes.tsx';
import type { Paint } from './paint.ts';

interface Props {
  readonly paint: Paint;
  readonly column: ColumnLayout;
  readonly stave: Stave;
  readonly selection: Reference | null;
  readonly hidden?: ReadonlySet<string> | undefined;
}

export function StateBox({ paint, column, stave, selection, hidden }: Props) {
  const { scene, layout } = paint;
  const view = boxView(paint, column, stave);
  const rows = layout.staves.byId[stave.id]?.by[column.axis];
  if (!view || !rows) return null;
  const { box, contents, lanes, isWork } = view;
  const { row, widths, axis } = column;
  const isThere = stave.slots[axis].some((slot) => scene.read({ symbol: scene.network.program.slots[slot]?.symbol ?? '', t: row, unit: 1 }) !== null);
  const status = row > 0 && isWorkedIn(paint, column, stave) ? 'is-now' : isThere ? 'is-done' : 'is-future';
  const head = layout.staves.byId[stave.id]?.head ?? 0;
  return (
    <g className={`score-state ${status} ${isWork ? 'is-work' : ''}`}>
      <rect className={`score-box is-state ${stave.kind === 'gates' ? 'is-gates' : ''}`} {...box} rx={Math.min(widths.radius, box.width / 3, box.height / 3)} aria-hidden="true" />
      <Lanes paint={paint} rows={rows} contents={contents} lanes={lanes} selection={selection} hasHeads={column.room >= 56 && head > 0} hidden={hidden} />
    </g>
  );
}

/** Whether the operation just done belongs to this box, or joins what stands in it with another state. */
function isWorkedIn({ scene }: Paint, { axis, row }: ColumnLayout, stave: Stave): boolean {
  const { moment, anatomy, network } = scene;
  const at = momentPlace(scene);
  if (!moment || !at || at.axis !== axis || at.row !== row) return false;
  const made = network.program.instructions.find(({ out }) => out === moment.slot);
  const isJoined = made?.operation === 'stack' && made.args.some((arg) => arg.kind === 'slot' && stave.slots[axis].includes(arg.index));
  const slot = workedSlot(scene);
  return isJoined || (slot >= 0 && anatomy.staveOf(slot) === stave.id) || stave.slots[axis].includes(moment.slot);
}
