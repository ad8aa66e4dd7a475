// An arrow of the score: forwards what it carries, on the way back its gradient, as wide as that is long. It says which gradient, and how long.
import { targetSlot } from '../../../engine/equation/program.ts';
import { norm } from '../../../engine/math/linear.ts';
import { parseSymbol } from '../../../engine/symbols/symbols.ts';
import { exactText } from '../../theme/format.ts';
import { gradientWidth } from '../../layout/gradientWidth.ts';
import type { ArrowLayout, Carried, Point } from '../../layout/score/types.ts';
import type { Scene } from '../../scene/scene.ts';
import { isPairedIn, type Paint } from './paint.ts';
import { PathArrow, type ArrowState } from './PathArrow.tsx';

/** How an arrow looks at the playhead. */
interface ArrowLook {
  readonly state: ArrowState;
  readonly tone: ArrowLayout['tone'] | 'gradient';
  readonly isBack: boolean;
  /** Length of the gradient that has come back over it; null where none has. */
  readonly norm: number | null;
}

function lookOf({ scene, ...paint }: Paint, arrow: ArrowLayout): ArrowLook {
  const { moment } = scene;
  const isBack = isPairedIn({ scene, ...paint });
  if (isBack && arrow.gradient && hasComeBack(scene, arrow, arrow.gradient)) {
    const isNow = moment !== null && moment.makes === arrow.gradient.symbol && moment.madeAt === arrow.gradient.t;
    return { state: isNow ? 'now' : 'done', tone: 'gradient', isBack: true, norm: lengthOf(scene, arrow.gradient) };
  }
  // Between steps only a gradient is still to come; the rest of the way forwards is done.
  if (isBack) return arrow.kind === 'state' ? { state: 'future', tone: 'gradient', isBack: true, norm: null } : { state: 'done', tone: arrow.tone, isBack: false, norm: null };
  return { state: forwards(scene, arrow), tone: arrow.tone, isBack: false, norm: null };
}

function forwards({ moment, network: { program }, read }: Scene, { kind, chain, row, makes, carries }: ArrowLayout): ArrowState {
  if (kind === 'fed') return carries.symbol === program.slots[targetSlot]?.symbol || read({ ...carries, unit: 1 }) !== null ? 'done' : 'future';
  if (moment && moment.chain === chain && moment.t === row && makes.includes(moment.slot)) return 'now';
  return makes.some((slot) => read({ symbol: program.slots[slot]?.symbol ?? '', t: row, unit: 1 }) !== null) ? 'done' : 'future';
}

/** An input's gradient is no operation of the clock: it is there when all that it comes through is. */
function hasComeBack({ network: { program }, network, read, trace }: Scene, { makes, row }: ArrowLayout, { symbol, t }: Carried): boolean {
  const { kind, index } = parseSymbol(network, symbol);
  if (kind !== 'gradient' || program.slots[index]?.stage !== 'given') return read({ symbol, t, unit: 1 }) !== null;
  return trace.gradients[index]?.length !== 0 && makes.every((slot) => read({ symbol: `d${program.slots[slot]?.symbol ?? ''}`, t: row, unit: 1 }) !== null);
}

/** ‖gradient‖, exact also where squares would underflow. */
function lengthOf({ numbers, network }: Scene, { symbol, t }: Carried): number {
  const size = network.program.slots[parseSymbol(network, symbol).index]?.size ?? 0;
  const vector = Float64Array.from({ length: size }, (_, k) => numbers.value({ symbol, t, unit: k + 1 }));
  return norm(vector, 0, size);
}

interface Props {
  readonly paint: Paint;
  readonly arrow: ArrowLayout;
  /** Left edge that its corners are measured from. */
  readonly origin: number;
  /** The state handed over from one sequence to another: a wider road. */
  readonly isPassage?: boolean;
}

export function ScoreArrow({ paint, arrow, origin, isPassage = false }: Props) {
  const look = lookOf(paint, arrow);
  const points = arrow.points.map(([x, y]): Point => [x - origin, y]);
  const wide = isPassage ? 5 : undefined;
  const width = look.norm === null ? (look.isBack ? undefined : wide) : gradientWidth(look.norm, paint.ranges.longestGradient) * (isPassage ? 1.3 : paint.layout.staves.slack);
  return (
    <g
      data-edge={arrow.id}
      data-gradient={look.norm === null ? undefined : arrow.gradient?.symbol}
      data-t={look.norm === null ? undefined : arrow.gradient?.t}
      data-norm={look.norm === null ? undefined : exactText(look.norm)}
      aria-hidden="true"
    >
      <PathArrow points={look.isBack ? [...points].reverse() : points} tone={look.tone} state={look.state} width={width} isDashed={arrow.kind === 'fed'} isCut={arrow.isCut && look.isBack} />
    </g>
  );
}

