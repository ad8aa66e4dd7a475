// One line of an opened cell: a value on its way to where it is used; on the way back its gradient over this use alone.
import { slotIndex } from '../../../engine/network.ts';
import { plainText, plainValue, roleOf } from '../../../engine/symbols/symbols.ts';
import { exactText } from '../../theme/format.ts';
import { gradientWidth } from '../../layout/gradientWidth.ts';
import type { FlowEdge } from '../../layout/inside/dataflow.ts';
import type { PlacedEdge, Point } from '../../layout/inside/types.ts';
import type { GradientRange } from './gradientRange.ts';
import type { InsideView } from './insideView.ts';
import { headPath, linePath, without } from './paths.ts';
import { SymbolText } from '../score/SymbolText.tsx';
import { Strip } from './Strip.tsx';

interface EdgeProps {
  readonly view: InsideView;
  readonly placed: PlacedEdge;
  /** How much of the line lies behind the vector of its value. */
  readonly hidden: number;
  readonly scale: number;
  /** How far the vector of the operation that it leads to reaches below its sign. */
  readonly below: number;
  readonly range: GradientRange;
}

export function Edge({ view, placed, hidden, scale, below, range }: EdgeProps) {
  const { scene, t } = view;
  const { network, moment } = scene;
  const { edge, points, strip } = placed;
  const value = view.valueOf(edge.slot, edge.time);
  const isMade = scene.read({ ...value, unit: 1 }) !== null;
  const taker = edge.k < 0 ? -1 : (network.program.instructions[edge.to as number]?.out ?? -1);
  const gradient = view.gradientOf(edge);
  const isBack = gradient.vector !== null;
  const { brought } = gradient;
  const isBringing = view.isBackward && moment !== null && moment.makes === brought.symbol && moment.madeAt === brought.t;
  const isNow = isBringing || (moment?.phase === 'forward' && view.isMaking(taker));
  const width = isBack ? gradientWidth(gradient.norm, range.norm) * 0.62 * (0.4 + 0.6 * scale) : undefined;
  const shown = without(points, hidden);
  const [last, beforeLast] = [points.at(-1) as Point, points.at(-2) as Point];
  const [first, second] = [shown[0] as Point, shown[1]];
  const head = (edge.isRoad ? 10 : 7) * scale;
  const back = Math.max(7, Math.min(12, (width ?? 0) * 2)) * scale;
  const tone = isBack ? 'gradient' : edge.k < 0 && `${edge.to}`.startsWith('out') ? 'output' : roleOf(network, value.symbol);
  const classes = ['inside-edge', `is-${tone}`, edge.isRoad ? 'is-road' : '', isNow ? 'is-now' : isMade || isBack ? 'is-done' : 'is-future'];
  return (
    <g
      className={classes.filter((each) => each !== '').join(' ')}
      data-edge={edge.id}
      data-t={t}
      {...(isBack ? { 'data-gradient': gradient.name?.symbol ?? '', 'data-gradient-t': gradient.name?.t, 'data-norm': exactText(gradient.norm) } : {})}
    >
      {isBack && <title>{`${gradient.name ? plainText(network, gradient.name) : `part of ∂L/∂${plainText(network, value)} by one use`}, length ${exactText(gradient.norm)}`}</title>}
      {edge.isRoad && <path className="inside-road" d={linePath(points, 7 * scale)} style={{ strokeWidth: 11 * scale }} />}
      <path className="inside-line" d={linePath(points, 6 * scale)} style={width === undefined ? undefined : { strokeWidth: width }} />
      {isBack ? (
        <>
          {second && <path className="inside-head" d={headPath(first, second, back)} />}
          <Partner view={view} edge={edge} points={shown} scale={scale} below={below} />
          {strip && gradient.vector && <Strip values={gradient.vector} rect={strip} runs={strip.runs} range={range.entry} className="is-use" />}
        </>
      ) : (
        beforeLast && <path className="inside-head" d={headPath(last, beforeLast, head)} />
      )}
      {gradient.isCut && view.isBackward && edge.k < 0 && <text className="inside-cut" x={last[0] - 12 * scale} y={last[1]} fontSize={15 * scale}>✂</text>}
    </g>
  );
}

interface PartnerProps extends Pick<EdgeProps, 'view' | 'scale' | 'below'> {
  readonly edge: FlowEdge;
  /** What is seen of the line. */
  readonly points: readonly Point[];
}

/** At a product ⊙: the partner that the gradient is multiplied by on this way. */
function Partner({ view, edge, points, scale, below }: PartnerProps) {
  const { network } = view.scene;
  const user = network.program.instructions[edge.to as number];
  const other = user?.args[1 - edge.k];
  const [end, from] = [points.at(-1), points.at(-2)];
  if (user?.operation !== 'times' || other?.kind !== 'slot' || scale < 0.6 || !end || !from) return null;
  const { symbol, t } = view.valueOf(other.index, other.time);
  const slot = slotIndex(network.program, symbol);
  const plain = `×${plainValue(network, slot, t)}`;
  const size = 10.5 * scale;
  const [[x, y], [fromX, fromY]] = [end, from];
  const [room, height] = [Math.abs(x - fromX), Math.abs(y - fromY)];
  const isLong = plain.length > 4;
  if (height < 0.01) {
    // Along a level line, as far as that goes.
    if (plain.length * size * 0.5 > room) return null;
    return <Tag plain={plain} size={size} x={x + (fromX < x ? -3 : 3) * scale} y={y - 6 * scale} anchor={fromX < x ? 'end' : 'start'} />;
  }
  const down = fromY > y ? 1 : -1;
  // Beside an upright one on the left; what is long stands on the right, past the vector of the product.
  if (isLong && height > below + 20 * scale) return <Tag plain={plain} size={size} x={x + 5 * scale} y={y + down * (below + (down > 0 ? 12 : 5) * scale)} anchor="start" />;
  return isLong ? null : <Tag plain={plain} size={size} x={x + (height > 10 * scale ? -5 : 5) * scale} y={y + (down > 0 ? 13 : -5) * scale} anchor={height > 10 * scale ? 'end' : 'start'} />;
}

function Tag({ plain, size, x, y, anchor }: { readonly plain: string; readonly size: number; readonly x: number; readonly y: number; readonly anchor: 'start' | 'end' }) {
  return <SymbolText plain={plain} size={size} className="inside-slope" x={x} y={y} textAnchor={anchor} aria-hidden="true" />;
}
