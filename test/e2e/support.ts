// What the end-to-end tests share: the page's numbers beside the engine's, run in Node for the very document of the address bar.
import { expect, type Page } from '@playwright/test';
import { Clock } from '../../src/engine/clock/clock.ts';
import { createNetwork } from '../../src/engine/network.ts';
import { Numbers } from '../../src/engine/explain/numbers.ts';
import { parametersOf } from '../../src/engine/recipe/parameters.ts';
import { Pass } from '../../src/engine/run/pass.ts';
import { createTrace } from '../../src/engine/run/trace.ts';
import type { UnrolledDocument } from '../../src/state/document.ts';
import { jobOf } from '../../src/state/job.ts';
import { decode } from '../../src/state/link.ts';

export interface Computed {
  readonly document: UnrolledDocument;
  readonly numbers: Numbers;
  readonly clock: Clock;
  readonly loss: number;
}

/** The engine's numbers of a document, computed here. */
export function compute(document: UnrolledDocument): Computed {
  const { job } = jobOf(document);
  const network = createNetwork(job.model);
  const parameters = parametersOf(network, job.recipe);
  const trace = createTrace(network, job.example);
  const pass = new Pass(trace, parameters);
  if (job.recipe.initialState) pass.start(job.recipe.initialState);
  pass.forward();
  pass.backward();
  return {
    document,
    numbers: new Numbers(trace, parameters, job.learningRate),
    clock: new Clock(network, trace.steps),
    loss: pass.totalLoss(),
  };
}

/** Opens the app, at a link or at its beginning, and waits for the first numbers. */
export async function open(page: Page, link = ''): Promise<void> {
  await page.goto(`./?test${link === '' ? '' : `#${link}`}`);
  await expect(page.locator('[data-ready]')).toBeAttached();
}

/** Waits until the page draws this playhead. */
export async function drawnAt(page: Page, playhead: number): Promise<void> {
  await expect(page.locator(`[data-playhead="${playhead}"]`)).toBeAttached();
}

/** The document that the address bar says, once it has settled at this playhead (or at any). */
export async function documentOf(page: Page, playhead?: number): Promise<UnrolledDocument> {
  let document = decode('').document;
  await expect
    .poll(async () => {
      const read = decode(new URL(page.url()).hash);
      expect(read.problems).toEqual([]);
      document = read.document;
      return playhead === undefined || document.playhead === playhead;
    })
    .toBe(true);
  return document;
}

export interface Drawn {
  readonly symbol: string;
  readonly t: number | undefined;
  readonly unit: number | undefined;
  readonly column: number | undefined;
  readonly value: number;
}

/** Every value that the page shows now, in drawings, formulas and tables. */
export async function drawnValues(page: Page): Promise<Drawn[]> {
  const raw = await page.locator('[data-symbol][data-value]').evaluateAll((elements) =>
    elements.map((element) => {
      const read = (name: string): string | undefined => element.getAttribute(`data-${name}`) ?? undefined;
      return { symbol: read('symbol'), t: read('t'), unit: read('unit'), value: read('value') };
    }),
  );
  return raw.map(({ symbol = '', t, unit, value = '' }) => {
    const [row, column] = (unit ?? '').split(',').map(Number);
    return {
      symbol,
      t: t === undefined ? undefined : Number(t),
      unit: row === 0 ? undefined : row,
      column,
      value: Number(value),
    };
  });
}

/**
 * As the numbers of two versions of V8 agree: Math.tanh and Math.exp of Node and of the browser may differ in the last bit,
 * and training carries that on. What does not come from training agrees to the last bit.
 */
const agrees = (a: number, b: number): boolean => Object.is(a, b) || Math.abs(a - b) <= 1e-11 + 1e-9 * Math.abs(b);

/** Every value on the page is the engine's; nothing is shown before its time. */
export async function expectTrueNumbers(page: Page, { numbers, clock }: Computed, playhead: number): Promise<Drawn[]> {
  const drawn = await drawnValues(page);
  const wrong = drawn.filter(({ value, ...reference }) => !agrees(value, numbers.value(reference)));
  expect(wrong.slice(0, 3).map((each) => ({ ...each, engine: numbers.value(each) }))).toEqual([]);
  const early = drawn.filter(({ symbol, t }) => clock.madeAt(symbol, t) > playhead);
  expect(early.slice(0, 3)).toEqual([]);
  return drawn;
}
