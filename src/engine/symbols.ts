// The symbols of a network: what each stands for, its role (colour), how it is written. docs/notation.md lists them.
import type { Notation } from './equation/notation.ts';
import { atom } from './equation/notation.ts';
import { operationOf, type OperationId } from './equation/operations.ts';
import type { Instruction } from './equation/program.ts';
import type { Network } from './network.ts';
import { parameterOf, slotOf } from './network.ts';
import { unitText, type Reference } from './reference.ts';

export type Role = 'input' | 'state' | 'output' | 'gradient' | 'neutral';

/**
 * - `value`: a value of a step. `parameter`: a weight or bias. `gradient`: ∂L/∂ of a value.
 * - `arrival`: the part of a gradient that comes one way. `parameter gradient`: ∂L/∂ of a parameter; with a time, that
 *   step's term of it. `running total`: the terms from the last step down to this one. `new`: a parameter after the update. `norm`: the
 * length ‖∂L/∂h_t‖ of a state's whole gradient.
 */
export type SymbolKind =
  | 'value' | 'parameter' | 'gradient' | 'arrival' | 'parameter gradient' | 'running total' | 'new' | 'norm' | 'other';

export interface ParsedSymbol {
  readonly kind: SymbolKind;
  /** The slot or parameter that it is about. */
  readonly base: string;
}

/** Takes a symbol apart; `other` for `eta` and names that this network does not have. */
export function parseSymbol(network: Network, symbol: string): ParsedSymbol {
  const { program } = network;
  if (parameterOf(program, symbol)) return { kind: 'parameter', base: symbol };
  if (slotOf(program, symbol)) return { kind: 'value', base: symbol };
  const isNew = symbol.endsWith('_new') && parameterOf(program, symbol.slice(0, -4));
  if (isNew) return { kind: 'new', base: symbol.slice(0, -4) };
  const isRunning = symbol.startsWith('sum_d') && parameterOf(program, symbol.slice(5));
  if (isRunning) return { kind: 'running total', base: symbol.slice(5) };
  const isNorm = symbol.startsWith('norm_d') && slotOf(program, symbol.slice(6))?.isState === true;
  if (isNorm) return { kind: 'norm', base: symbol.slice(6) };
  if (!symbol.startsWith('d')) return { kind: 'other', base: symbol };
  const base = symbol.slice(1);
  if (parameterOf(program, base)) return { kind: 'parameter gradient', base };
  if (slotOf(program, base)) return { kind: 'gradient', base };
  const arrival = /^(.*)_(out|next|here)$/.exec(base);
  if (arrival?.[1] !== undefined && slotOf(program, arrival[1])) return { kind: 'arrival', base: arrival[1] };
  return { kind: 'other', base: symbol };
}

/** Whether a value is an input, or an input's product with a matrix. */
function isInput({ program }: Network, symbol: string): boolean {
  const index = program.slots.findIndex((slot) => slot.symbol === symbol);
  const isRead = (slot: number): boolean => program.chains.some(({ input }) => input === slot);
  const made = program.instructions.find(({ out }) => out === index);
  return isRead(index) || (made?.operation === 'multiply' && made.args.some((arg) => arg.kind === 'slot' && isRead(arg.index)));
}

/** The colour role of a symbol. */
export function roleOf(network: Network, symbol: string): Role {
  const { kind, base } = parseSymbol(network, symbol);
  if (kind === 'parameter' || kind === 'new') {
    const { parameters, instructions } = network.program;
    const index = parameters.findIndex((parameter) => parameter.symbol === base);
    if (parameters[index]?.role === 'input') return 'input';
    const user = instructions.find(({ args }) => args.some((arg) => arg.kind === 'parameter' && arg.index === index));
    return user?.stage === 'cell' ? 'state' : 'output';
  }
  if (kind === 'value') {
    const { stage } = slotOf(network.program, base)!;
    if (isInput(network, base)) return 'input';
    return stage === 'cell' ? 'state' : 'output';
  }
  return kind === 'other' ? 'neutral' : 'gradient';
}

/** How the symbols of a chain are set apart from the other chain's. */
const marks: Readonly<Record<string, (latex: string) => string>> = {
  reverse: (latex) => `\\overleftarrow{${latex}}`,
  encoder: (latex) => `${latex}^{\\mathrm{enc}}`,
  decoder: (latex) => `${latex}^{\\mathrm{dec}}`,
};

/** W_xh → W_{xh}, with its time; a chain's mark is drawn on the letter. */
function letterOf(symbol: string, t?: number): string {
  if (symbol === 'target') return withTime('\\mathrm{target}', t);
  const [name = '', mark = ''] = symbol.split('.');
  const [letter = '', below] = [name.split('_')[0], name.includes('_') ? name.slice(name.indexOf('_') + 1) : undefined];
  const marked = mark === 'reverse' ? (marks['reverse'] as (latex: string) => string)(letter) : letter;
  const whole = withTime(below === undefined ? marked : `${marked}_{${below}}`, t);
  return mark === '' || mark === 'reverse' ? whole : (marks[mark] ?? ((latex: string) => latex))(`{${whole}}`);
}

