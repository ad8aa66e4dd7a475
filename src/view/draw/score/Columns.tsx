// The columns in view: in numbers, as cells, or as strips; the one that is worked on lies above its neighbours.
import type { Reference } from '../../../engine/reference.ts';
import { clamp } from '../../layout/rect.ts';
import type { Flight } from './flights.ts';
import { localColumn } from './geometry.ts';
import { hiddenAt } from './hidden.ts';
import { momentPlace } from './current.ts';
import { isPairedIn, type Paint } from './paint.ts';
import { PlacedColumn } from './PlacedColumn.tsx';
import { RowNames } from './RowNames.tsx';
import { StateBox } from './StateBox.tsx';
import { StripLayer } from './StripLayer.tsx';
import type { MovingParts } from './useMovingParts.ts';

/** More marks than these are drawn as strips of colour, without an element each. */
const mostMarks = 1100;

interface Props {
  readonly paint: Paint;
  readonly selection: Reference | null;
  /** What flies to its place meanwhile. */
  readonly flight: Flight | null;
  readonly parts: MovingParts | null;
}

export function Columns({ paint, selection, flight, parts }: Props) {
  const { scene, layout, isMoving } = paint;
  const { spec, visible, staves, initial } = layout;
  const { current } = spec;
  const isHeat = isDrawnAsStrips(paint);
  const now = layout.column(current);
  // Folding, the columns glide over each other like cards, the one in view on top; what stands between them fades.
  const rest = 1 - layout.folding.columns;
  const isFolded = rest <= 0;
  const arrows = clamp(1 - spec.fold * 3, 0, 1);
  const singles: number[] = [];
  if (!isHeat && !isFolded) {
    for (let index = visible.from; index <= visible.to; index++) if (index !== current) singles.push(index);
    singles.sort((a, b) => Math.abs(b - current) - Math.abs(a - current));
  }
  const top = Math.max(staves.top - 12, staves.heading + 7);
  const hidden = (index: number): ReadonlySet<string> | undefined => hiddenAt(paint, index, flight, current);
  return (
    <g>
      {momentPlace(scene) !== null && rest > 0 && (
        <rect className="score-spotlight" opacity={rest} x={now.centre - now.room / 2} width={now.room} y={top} height={Math.min(staves.time + 10, spec.height - 2) - top} rx={12} aria-hidden="true" />
      )}
      <g>
        {!isFolded &&
          initial
            .filter(({ index }) => (index < 1 ? visible.from <= 1 : visible.to >= layout.places.count))
            .map((column) => (
              <g key={column.chain} transform={`translate(${column.centre},0)`} className="score-initial" data-initial={column.chain}>
                {scene.anatomy.staves.map((stave) => <StateBox key={stave.id} paint={paint} column={localColumn(column)} stave={stave} selection={selection?.t === 0 ? selection : null} hidden={hidden(column.index)} />)}
              </g>
            ))}
        {isHeat && !isFolded && <StripLayer paint={paint} selection={selection} />}
        {singles.map((index) => (
          <PlacedColumn key={index} paint={paint} index={index} selection={selection} hidden={hidden(index)} arrows={arrows} />
        ))}
      </g>
      <PlacedColumn key="now" paint={paint} index={current} selection={selection} hidden={hidden(current)} arrows={arrows} />
      {parts && arrows > 0 && isPairedIn(paint) && [...singles, current].map((index) => <parts.PlacedFactors key={index} paint={paint} index={index} selection={selection} arrows={arrows} />)}
      <RowNames paint={paint} />
      {scene.moment?.phase === 'update' && isMoving && <Flash paint={paint} />}
    </g>
  );
}

/** Whether columns but the one in view are strips of colour, and no marks. */
export function isDrawnAsStrips(paint: Paint): boolean {
  const { layout, scene } = paint;
  if (layout.level === 'strips') return true;
  if (layout.level !== 'cells') return false;
  const { visible } = layout;
  const marks = scene.anatomy.staves.reduce((sum, { kind, rows, slots }) => sum + (kind === 'inputs' ? 1 : Math.max(...rows) * Math.max(slots[0].length, slots[1].length) * (isPairedIn(paint) ? 2 : 1)), 0);
  return (visible.to - visible.from + 1) * marks > mostMarks;
}

/** All columns light up at once: the weights that they share have changed. */
function Flash({ paint: { layout } }: { readonly paint: Paint }) {
  const { visible } = layout;
  const count = Math.min(visible.to - visible.from + 1, 64);
  return (
    <g className="score-flash" aria-hidden="true">
      {Array.from({ length: count }, (_, k) => {
        const column = layout.column(visible.from + k);
        return layout.staves.list.map(({ id, kind }) => {
          const box = column.boxes[id];
          return box && (kind === 'state' || kind === 'gates') ? <rect key={`${k} ${id}`} {...box} rx={column.widths.radius} /> : null;
        });
      })}
    </g>
  );
}
