// What is written at the arrows of a column: the matrix that an arrow goes through, by how much a gradient shrank or grew, and what is handed over.
import { targetSlot } from '../../../engine/equation/program.ts';
import { unmarked } from '../../../engine/symbols/letters.ts';
import { spell } from '../../../engine/symbols/spelling.ts';
import type { Reference } from '../../../engine/reference.ts';
import type { ArrowLayout, ColumnLayout, Point } from '../../layout/score/types.ts';
import { headOf } from './letters.ts';
import { isPairedIn, type Paint } from './paint.ts';
import { SymbolText } from './SymbolText.tsx';

export interface ArrowLabelProps {
  readonly paint: Paint;
  readonly arrow: ArrowLayout;
  readonly column: ColumnLayout;
  readonly origin: number;
}

/** The one matrix that all of an arrow goes through; empty where there are several. */
function matrixOf({ scene }: Paint, { makes }: ArrowLayout): string {
  const { instructions, parameters } = scene.network.program;
  const made = instructions.filter(({ out, operation }) => makes.includes(out) && operation === 'multiply');
  const [arg] = made.length === 1 && makes.length === 1 ? (made[0]?.args ?? []) : [];
  const symbol = arg?.kind === 'parameter' ? (parameters[arg.index]?.symbol ?? '') : '';
  return unmarked(spell(scene.network, symbol)).bare;
}

/** The middle of the longest straight piece, and which way that runs. */
export function longest(points: readonly Point[]): { x: number; y: number; length: number; isLevel: boolean } {
  let best = { x: 0, y: 0, length: -1, isLevel: true };
  points.slice(1).forEach(([x2, y2], k) => {
    const [x1, y1] = points[k] ?? [x2, y2];
    const length = Math.hypot(x2 - x1, y2 - y1);
    if (length > best.length) best = { x: (x1 + x2) / 2, y: (y1 + y2) / 2, length, isLevel: Math.abs(y2 - y1) < 1 };
  });
  return best;
}

export function ArrowLabel({ paint, arrow, column, origin }: ArrowLabelProps) {
  const { kind } = arrow;
  const place = longest(arrow.points.map(([x, y]): Point => [x - origin, y]));
  if (column.room < leastRoom) return null;
  const isState = kind === 'state';
  if (isState && isHandedOver(paint, arrow)) {
    return factorOf(paint, arrow) ? <HandoverWords paint={paint} x={place.x} y={place.y + 18} room={place.length} /> : <Handover paint={paint} arrow={arrow} x={place.x} y={place.y} room={place.length} />;
  }
  // Its words stand below the states, whose arrows it crosses.
  if (kind === 'fed') return place.length < 90 || column.room - column.widths.inputs < 34 ? null : <FedWords paint={paint} arrow={arrow} x={place.x} y={place.y + place.length / 2 - 38} />;
  if (kind === 'branch' || kind === 'within' || (isState && isPairedIn(paint))) return null;
  const matrix = matrixOf(paint, arrow);
  if (matrix === '') return null;
  const isCrossed = paint.layout.spec.feedOf(column.axis, column.row) !== null || paint.scene.anatomy.tracks.length > 1;
  if (place.isLevel) return place.length < (isCrossed ? 72 : 44) ? null : <SymbolText plain={matrix} size={12} className="score-label is-middle" x={place.x} y={place.y - 9} aria-hidden="true" />;
  const isTight = isPairedIn(paint) && column.room < 130;
  return place.length < 26 || isTight ? null : <SymbolText plain={matrix} size={12} className="score-label" x={place.x + 9} y={place.y + 4} aria-hidden="true" />;
}

/** Narrower columns have no labels at their arrows. */
export const leastRoom = 92;

const isHandedOver = ({ scene: { network: { program } } }: Paint, { carries, chain }: ArrowLayout): boolean =>
  program.slots.find(({ symbol }) => symbol === carries.symbol)?.chain !== chain;

/** The factor of a step, on the arrow of the first state; null before it is there. Where nothing comes back there is nothing to compare: 0/0 is none. */
export function factorOf({ scene }: Paint, { chain, row, carries }: ArrowLayout): { reference: Reference; value: number } | null {
  const { chains, slots } = scene.network.program;
  const order = chains.map(({ states }) => slots[states[0] ?? -1]?.symbol);
  if (!order.includes(carries.symbol)) return null;
  const reference: Reference = { symbol: `factor${chain === 0 ? '' : (chains[chain]?.mark ?? '')}`, t: row };
  const value = scene.read(reference);
  return value === null || Number.isNaN(value) ? null : { reference, value };
}

/** What is read of the step before, along the line that brings it. */
function FedWords({ paint, arrow, x, y }: { readonly paint: Paint; readonly arrow: ArrowLayout; readonly x: number; readonly y: number }) {
  const isTrue = arrow.carries.symbol === paint.scene.network.program.slots[targetSlot]?.symbol;
  return (
    <text className={`score-label is-middle is-haloed is-fed-${isTrue ? 'true' : 'back'}`} fontSize={10.5} transform={`translate(${x + 3.5},${y}) rotate(-90)`} aria-hidden="true">
      {isTrue ? 'the true one' : 'fed back'}
    </text>
  );
}

/** A state that goes from one sequence to the other: which, and what becomes of it. */
function Handover({ paint, arrow, x, y, room }: { readonly paint: Paint; readonly arrow: ArrowLayout; readonly x: number; readonly y: number; readonly room: number }) {
  return (
    <g aria-hidden="true">
      <SymbolText plain={headOf(paint.scene.network, arrow.carries.symbol, arrow.carries.t)} size={13} className="score-head is-state" x={x} y={y - 11} />
      <HandoverWords paint={paint} x={x} y={y + 18} room={room} />
    </g>
  );
}

function HandoverWords({ paint, x, y, room }: { readonly paint: Paint; readonly x: number; readonly y: number; readonly room: number }) {
  const long = isPairedIn(paint) ? 'gradient handed back' : 'state handed over';
  return (
    <text className="score-label is-middle" fontSize={11} x={x} y={y} aria-hidden="true">
      {room > 116 ? long : isPairedIn(paint) ? 'handed back' : 'handed over'}
    </text>
  );
}
