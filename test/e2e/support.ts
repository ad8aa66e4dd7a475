// What the end-to-end tests share: the page's numbers beside the engine's, run in Node for the very document of the address bar.
import { expect, type Page } from '@playwright/test';
import { Clock } from '../../src/engine/clock/clock.ts';
import { createNetwork } from '../../src/engine/network.ts';
import { Numbers } from '../../src/engine/explain/numbers.ts';
import { parametersOf } from '../../src/engine/recipe/parameters.ts';
import { Pass } from '../../src/engine/run/pass.ts';
import { preparedExample } from '../../src/engine/run/prepared.ts';
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
  const { example } = preparedExample(network, parameters, job);
  const trace = createTrace(network, example);
  const pass = new Pass(trace, parameters);
  pass.startAll(job.recipe.initialStates);
  pass.forward();
  pass.backward();
  return {
    document,
    numbers: new Numbers(trace, parameters, job.learningRate, 0, job.clipping),
    clock: new Clock(network, trace.steps),
    loss: pass.totalLoss(),
  };
}

/** Waits for the first numbers, and for what comes after the first picture. */
export async function allHere(page: Page): Promise<void> {
  await expect(page.locator('[data-ready]')).toBeAttached();
  for (const part of ['.top-bar', '.formula-sheet', '.transport', '.sentence']) await expect(page.locator(part).first()).toBeAttached();
}

/** Opens the app, at a link or at its beginning, and waits for the first numbers. */
export async function open(page: Page, link = ''): Promise<void> {
  await page.goto(`./?test${link === '' ? '' : `#${link}`}`);
  await allHere(page);
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

/** Every value that the page shows now, in drawings, formulas and tables; of a second network none, and in a part of the page those there. */
export async function drawnValues(page: Page, part = ''): Promise<Drawn[]> {
  const marks = '[data-symbol][data-value]';
  const raw = await page.locator(part === '' ? `${marks}:not([data-rival] *)` : `${part} ${marks}`).evaluateAll((elements) =>
    elements.map((element) => {
      const read = (name: string): string | undefined => element.getAttribute(`data-${name}`) ?? undefined;
      return { symbol: read('symbol'), t: read('t'), unit: read('unit'), value: read('value') };
    }),
  );
  return raw.map(referenceOf);
}

interface Attributes {
  readonly symbol?: string | null | undefined;
  readonly t?: string | null | undefined;
  readonly unit?: string | null | undefined;
  readonly value?: string | null | undefined;
}

/** The attributes of a drawn value as a reference with its number. */
export function referenceOf({ symbol, t, unit, value }: Attributes): Drawn {
  const [row, column] = (unit ?? '').split(',').map(Number);
  return { symbol: symbol ?? '', t: t === null || t === undefined ? undefined : Number(t), unit: row === 0 ? undefined : row, column, value: Number(value ?? '') };
}

/**
 * As the numbers of two versions of V8 agree: Math.tanh and Math.exp of Node and of the browser may differ in the last bit,
 * and training carries that on. What does not come from training agrees to the last bit.
 */
export const agrees = (a: number, b: number): boolean => Object.is(a, b) || Math.abs(a - b) <= 1e-11 + 1e-9 * Math.abs(b);

/** Every value on the page is the engine's; nothing is shown before its time. */
export const expectTrueNumbers = (page: Page, computed: Computed, playhead: number): Promise<Drawn[]> => expectTrueNumbersIn(page, '', computed, playhead);

/** The same of a part of the page. */
export async function expectTrueNumbersIn(page: Page, part: string, { numbers, clock }: Computed, playhead: number): Promise<Drawn[]> {
  const drawn = await drawnValues(page, part);
  const wrong = drawn.filter(({ value, ...reference }) => !agrees(value, numbers.value(reference)));
  expect(wrong.slice(0, 3).map((each) => ({ ...each, engine: numbers.value(each) }))).toEqual([]);
  const early = drawn.filter(({ symbol, t }) => clock.madeAt(symbol, t) > playhead);
  expect(early.slice(0, 3)).toEqual([]);
  return drawn;
}
