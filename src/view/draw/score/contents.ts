// Which columns of numbers a box shows at the playhead: what stands in its stave; the operation that is worked in it, with its terms and
// signs; on the way back the gradients that meet there. All of it is read off the program.
import { allWays, arrivalSymbol, waysOf } from '../../../engine/clock/ways.ts';
import type { Argument, Instruction } from '../../../engine/equation/program.ts';
import type { Reference } from '../../../engine/reference.ts';
import type { CellStep } from '../../../engine/topology/index.ts';
import type { Stave } from '../../anatomy/anatomy.ts';
import type { Place } from '../../layout/score/types.ts';
import type { Scene } from '../../scene/scene.ts';
import { momentPlace } from './current.ts';

/** A column of numbers, one a unit. */
export interface Content {
  readonly symbol: string;
  /** Left out for a parameter, which has no time. */
  readonly t?: number;
  /** The sign before it. */
  readonly sign: '' | '+' | '⊙' | '=' | '→';
  /** How many numbers it has. */
  readonly rows: number;
  /** Its words where it has no letter of its own. */
  readonly words?: string;
  /** Whether it is only added later: its place is drawn empty until then. */
  readonly isLater?: true;
}

interface BoxContents {
  readonly contents: readonly Content[];
  /** Whether an operation is worked out in it. */
  readonly isWork: boolean;
}

export const entryOf = (content: Pick<Content, 'symbol' | 't'>, unit: number): Reference => ({ symbol: content.symbol, t: content.t, unit });

/** Whether the first number of a column is there at the playhead. */
export const isKnown = (scene: Scene, content: Pick<Content, 'symbol' | 't'>): boolean =>
  scene.read({ symbol: content.symbol, t: content.t, unit: 1, ...(content.t === undefined ? { column: 1 } : {}) }) !== null;

interface BoxQuestion {
  readonly scene: Scene;
  readonly place: Pick<Place, 'axis' | 'row'>;
  readonly stave: Stave;
  /** Whether four columns have room at once. */
  readonly isRoomy: boolean;
  /** Whether boxes have room for gradients. */
  readonly isPaired: boolean;
  /** Whether operations are worked elsewhere, in the opened cell. */
  readonly isElsewhere?: boolean;
}

/** The columns of one box. Those that have another number of rows than the stave are left out. */
export function contentsOf(asked: BoxQuestion): BoxContents {
  const rows = asked.stave.rows[asked.place.axis];
  const work = asked.isElsewhere ? null : workOf(asked)?.filter((each) => each.rows === rows);
  if (work?.some(({ sign, symbol }) => sign !== '' || symbol === asked.scene.moment?.makes)) return { contents: work, isWork: true };
  return { contents: restOf(asked).filter((each) => each.rows === rows), isWork: false };
}

const sizeOf = (scene: Scene, slot: number): number => scene.network.program.slots[slot]?.size ?? 0;
const symbolOf = (scene: Scene, slot: number): string => scene.network.program.slots[slot]?.symbol ?? '';

/** What stands in a box when nothing is worked in it. */
function restOf({ scene, place: { axis, row: t }, stave, isRoomy, isPaired }: BoxQuestion): Content[] {
  if (stave.kind === 'outputs') return answerAt(scene, t, isPaired);
  const slots = stave.slots[axis];
  return slots.flatMap((slot): Content[] => {
    const value: Content = { symbol: symbolOf(scene, slot), t, sign: '', rows: sizeOf(scene, slot) };
    if (!isPaired) return [value];
    const gradient: Content = { ...value, symbol: `d${value.symbol}` };
    if (isKnown(scene, gradient)) return [value, gradient];
    const arrivals = arrivalsAt(scene, slot, t);
    if (arrivals.length > 1) return [...(isRoomy && slots.length === 1 ? [value] : []), ...arrivals];
    return [value, arrivals[0] ?? gradient];
  });
}

const wayWords = { out: 'output', here: 'own step', next: 'future' } as const;

/** The parts of a gradient that have come so far, to be added; none where it has no parts. */
function arrivalsAt(scene: Scene, slot: number, t: number): Content[] {
  const ways = waysOf(scene.network.program);
  if (!ways.meets[slot]) return [];
  const come = allWays
    .map((way): Content => ({ symbol: arrivalSymbol(symbolOf(scene, slot), way), t, sign: '', rows: sizeOf(scene, slot), words: wayWords[way] }))
    .filter((each) => isKnown(scene, each));
  return come.map((each, k) => (k === 0 ? each : { ...each, sign: '+' }));
}

/** The latest that is known of probability, score and product; and ∂L/∂ of the score. */
function answerAt(scene: Scene, t: number, isPaired: boolean): Content[] {
  const { instructions, slots } = scene.network.program;
  const size = sizeOf(scene, scene.anatomy.answer);
  const made = instructions.filter(({ stage, out }) => stage === 'readout' && sizeOf(scene, out) === size).map(({ out }) => symbolOf(scene, out));
  const latest = [...made].reverse().find((symbol) => isKnown(scene, { symbol, t })) ?? symbolOf(scene, scene.anatomy.answer);
  const shown: Content = { symbol: latest, t, sign: '', rows: size };
  const score = slots.find(({ stage, hasGradient, symbol }) => stage === 'readout' && hasGradient && made.includes(symbol) && isScore(scene, symbol));
  return isPaired && score ? [shown, { symbol: `d${score.symbol}`, t, sign: '', rows: size }] : [shown];
}

/** What the loss is taken of. */
function isScore({ network: { program } }: Scene, symbol: string): boolean {
  const loss = program.instructions.find(({ stage }) => stage === 'loss');
  const [first] = loss?.args ?? [];
  return first?.kind === 'slot' && program.slots[first.index]?.symbol === symbol;
}

