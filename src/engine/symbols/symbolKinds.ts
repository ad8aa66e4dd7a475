// The symbols of a network: what kind of thing each is, and its role (colour). docs/notation.md lists them.
import type { Program } from '../equation/program.ts';
import type { Network } from '../network.ts';

export type Role = 'input' | 'state' | 'output' | 'gradient' | 'neutral';

/**
 * - `value`: a value of a step. `parameter`: a weight or bias. `gradient`: ∂L/∂ of a value.
 * - `arrival`: the part of a gradient that comes one way. `parameter gradient`: ∂L/∂ of a parameter; with a time, that
 *   step's term of it. `running total`: the terms from the step computed last back to this one. `new`: a parameter after
 *   the update. `norm`: the length ‖∂L/∂h_t‖ of a state's whole gradient.
 */
export type SymbolKind =
  | 'value' | 'parameter' | 'gradient' | 'arrival' | 'parameter gradient' | 'running total' | 'new' | 'norm' | 'other';

export interface ParsedSymbol {
  readonly kind: SymbolKind;
  /** The slot or parameter that it is about. */
  readonly base: string;
  /** Its position among the slots, or among the parameters; −1 for `other`. */
  readonly index: number;
}

/** What is known of a network's symbols, found out once for each. */
interface Known {
  readonly parameters: ReadonlyMap<string, number>;
  readonly slots: ReadonlyMap<string, number>;
  readonly parsed: Map<string, ParsedSymbol>;
  readonly roles: Map<string, Role>;
}

const known = new WeakMap<Program, Known>();

function knownOf({ program }: Network): Known {
  let found = known.get(program);
  if (!found) {
    const places = (list: readonly { readonly symbol: string }[]) => new Map(list.map(({ symbol }, index) => [symbol, index]));
    found = { parameters: places(program.parameters), slots: places(program.slots), parsed: new Map(), roles: new Map() };
    known.set(program, found);
  }
  return found;
}

/** Takes a symbol apart; `other` for `eta`, `factor`, and names that this network does not have. */
export function parseSymbol(network: Network, symbol: string): ParsedSymbol {
  const { parsed } = knownOf(network);
  let found = parsed.get(symbol);
  if (!found) parsed.set(symbol, (found = takeApart(network, symbol)));
  return found;
}

/** Names that are put together of a slot's or a parameter's: the first group is its symbol. */
const parameterForms: readonly (readonly [SymbolKind, RegExp])[] = [
  ['parameter', /^(.*)$/], ['new', /^(.*)_new$/], ['running total', /^sum_d(.*)$/], ['parameter gradient', /^d(.*)$/],
];
const slotForms: readonly (readonly [SymbolKind, RegExp])[] = [
  ['value', /^(.*)$/], ['norm', /^norm_d(.*)$/], ['gradient', /^d(.*)$/], ['arrival', /^d(.*)_(?:out|next|here)$/],
];

function takeApart(network: Network, symbol: string): ParsedSymbol {
  const { parameters, slots } = knownOf(network);
  for (const [forms, places] of [[parameterForms, parameters], [slotForms, slots]] as const) {
    for (const [kind, form] of forms) {
      const base = form.exec(symbol)?.[1] ?? '';
      const index = places.get(base);
      if (index === undefined || (kind === 'norm' && network.program.slots[index]?.isState !== true)) continue;
      return { kind, base, index };
    }
  }
  return { kind: 'other', base: symbol, index: -1 };
}

/** The chain whose state a factor is about: the first one's is `factor`, another's bears its mark. −1 for other symbols. */
export const chainOfFactor = ({ chains }: Program, symbol: string): number =>
  symbol === 'factor' ? 0 : chains.findIndex(({ mark }) => mark !== '' && symbol === `factor${mark}`);

/** Whether a value is an input, or an input's product with a matrix. */
function isInput({ slots, instructions, chains }: Program, index: number): boolean {
  const isRead = (slot: number): boolean => chains.some(({ input }) => input === slot);
  const made = slots[index]?.stage === 'given' ? undefined : instructions.find(({ out }) => out === index);
  return isRead(index) || (made?.operation === 'multiply' && made.args.some((arg) => arg.kind === 'slot' && isRead(arg.index)));
}

function findRole(network: Network, symbol: string): Role {
  const { kind, index } = parseSymbol(network, symbol);
  const { parameters, slots, instructions } = network.program;
  if (kind === 'parameter' || kind === 'new') {
    if (parameters[index]?.role === 'input') return 'input';
    const user = instructions.find(({ args }) => args.some((arg) => arg.kind === 'parameter' && arg.index === index));
    return user?.stage === 'cell' ? 'state' : 'output';
  }
  if (kind === 'value') {
    if (isInput(network.program, index)) return 'input';
    return slots[index]?.stage === 'cell' ? 'state' : 'output';
  }
  return kind === 'other' ? 'neutral' : 'gradient';
}

/** The colour role of a symbol. */
export function roleOf(network: Network, symbol: string): Role {
  const { roles } = knownOf(network);
  let found = roles.get(symbol);
  if (!found) roles.set(symbol, (found = findRole(network, symbol)));
  return found;
}
