// How the symbols of a network are written, in LaTeX and in plain text. docs/notation.md lists them.
import { atom, bracketed, type Notation } from '../equation/notation.ts';
import { operationOf, type OperationId } from '../equation/operations.ts';
import type { Instruction } from '../equation/program.ts';
import { isUnnamed, letterOf, neighbour, partsOf, plainLetter, unmarked, type StateBefore } from './letters.ts';
import type { Network } from '../network.ts';
import { unitText, type Reference } from '../reference.ts';
import { spell } from './spelling.ts';
import { chainOfFactor, parseSymbol, roleOf, type SymbolKind } from './symbolKinds.ts';

export { parseSymbol, roleOf, type Role, type SymbolKind } from './symbolKinds.ts';

/** The instruction behind a result without a letter of its own, which is written as what it is made of. */
function unnamedOf({ program }: Network, index: number): Instruction | undefined {
  if (program.slots[index]?.stage === 'given') return undefined;
  const made = program.instructions.find(({ out }) => out === index);
  return made && isUnnamed(program, made) ? made : undefined;
}

/** Where an arriving gradient comes from: beside a formula, and in plain text. */
const origins = {
  out: { beside: 'output', words: 'from the output' },
  next: { beside: 'future', words: 'from the future' },
  here: { beside: 'own step', words: 'from its own step' },
} as const;

const originOf = (symbol: string) => origins[symbol.slice(symbol.lastIndexOf('_') + 1) as keyof typeof origins];

/** Which way a parameter's user goes through time; a read-out goes with the chain whose steps it waits for. */
function directionOf({ program }: Network, index: number): 1 | -1 {
  const user = program.instructions.find(({ args }) => args.some((arg) => arg.kind === 'parameter' && arg.index === index));
  const chain = user && user.chain >= 0 ? user.chain : program.reads[program.reads.length - 1];
  return program.chains[chain ?? 0]?.direction ?? 1;
}

/** What a symbol at a time is in LaTeX. */
interface Asked {
  readonly network: Network;
  readonly symbol: string;
  readonly base: string;
  readonly index: number;
  readonly t: number | undefined;
  readonly before: StateBefore;
}

const partial = (below: string): string => `\\frac{\\partial L}{\\partial ${below}}`;

/** ∂L/∂ of a value, in brackets where that is a product or a sum. */
function gradientOf({ network, base, index, t, before }: Asked): string {
  const value = latexOf(network, base, t, before);
  const isLong = value.precedence !== 'atom' && unnamedOf(network, index) !== undefined;
  return partial((isLong ? bracketed(value.latex) : value).latex);
}

const written: Readonly<Record<SymbolKind, (asked: Asked) => Notation>> = {
  value({ network, base, index, t, before }) {
    const made = unnamedOf(network, index);
    if (!made) return letterOf(spell(network, base), t);
    const parts = partsOf(network.program, made, t, before);
    return operationOf(made.operation).notation(parts.map((each) => latexOf(network, each.symbol, each.t, before)));
  },
  parameter: ({ network, base }) => letterOf(spell(network, base)),
  gradient: (asked) => atom(gradientOf(asked)),
  arrival: (asked) => atom(`${gradientOf(asked)}\\Big|_{\\text{${originOf(asked.symbol).beside}}}`),
  'parameter gradient': ({ network, base, t }) => atom(`${partial(letterOf(spell(network, base)).latex)}${t === undefined ? '' : `\\Big|_{t=${t}}`}`),
  'running total': ({ network, base, index, t }) => ({
    latex: `\\sum_{s ${directionOf(network, index) > 0 ? '\\ge' : '\\le'} ${t ?? 1}} ${partial(letterOf(spell(network, base)).latex)}\\Big|_{s}`,
    precedence: 'sum',
  }),
  new: ({ network, base }) => letterOf(spell(network, base), undefined, '\\text{new}'),
  norm: (asked) => atom(`\\left\\lVert ${gradientOf(asked)} \\right\\rVert`),
  other({ network, symbol, t }) {
    if (chainOfFactor(network.program, symbol) >= 0) return letterOf(symbol, t);
    return atom(symbol === 'eta' ? '\\eta' : `\\mathrm{${symbol.replace(/_/g, '\\_')}}`);
  },
};

/** The bare LaTeX of a symbol at a time, without colour or data. */
function latexOf(network: Network, symbol: string, t: number | undefined, before: StateBefore): Notation {
  const { kind, base, index } = parseSymbol(network, symbol);
  return written[kind]({ network, symbol, base, index, t, before });
}