/** The instruction behind a result without a name of its own (`W_hh·h`, `f⊙c`), which is written as what it is made of. */
function unnamedOf(network: Network, base: string): Instruction | undefined {
  if (/^[\w.]+$/.test(base)) return undefined;
  const { program } = network;
  return program.instructions.find(({ out }) => program.slots[out]?.symbol === base);
}

/** What an instruction is made of, each with its own time step. */
function partsOf(network: Network, { args, chain }: Instruction, t: number | undefined): Reference[] {
  const { program } = network;
  return args.map((arg): Reference => {
    if (arg.kind === 'parameter') return { symbol: program.parameters[arg.index]!.symbol };
    const { symbol } = program.slots[arg.index]!;
    return { symbol, t: t === undefined || arg.time === 'now' ? t : t - (program.chains[chain]?.direction ?? 1) };
  });
}

const withTime = (latex: string, t: number | undefined): string => {
  if (t === undefined) return latex;
  return /_\{/.test(latex) ? `{${latex}}^{(${t})}` : `${latex}_{${t}}`;
};

/** The bare LaTeX of a symbol at a time, without colour or data. */
function latexOf(network: Network, symbol: string, t: number | undefined): string {
  const { kind, base } = parseSymbol(network, symbol);
  const letter = letterOf(base);
  const unnamed = unnamedOf(network, base);
  const partial = (below: string): string => `\\frac{\\partial L}{\\partial ${below}}`;
  switch (kind) {
    case 'value':
      if (!unnamed) return letterOf(base, t);
      return operationOf(unnamed.operation).notation(
        partsOf(network, unnamed, t).map((each) => atom(latexOf(network, each.symbol, each.t))),
      ).latex;
    case 'parameter':
      return letter;
    case 'gradient':
      return partial(latexOf(network, base, t));
    case 'arrival':
      return `${partial(latexOf(network, base, t))}\\Big|_{\\text{${arrivalWords(symbol)}}}`;
    case 'parameter gradient':
      return t === undefined ? partial(letter) : `${partial(letter)}\\Big|_{t=${t}}`;
    case 'running total':
      return `\\sum_{s \\ge ${t ?? 1}} ${partial(letter)}\\Big|_{s}`;
    case 'new':
      return `${letter}^{\\text{new}}`;
    case 'norm':
      return `\\left\\lVert ${partial(latexOf(network, base, t))} \\right\\rVert`;
    case 'other':
      return symbol === 'eta' ? '\\eta' : `\\mathrm{${symbol.replace(/_/g, '\\_')}}`;
  }
}

/** Where an arriving gradient comes from, in words. */
export function arrivalWords(symbol: string): string {
  if (symbol.endsWith('_next')) return 'future';
  return symbol.endsWith('_out') ? 'output' : 'here';
}

/** A symbol as LaTeX, coloured by its role and carrying its reference, so that formula and drawing share one selection. */
export function notationOf(network: Network, reference: Reference): Notation {
  const { symbol, t } = reference;
  const data = t === undefined ? `symbol=${symbol}` : `symbol=${symbol},t=${t}`;
  const latex = latexOf(network, symbol, t);
  return atom(`\\htmlData{${data}}{\\htmlClass{role-${roleOf(network, symbol)}}{${latex}}}`);
}

const subscripts: Readonly<Record<string, string>> = {
  '0': '₀', '1': '₁', '2': '₂', '3': '₃', '4': '₄', '5': '₅', '6': '₆', '7': '₇', '8': '₈', '9': '₉',
};

/** Digits as subscripts: 12 → ₁₂. */
export const subscript = (n: number): string => [...`${n}`].map((digit) => subscripts[digit] ?? digit).join('');

/** How plain text joins what a result without a name is made of. */
const joiners: Readonly<Partial<Record<OperationId, string>>> = { multiply: '·', times: '⊙' };

/** A reference in plain text, for names and tables: `h₃[2]`, `∂L/∂h₃[2]`, `W_hh[1,2]`. */
export function plainText(network: Network, reference: Reference): string {
  const { symbol, t } = reference;
  const { kind, base } = parseSymbol(network, symbol);
  const unit = unitText(reference);
  const brackets = unit === '' ? '' : `[${unit}]`;
  const timed = (letter: string): string => {
    if (t === undefined) return letter;
    const unnamed = unnamedOf(network, letter);
    const sign = unnamed && joiners[unnamed.operation];
    if (unnamed && sign) return partsOf(network, unnamed, t).map((each) => plainText(network, each)).join(sign);
    return letter.length > 2 ? `${letter}(${t})` : `${letter}${subscript(t)}`;
  };
  switch (kind) {
    case 'value':
      return `${timed(base)}${brackets}`;
    case 'parameter':
      return `${base}${brackets}`;
    case 'gradient':
      return `∂L/∂${timed(base)}${brackets}`;
    case 'arrival':
      return `∂L/∂${timed(base)}${brackets} from the ${arrivalWords(symbol)}`;
    case 'parameter gradient':
      return t === undefined ? `∂L/∂${base}${brackets}` : `∂L/∂${base}${brackets} at t = ${t}`;
    case 'running total':
      return `∂L/∂${base}${brackets} so far, down to t = ${t ?? 1}`;
    case 'new':
      return `new ${base}${brackets}`;
    case 'norm':
      return `‖∂L/∂${timed(base)}‖`;
    case 'other':
      return symbol === 'eta' ? 'η' : symbol;
  }
}
