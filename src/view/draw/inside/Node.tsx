// One operation of an opened cell: its sign, what it is made with, and on the way back what it multiplies a gradient by.
import { plainText, plainValue } from '../../../engine/symbols/symbols.ts';
import { isUnnamed, unmarked } from '../../../engine/symbols/letters.ts';
import type { Instruction } from '../../../engine/equation/program.ts';
import type { Reference } from '../../../engine/reference.ts';
import { formatShort } from '../../theme/format.ts';
import type { PlacedNode } from '../../layout/inside/types.ts';
import { bottom, centre, middle, right, type Rect } from '../../layout/rect.ts';
import type { Paint } from '../score/paint.ts';
import { SymbolText } from '../score/SymbolText.tsx';
import { glyphOf } from './glyphs.ts';
import type { InsideView } from './insideView.ts';

/** `before`: on the side where lines come in. */
export type TagSide = 'before' | 'above' | 'below';

interface NodeProps {
  readonly paint: Paint;
  readonly view: InsideView;
  readonly placed: PlacedNode;
  readonly scale: number;
  readonly selection: Reference | null;
  /** Room to the left and right of its vector for its letter. */
  readonly room: number;
  /** The band of the gate that it is, whose name is written out; null for what is none. */
  readonly band: Rect | null;
  /** Height of the free corner of that band. */
  readonly corner: number;
  /** Where its bias stands. */
  readonly tag: TagSide;
  /** Whether there is room for letters. */
  readonly hasLetters: boolean;
}

export function Node({ paint, view, placed, scale, selection, room, band, corner, tag, hasLetters }: NodeProps) {
  const { scene, t } = view;
  const { network, moment } = scene;
  const { node, glyph, isBox, vector } = placed;
  const { instruction, parameters, at } = node;
  const { program } = network;
  const symbol = program.slots[instruction.out]?.symbol ?? '';
  const isThere = scene.read({ symbol, t, unit: 1 }) !== null;
  const isCollecting = view.isNow && moment?.kind === 'tile' && parameters.some((each) => program.parameters[each]?.symbol === moment.parameter);
  const isPassing = view.isNow && view.isBackward && instruction.args.some((arg, k) => arg.kind === 'slot' && isBroughtNow(view, at, k));
  const isNow = view.isMaking(instruction.out) || isCollecting || isPassing;
  const isBack = view.isBackward && scene.read({ symbol: `d${symbol}`, t, unit: 1 }) !== null;
  const names = parameters.map((each) => unmarked(plainText(network, { symbol: program.parameters[each]?.symbol ?? '' })).bare.replace(/^\S+ (?=\S)/, ''));
  const { sign, isWord, slope } = glyphOf(instruction.operation);
  const [x, y] = [centre(glyph), middle(glyph)];
  const title = instruction.words.split(':')[0] ?? '';
  return (
    <g className={`inside-node ${isNow ? 'is-now' : isThere ? 'is-done' : 'is-future'} ${isBox ? 'is-product' : ''}`} data-operation={instruction.operation} data-makes={symbol}>
      <title>{instruction.words}</title>
      <rect className="inside-glyph" {...glyph} rx={isBox ? 4 * scale : glyph.width / 2} />
      {isBox ? (
        hasLetters && <SymbolText plain={names.join(', ')} size={scale < 0.8 ? Math.max(8.5, 11 * scale) : Math.max(9.5, 11 * scale)} className="inside-weight" x={x} y={y + 3.6 * scale} aria-hidden="true" />
      ) : sign === '+' || sign === '⊙' ? (
        <Drawn sign={sign} x={x} y={y} radius={glyph.width / 2} />
      ) : (
        <text className="inside-sign" x={x} y={y} fontSize={(isWord ? (sign.length > 3 ? 8 : 9.4) : 13) * scale} aria-hidden="true">
          {sign}
        </text>
      )}
      {isBox && isBack && hasLetters && (
        <text className="inside-transposed" x={right(glyph) - 2 * scale} y={glyph.y + 7 * scale} fontSize={7.5 * scale} aria-hidden="true">
          ⊤
        </text>
      )}
      {!isBox && names.length > 0 && hasLetters && (
        <Bias plain={names.join(' + ')} side={tag} glyph={glyph} isMirrored={vector.x < glyph.x} scale={scale} />
      )}
      {slope !== null && isBack && hasLetters && <Slope paint={paint} view={view} at={at} sign={slope} unit={selection?.unit} x={vector.x < glyph.x ? glyph.x - 2 : right(glyph) + 2} anchor={vector.x < glyph.x ? 'start' : 'end'} y={bottom(glyph) + 9.5 * scale} size={(scale < 0.8 ? 9.5 : 10.5) * scale} />}
      {!isBox && hasLetters && <Letter placed={placed} title={band ? title : ''} band={band} corner={corner} plain={letterOf(view, instruction)} isMadeUp={isUnnamed(program, instruction)} room={room} scale={scale} isBack={isBack && vector.lanes === 1} />}
    </g>
  );
}

