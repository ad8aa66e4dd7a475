// A column or row of numbers on a line of the cell; on the way back with their gradients beside them, or in their place.
import { fontIn, leastFont, mostCells, spaceIn } from '../../layout/inside/cells.ts';
import type { VectorPlace } from '../../layout/inside/types.ts';
import type { Reference } from '../../../engine/reference.ts';
import type { Rect } from '../../layout/rect.ts';
import { formatShort, type Digits } from '../../theme/format.ts';
import { Cell, EmptyCell, fitNumber } from '../score/Cell.tsx';
import type { Paint } from '../score/paint.ts';
import { Strip } from './Strip.tsx';

interface VectorProps {
  readonly paint: Paint;
  readonly place: VectorPlace;
  readonly value: Reference;
  /** What is shown as its gradient; null where none is shown. */
  readonly gradient: Reference | null;
  /** Size of the gradient that takes the full colour. */
  readonly gradientRange: number;
  readonly selection: Reference | null;
}

export function Vector({ paint, place, value, gradient, gradientRange, selection }: VectorProps) {
  const { scene } = paint;
  const size = Math.round((place.runs === 'down' ? place.height / place.cellHeight : place.width / place.cellWidth));
  const isWritten = fontIn(place.cellWidth, place.cellHeight) >= leastFont;
  const isGradientThere = gradient !== null && scene.read({ ...gradient, unit: 1 }) !== null;
  // Where there is room for one of them alone, the gradient takes the place of the value when it comes.
  const shown: { reference: Reference; isGradient: boolean }[] =
    place.lanes === 2
      ? [{ reference: value, isGradient: false }, ...(gradient ? [{ reference: gradient, isGradient: true }] : [])]
      : [isGradientThere ? { reference: gradient, isGradient: true } : { reference: value, isGradient: false }];
  return (
    <g className="inside-vector">
      <rect className="inside-vector-back" x={place.x - 1.5} y={place.y - 1.5} width={place.width + 3} height={place.height + 3} rx={3} aria-hidden="true" />
      {shown.map(({ reference, isGradient }, lane) =>
        size > mostCells ? (
          <Strip key={lane} values={Array.from({ length: size }, (_, k) => scene.read({ ...reference, unit: k + 1 }))} rect={laneRect(place, lane)} runs={place.runs} range={isGradient ? gradientRange : paint.ranges.of(reference.symbol)} />
        ) : (
          Array.from({ length: size }, (_, k) => {
            const rect = cellRect(place, lane, k);
            const each = { ...reference, unit: k + 1 };
            const number = scene.read(each);
            if (number === null) return <EmptyCell key={`${lane} ${k}`} rect={rect} />;
            return (
              <Cell key={`${lane} ${k}`} paint={paint} rect={rect} reference={each} value={number} selection={selection} isWritten={isWritten} text={textIn(number, rect, paint.digits)} className={isGradient ? 'is-gradient' : ''} {...(isGradient ? { range: gradientRange } : {})} />
            );
          })
        ),
      )}
      {shown.some(({ isGradient }) => isGradient) && <GradientFrame rect={laneRect(place, shown.findIndex(({ isGradient }) => isGradient))} />}
    </g>
  );
}

/** A thin frame says that these numbers are gradients, not by colour alone: a dash runs along them. */
function GradientFrame({ rect }: { readonly rect: Rect }) {
  return <rect className="inside-gradient-frame" x={rect.x - 0.5} y={rect.y - 0.5} width={rect.width + 1} height={rect.height + 1} rx={3} aria-hidden="true" />;
}

/** A number in as many characters as there is room for: small ones by their power of ten. */
function textIn(value: number, { width, height }: Rect, digits: Digits): string {
  const text = formatShort(value, digits);
  if (fitNumber(text, width, height).size > 0 || !Number.isFinite(value) || Math.abs(value) >= 1) return text;
  return value.toExponential(0).replaceAll('-', '−');
}

function cellRect({ x, y, runs, cellWidth, cellHeight }: VectorPlace, lane: number, k: number): Rect {
  const [across, down] = runs === 'down' ? [lane, k] : [k, lane];
  return { x: x + across * cellWidth, y: y + down * cellHeight, width: Math.max(0.2, cellWidth - spaceIn(cellWidth)), height: Math.max(0.2, cellHeight - spaceIn(cellHeight)) };
}

function laneRect({ x, y, width, height, runs, cellWidth, cellHeight }: VectorPlace, lane: number): Rect {
  return runs === 'down' ? { x: x + lane * cellWidth, y, width: cellWidth, height } : { x, y: y + lane * cellHeight, width, height: cellHeight };
}
