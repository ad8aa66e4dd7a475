// What the page draws at one place of the clock: its numbers and its edges, read at once, and held against the engine's.
import { expect, type Page } from '@playwright/test';
import { parseSymbol } from '../../src/engine/symbols/symbols.ts';
import { norm } from '../../src/engine/math/linear.ts';
import { agrees, referenceOf, type Computed, type Drawn } from './support.ts';

/** An edge with the gradient that has come back over it; without one where none has. */
export interface DrawnEdge {
  readonly id: string;
  /** Whether it is a line of the opened cell. */
  readonly isInside: boolean;
  readonly t: number;
  readonly gradient: string;
  /** Time step of the gradient, of a line of the opened cell. */
  readonly gradientT: number;
  readonly norm: number | null;
}

export interface DrawnPlace {
  readonly values: readonly Drawn[];
  readonly edges: readonly DrawnEdge[];
  /** Symbols of the parameters that are drawn as a picture, entry by entry, since their numbers would not fit. */
  readonly matrices: readonly string[];
}

/** Waits until the page draws this playhead, and reads all that it draws. */
export async function placeOf(page: Page, playhead: number): Promise<DrawnPlace> {
  const raw = await page.evaluate(async (wanted) => {
    const isThere = (): boolean => document.querySelector(`[data-playhead="${wanted}"]`) !== null;
    const end = performance.now() + 15_000;
    while (!isThere() && performance.now() < end) await new Promise((resolve) => requestAnimationFrame(resolve));
    if (!isThere()) throw new Error(`The page has not come to operation ${wanted}; it is at ${document.querySelector('[data-playhead]')?.getAttribute('data-playhead')}.`);
    const all = (selector: string): Element[] => [...document.querySelectorAll(selector)];
    const read = (each: Element, name: string): string | null => each.getAttribute(`data-${name}`);
    return {
      values: all('[data-symbol][data-value]').map((each) => ({ symbol: read(each, 'symbol'), t: read(each, 't'), unit: read(each, 'unit'), value: read(each, 'value') })),
      edges: all('[data-edge]').map((each) => ({ id: read(each, 'edge'), t: read(each, 't'), gradient: read(each, 'gradient'), gradientT: read(each, 'gradient-t'), norm: read(each, 'norm'), isInside: each.classList.contains('inside-edge') })),
      matrices: all('[data-matrix]').map((each) => read(each, 'matrix') ?? ''),
    };
  }, playhead);
  return {
    values: raw.values.map(referenceOf),
    edges: raw.edges.map(({ id, t, gradient, gradientT, norm: length, isInside }) => ({ id: id ?? '', isInside, t: Number(t), gradientT: Number(gradientT), gradient: gradient ?? '', norm: length === null ? null : Number(length) })),
    matrices: raw.matrices,
  };
}

/** A whole vector of the engine's, by its symbol: as many numbers as its slot has. */
export function vectorOf({ numbers }: Computed, symbol: string, t: number): Float64Array {
  const { network } = numbers.trace;
  const size = network.program.slots[parseSymbol(network, symbol).index]?.size ?? 0;
  return Float64Array.from({ length: size }, (_, k) => numbers.value({ symbol, t, unit: k + 1 }));
}

export const lengthOf = (computed: Computed, symbol: string, t: number): number => norm(vectorOf(computed, symbol, t));

/** The playhead at which a gradient has come back. That of an input is no operation: it is there with all those that it comes through. */
function backAt({ numbers, clock }: Computed, gradient: string, t: number): number {
  const { network } = numbers.trace;
  const { slots, instructions } = network.program;
  const { kind, index } = parseSymbol(network, gradient);
  if (kind !== 'gradient' || slots[index]?.stage !== 'given') return clock.madeAt(gradient, t);
  const users = instructions.filter(({ args }) => args.some((arg) => arg.kind === 'slot' && arg.index === index));
  return Math.max(...users.map(({ out }) => clock.madeAt(`d${slots[out]?.symbol ?? ''}`, t)));
}

/** By what was computed: the numbers that were found true. On the way on they stay true and in time, so each is looked at once. */
const seen = new WeakMap<Computed, Set<string>>();

function notSeenBefore(values: readonly Drawn[], computed: Computed): Drawn[] {
  const known = seen.get(computed) ?? new Set<string>();
  seen.set(computed, known);
  return values.filter(({ symbol, t, unit, column, value }) => {
    const key = `${symbol} ${t} ${unit} ${column} ${value}`;
    return !known.has(key) && known.add(key);
  });
}

/** Every number is the engine's, the length of every gradient over an edge too, and nothing is there before its time; for places that follow each other. */
export function expectTruePlace({ values, edges }: DrawnPlace, computed: Computed, playhead: number): void {
  const { numbers, clock } = computed;
  const fresh = notSeenBefore(values, computed);
  const wrong = fresh.filter(({ value, ...reference }) => !agrees(value, numbers.value(reference)));
  expect(wrong.slice(0, 3).map((each) => ({ ...each, engine: numbers.value(each), playhead }))).toEqual([]);
  const early = fresh.filter(({ symbol, t }) => clock.madeAt(symbol, t) > playhead);
  expect(early.slice(0, 3), `shown before its time at ${playhead}`).toEqual([]);
  const roads = edges.filter((edge) => edge.norm !== null && !edge.isInside);
  const wrongRoads = roads.filter((edge) => !agrees(edge.norm ?? NaN, lengthOf(computed, edge.gradient, edge.t)));
  expect(wrongRoads.slice(0, 3).map((each) => ({ ...each, engine: lengthOf(computed, each.gradient, each.t), playhead }))).toEqual([]);
  const earlyRoads = roads.filter(({ gradient, t }) => backAt(computed, gradient, t) > playhead);
  expect(earlyRoads.slice(0, 3), `come back before its time at ${playhead}`).toEqual([]);
}

/** One number of the page for each unit of a value, whatever else stands there. */
export function expectAllUnits({ values }: DrawnPlace, { numbers }: Computed, symbol: string, t: number): void {
  const { network } = numbers.trace;
  const size = network.program.slots[parseSymbol(network, symbol).index]?.size ?? 0;
  const units = new Set(values.filter((each) => each.symbol === symbol && each.t === t).map(({ unit }) => unit ?? 1));
  expect([...units].sort((a, b) => a - b), `${symbol} at ${t}`).toEqual(Array.from({ length: size }, (_, k) => k + 1));
}

/** The gradient that came back over an edge of the score is there. */
export function expectEdge({ edges }: DrawnPlace, gradient: string, t: number): void {
  const found = edges.filter((edge) => !edge.isInside && edge.gradient === gradient && edge.t === t && edge.norm !== null);
  expect(found.length, `an edge for ${gradient} at ${t}`).toBeGreaterThan(0);
}