/** The operation that is worked in this box; null where none is. */
function workOf(asked: BoxQuestion): Content[] | null {
  const { scene, place, stave } = asked;
  const { moment, anatomy } = scene;
  const at = momentPlace(scene);
  if (!moment || !at || at.axis !== place.axis || at.row !== place.row) return null;
  const slot = workedSlot(scene);
  if (slot < 0 || anatomy.staveOf(slot) !== stave.id) return null;
  if (moment.phase === 'forward') return forwardWork(asked, slot);
  return moment.phase === 'backward' ? backwardWork(asked, slot) : null;
}

/** The slot whose box an operation is worked in: what it makes, or what a parameter's term, or what is handed back, is made from. */
export function workedSlot({ moment, network: { program } }: Scene): number {
  if (!moment) return -1;
  if (moment.kind === 'tile') {
    const index = program.parameters.findIndex(({ symbol }) => symbol === moment.parameter);
    return program.instructions.find(({ args }) => args.some((arg) => arg.kind === 'parameter' && arg.index === index))?.out ?? -1;
  }
  if (moment.kind === 'pass') {
    const users = program.instructions.filter(({ chain, args }) => chain === moment.chain && args.some((arg) => arg.kind === 'slot' && arg.time === 'previous' && arg.index === moment.slot));
    return users.length === 1 ? (users[0]?.out ?? -1) : -1;
  }
  return moment.kind === 'arrive' ? -1 : moment.slot;
}

const joiners: Readonly<Partial<Record<Instruction['operation'], '+' | '⊙'>>> = { add: '+', times: '⊙' };

/** The sum or product that a value belongs to, or an activation with its argument. */
function forwardWork({ scene, isRoomy }: BoxQuestion, slot: number): Content[] | null {
  const { instructions } = scene.network.program;
  const made = instructions.find(({ out }) => out === slot);
  if (!made || made.stage === 'loss') return null;
  const result: Content = { symbol: symbolOf(scene, slot), t: scene.moment?.t ?? 0, sign: '', rows: sizeOf(scene, slot) };
  if (made.operation === 'multiply') {
    const user = instructions.find(({ chain, args }) => chain === made.chain && args.some((arg) => arg.kind === 'slot' && arg.index === slot && arg.time === 'now'));
    const sign = user && joiners[user.operation];
    return sign ? termsOf(scene, user, sign).map((term) => (term.t === undefined ? { ...term, isLater: true } : term)) : [result];
  }
  const sign = joiners[made.operation];
  if (!sign) return made.args.length === 1 ? [...termsOf(scene, made, '+'), { ...result, sign: '→' }] : [result];
  const terms = termsOf(scene, made, sign);
  return isRoomy || terms.length < 3 ? [...terms, { ...result, sign: '=' }] : [result];
}

/** The operands of an instruction at the step in view. */
function termsOf(scene: Scene, { args }: Instruction, sign: '+' | '⊙'): Content[] {
  return args.map((arg, k) => ({ ...operand(scene, arg), sign: k === 0 ? '' : sign }));
}

function operand(scene: Scene, arg: Argument): Omit<Content, 'sign'> {
  const { program } = scene.network;
  if (arg.kind === 'parameter') {
    const { symbol = '', rows = 0 } = program.parameters[arg.index] ?? {};
    return { symbol, rows };
  }
  const t = scene.moment?.t ?? 0;
  const rows = sizeOf(scene, arg.index);
  if (arg.time === 'now') return { symbol: symbolOf(scene, arg.index), t, rows };
  const before = stateBefore(scene, arg.index);
  return { symbol: symbolOf(scene, before.slot), t: before.t, rows };
}

/** The state that the step in view goes on from, by the name that it has in its own chain. */
export function stateBefore({ network: { program }, moment, trace }: Scene, slot: number): { slot: number; t: number } {
  const step: CellStep | undefined = trace.steps[moment?.position ?? -1];
  const order = program.chains[step?.chain ?? -1]?.states.indexOf(slot) ?? -1;
  return { slot: program.chains[step?.previousChain ?? -1]?.states[order] ?? slot, t: step?.previousRow ?? 0 };
}

function backwardWork({ scene, stave, place, isRoomy }: BoxQuestion, slot: number): Content[] | null {
  const { moment, network } = scene;
  if (!moment) return null;
  const { t } = moment;
  const ways = waysOf(network.program);
  const gradientOf = (of: number, sign: Content['sign'] = ''): Content => ({ symbol: `d${symbolOf(scene, of)}`, t, sign, rows: sizeOf(scene, of) });
  if (moment.kind === 'meet') {
    const arrivals = arrivalsAt(scene, slot, t);
    return arrivals.length < 2 ? null : isRoomy || arrivals.length < 3 ? [...arrivals, gradientOf(slot, '=')] : null;
  }
  if (moment.chain < 0) return null;
  const [main] = stave.kind === 'state' ? stave.slots[place.axis] : [];
  const own = ways.sameAs[slot] ?? slot;
  const uses = ways.uses[own] ?? [];
  // What it came through, where there is but one way that it came.
  const through = uses.length === 1 ? (ways.sameAs[uses[0]?.instruction.out ?? own] ?? own) : own;
  const isStateItself = own === main;
  const value: Content[] = main === undefined || !isRoomy ? [] : [{ symbol: symbolOf(scene, main), t, sign: '', rows: sizeOf(scene, main) }];
  if (isStateItself) return null;
  if (moment.kind === 'through' && through !== own) return [...value, gradientOf(through), gradientOf(own, '→')];
  const whole: Content[] = main === undefined ? [] : [gradientOf(main)];
  return [...value, ...whole, { ...gradientOf(own), sign: whole.length > 0 ? '→' : '' }];
}
