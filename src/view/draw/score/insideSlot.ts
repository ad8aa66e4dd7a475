// The place that the score leaves for an opened cell: its rectangle, which step it is of, and where its states, its input and its output meet the border.
import type { Reference } from '../../../engine/reference.ts';
import { levelOf } from '../../layout/score/arrows.ts';
import { clamp, type Rect } from '../../layout/rect.ts';
import type { Paint } from './paint.ts';

export interface InsideSlot {
  readonly paint: Paint;
  readonly rect: Rect;
  /** Position of the chain, and the row of its step. */
  readonly chain: number;
  readonly row: number;
  /** 0 closed … 1 open. */
  readonly openness: number;
  /** Heights at which the states come in and go out, in the order of the chain's states. */
  readonly stateY: readonly number[];
  readonly inputX: number | undefined;
  readonly outputX: number | undefined;
  readonly selection: Reference | null;
}

/** Null while no cell is open. */
export function insideSlot(paint: Paint, selection: Reference | null, openness: number): InsideSlot | null {
  const { layout, scene } = paint;
  const { inside, spec, staves } = layout;
  if (!inside || openness <= 0) return null;
  const column = layout.column(spec.current);
  const states = scene.network.program.chains[spec.chain]?.states ?? [];
  const middleX = (id: string, border = 20): number | undefined => {
    const box = column.boxes[id];
    return box ? clamp(box.x + box.width / 2, inside.x + border, inside.x + inside.width - border) : undefined;
  };
  return {
    paint, rect: inside, chain: spec.chain, row: column.row, openness, selection,
    stateY: states.map((slot) => {
      const stave = staves.byId[scene.anatomy.staveOf(slot)];
      return stave ? levelOf(stave) : inside.y + inside.height / 2;
    }),
    inputX: middleX('inputs'),
    // Beside the place where it leaves there are words.
    outputX: middleX('outputs', Math.min(120, inside.width / 2)),
  };
}