/** The letter of a value, with its time where that is short, and where the state before is the chain's own. */
function letterOf({ scene: { network }, t, step, chain }: InsideView, instruction: Instruction): string {
  const { bare } = unmarked(network.program.slots[instruction.out]?.symbol ?? '');
  const isForeign = step?.previousChain !== chain && isUnnamed(network.program, instruction);
  return plainValue(network, instruction.out, isForeign || /^\p{L}_\p{L}+$/u.test(bare) ? undefined : t);
}

function Bias({ plain, side, glyph, isMirrored, scale }: { readonly plain: string; readonly side: TagSide; readonly glyph: Rect; readonly isMirrored: boolean; readonly scale: number }) {
  const size = scale < 0.8 ? Math.max(8, 9.5 * scale) : Math.max(9.5, 10.5 * scale);
  const [x, y, anchor]: [number, number, 'start' | 'middle' | 'end'] = side === 'before' ? [isMirrored ? right(glyph) + 3 * scale : glyph.x - 3 * scale, middle(glyph) + size * 0.3, isMirrored ? 'start' : 'end'] : [centre(glyph), side === 'above' ? glyph.y - 4 * scale : bottom(glyph) + size, 'middle'];
  return <SymbolText plain={plain} size={size} className="inside-bias" x={x} y={y} textAnchor={anchor} aria-hidden="true" />;
}

/** Whether the operation just done brought a gradient back over this use. */
function isBroughtNow(view: InsideView, at: number, k: number): boolean {
  const { moment, network } = view.scene;
  const arg = network.program.instructions[at]?.args[k];
  if (arg?.kind !== 'slot' || !moment) return false;
  const value = view.valueOf(arg.index, arg.time);
  return moment.slot === arg.index && moment.madeAt === value.t && moment.kind !== 'meet' && (moment.kind === 'pass') === (arg.time === 'previous');
}

function Drawn({ sign, x, y, radius }: { readonly sign: string; readonly x: number; readonly y: number; readonly radius: number }) {
  const r = radius * 0.5;
  if (sign === '+') return <path className="inside-plus" d={`M${x - r},${y}H${x + r}M${x},${y - r}V${y + r}`} />;
  return <circle className="inside-dot" cx={x} cy={y} r={radius * 0.2} />;
}

interface SlopeProps {
  readonly paint: Paint;
  readonly view: InsideView;
  readonly at: number;
  /** How the derivative is written. */
  readonly sign: string;
  readonly unit: number | undefined;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'end';
  readonly size: number;
}

/** φ′ of the unit that is selected, or of the only one; else its name alone. */
function Slope({ paint, view, at, sign, unit, x, y, anchor, size }: SlopeProps) {
  const slopes = view.scene.numbers.useSlopes(at, 0, view.t);
  if (!slopes) return null;
  const chosen = slopes.length === 1 ? 1 : unit;
  const number = chosen === undefined ? undefined : slopes[chosen - 1];
  const isWritten = number !== undefined && !sign.startsWith('(');
  return (
    <text className="inside-slope" x={x} y={y} textAnchor={anchor} fontSize={size} data-slope={[...slopes].join(' ')}>
      {isWritten ? `${sign} ${formatShort(number, paint.digits)}` : `×${sign}`}
    </text>
  );
}

interface LetterProps {
  readonly placed: PlacedNode;
  /** Of a gate: its name in words, and its band. */
  readonly title: string;
  readonly band: Rect | null;
  /** Height of the free corner of the band. */
  readonly corner: number;
  readonly plain: string;
  readonly isMadeUp: boolean;
  readonly room: number;
  readonly scale: number;
  readonly isBack: boolean;
}

/** What stands in the vector: its letter; of a gate its name, beside it where there is room, else in the corner of its band. */
function Letter({ placed, title, band, corner, plain, isMadeUp, room, scale, isBack }: LetterProps) {
  const { vector } = placed;
  const size = (isMadeUp ? 10.5 : 12) * Math.max(scale, scale < 0.8 ? 0.8 : 0.92);
  const written = isBack ? `∂L/∂${plain}` : plain;
  const length = written.replace(/[_·]/g, '').length * size * 0.5;
  if (isMadeUp && length > vector.width + room) return null;
  const y = vector.y - 5 * scale;
  const small = 10.5 * Math.max(scale, 0.8);
  const isBeside = length + 8 + title.length * small * 0.54 < vector.width + 12 * scale;
  const isNamed = title !== '' && (isBeside || corner >= small + 2);
  const name = isBeside || !band ? { x: vector.x + length + 8 * scale, y } : { x: band.x + 7 * scale, y: band.y + small };
  return (
    <g aria-hidden="true">
      <SymbolText plain={written} size={size} className={`inside-letter ${isBack ? 'is-gradient' : ''}`} x={isNamed && isBeside ? vector.x + length / 2 + 1 : centre(vector)} y={y} />
      {isNamed && (
        <text className="inside-title" x={name.x} y={name.y} fontSize={small}>
          {title}
        </text>
      )}
    </g>
  );
}