/**
 * A symbol as LaTeX, coloured by its role and carrying its reference, so that formula and drawing share one selection.
 * `before` knows which state a step goes on from; left out, it is the neighbour in the same chain.
 */
export function notationOf(network: Network, { symbol, t }: Reference, before = neighbour(network.program)): Notation {
  const data = t === undefined ? `symbol=${symbol}` : `symbol=${symbol},t=${t}`;
  const { latex, precedence } = latexOf(network, symbol, t, before);
  return { latex: `\\htmlData{${data}}{\\htmlClass{role-${roleOf(network, symbol)}}{${latex}}}`, precedence };
}

/** How plain text writes a result without a name, from its parts. */
const joiners: Readonly<Partial<Record<OperationId, (parts: readonly string[]) => string>>> = {
  multiply: (parts) => parts.join('·'),
  times: (parts) => parts.join('⊙'),
  add: (parts) => parts.join('+'),
  complement: ([part = '']) => `1−${part}`,
};

/** A value in plain text, without its chain, by its position among the slots. */
export function plainValue(network: Network, index: number, t?: number): string {
  const { program } = network;
  const { bare } = unmarked(program.slots[index]?.symbol ?? '');
  const made = unnamedOf(network, index);
  if (!made) return plainLetter(spell(network, bare), t);
  const parts = partsOf(program, made, t, neighbour(program)).map((part): string => {
    const { kind, index: at } = parseSymbol(network, part.symbol);
    if (kind !== 'value') return unmarked(spell(network, part.symbol)).bare;
    const text = plainValue(network, at, part.t);
    return isInBrackets(network, at) ? `(${text})` : text;
  });
  return joiners[made.operation]?.(parts) ?? `${made.operation} ${parts.join(', ')}`;
}

/** Sums and products need brackets within another product; functions do not. */
function isInBrackets(network: Network, index: number): boolean {
  const made = unnamedOf(network, index);
  return made !== undefined && made.operation in joiners;
}

/** What a symbol at a time is in plain text; the chain is told in front of it all. */
interface Said {
  readonly network: Network;
  readonly symbol: string;
  readonly index: number;
  /** The parameter, or the value at its time. */
  readonly name: string;
  /** The same where something stands before it. */
  readonly within: string;
  /** `[2]`, `[1,2]`, or nothing. */
  readonly unit: string;
  readonly t: number | undefined;
}

const said: Readonly<Record<SymbolKind, (each: Said) => string>> = {
  value: ({ name, unit }) => `${name}${unit}`,
  parameter: ({ name, unit }) => `${name}${unit}`,
  gradient: ({ within, unit }) => `∂L/∂${within}${unit}`,
  arrival: ({ symbol, within, unit }) => `∂L/∂${within}${unit} ${originOf(symbol).words}`,
  'parameter gradient': ({ name, unit, t }) => `∂L/∂${name}${unit}${t === undefined ? '' : ` at t = ${t}`}`,
  'running total': ({ network, index, name, unit, t }) =>
    `∂L/∂${name}${unit} so far, ${directionOf(network, index) > 0 ? 'down' : 'up'} to t = ${t ?? 1}`,
  new: ({ name, unit }) => `new ${name}${unit}`,
  norm: ({ within }) => `‖∂L/∂${within}‖`,
  other: ({ name, t }) => `${name}${t === undefined ? '' : ` at t = ${t}`}`,
};

const ofParameters: readonly SymbolKind[] = ['parameter', 'parameter gradient', 'running total', 'new'];

/** A reference in plain text, for names and tables: `h₃[2]`, `∂L/∂h₃[2]`, `W_hh[1,2]`, `decoder h₃`. */
export function plainText(network: Network, reference: Reference): string {
  const { symbol, t } = reference;
  const { kind, base, index } = parseSymbol(network, symbol);
  if (kind === 'other' && chainOfFactor(network.program, symbol) < 0) return symbol === 'eta' ? 'η' : symbol;
  const { bare, chain } = unmarked(base);
  const isParameter = kind === 'other' || ofParameters.includes(kind);
  const name = isParameter ? spell(network, bare) : plainValue(network, index, t);
  const within = !isParameter && isInBrackets(network, index) ? `(${name})` : name;
  const unit = unitText(reference);
  const text = said[kind]({ network, symbol, index, name, within, unit: unit === '' ? '' : `[${unit}]`, t });
  return chain === '' ? text : `${chain} ${text}`;
}
