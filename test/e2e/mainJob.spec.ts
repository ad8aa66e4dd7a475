// The main job in a real browser: a sentence is read word by word, the gradient walks back, the weights are updated, and every
// number on the page is the engine's.
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { initialDocument } from '../../src/state/defaults.ts';
import { encode } from '../../src/state/link.ts';
import type { WeightChange } from '../../src/state/document.ts';
import { allHere, compute, documentOf, drawnAt, drawnValues, expectTrueNumbers, open } from './support.ts';

test('a typed sentence is stepped through operation by operation, there and back, with the engine’s numbers', async ({ page }) => {
  await open(page);
  await page.keyboard.press('/');
  await page.keyboard.type('the movie was bad');
  await page.keyboard.press('Enter');
  // "the" is not in the vocabulary: it is named, and can be added.
  await page.getByRole('button', { name: /^Add/ }).first().click();
  await expect.poll(async () => (await documentOf(page)).text).toBe('the movie was bad');
  const document = await documentOf(page, 0);
  expect(document.addedWords).toEqual(['the']);
  const computed = compute(document);
  await page.locator('body').press('Home');
  for (let playhead = 1; playhead <= computed.clock.count; playhead++) {
    await page.locator('body').press('ArrowRight');
    await drawnAt(page, playhead);
    const moment = computed.clock.momentAt(playhead)!;
    const drawn = await expectTrueNumbers(page, computed, playhead);
    if (moment.phase === 'forward' && moment.makes === 'h') {
      const units = drawn.filter(({ symbol, t }) => symbol === 'h' && t === moment.t).map(({ unit }) => unit);
      expect([...new Set(units)].sort((a, b) => (a ?? 0) - (b ?? 0))).toEqual([1, 2, 3, 4]);
    }
    if (moment.kind === 'meet') {
      expect(drawn.filter(({ symbol, t }) => symbol === 'dh' && t === moment.t).length).toBeGreaterThanOrEqual(4);
    }
  }
  expect((await drawnValues(page)).filter(({ symbol }) => symbol === 'W_hh_new').length).toBeGreaterThanOrEqual(16);
});

test('updates by hand make the loss of the same sentence fall, as the engine’s does', async ({ page }) => {
  await open(page, 'trained=0&text=movie+was+not+good&eta=0.3');
  const losses: number[] = [];
  for (let iteration = 0; iteration < 4; iteration++) {
    const computed = compute(await documentOf(page));
    expect(computed.document.changes).toHaveLength(iteration === 0 ? 0 : 1);
    await page.locator('body').press('End');
    await documentOf(page, computed.clock.count);
    const [shown] = (await expectTrueNumbers(page, computed, computed.clock.count)).filter(({ symbol }) => symbol === 'L');
    expect(shown?.value).toBe(computed.loss);
    losses.push(computed.loss);
    await page.getByRole('button', { name: /Same sentence again/ }).click();
    await documentOf(page, 0);
  }
  expect(losses).toEqual([...losses].sort((a, b) => b - a));
  expect(losses[3]).toBeLessThan(losses[0]! * 0.9);
});

interface Golden {
  readonly params: Readonly<Record<string, { readonly data: number[] | number[][] }>>;
  readonly expected: {
    readonly readout: { readonly probs: number[][]; readonly loss: number };
    readonly chains: { readonly forward: { readonly h: number[][]; readonly dL_dh: number[][] } };
    readonly grads: Readonly<Record<string, number[] | number[][]>>;
  };
}

for (const [file, text, label] of [
  ['01-review-1-movie-was-good', 'movie was good', 1],
  ['01-review-2-movie-was-bad', 'movie was bad', 0],
  ['01-review-3-movie-was-not-good', 'movie was not good', 0],
] as const) {
  test(`the page shows PyTorch’s numbers for ${text}`, async ({ page }) => {
    const golden = JSON.parse(readFileSync(new URL(`../golden/${file}.json`, import.meta.url), 'utf8')) as Golden;
    const names = { W_xh: 'weight_ih_l0', W_hh: 'weight_hh_l0', b_ih: 'bias_ih_l0', b_hh: 'bias_hh_l0', W_hy: 'fc.weight', b_y: 'fc.bias' };
    const changes = Object.entries(names).flatMap(([symbol, torch]) =>
      golden.params[torch]!.data.flatMap((row, i): WeightChange[] =>
        [row].flat().map((value, j) => ({ kind: 'set', symbol, unit: i + 1, column: j + 1, value })),
      ),
    );
    const document = { ...initialDocument(), text, label, hiddenSize: 3, biases: 'two', trainedEpochs: 0, changes } as const;
    await open(page, encode(document));
    await page.locator('body').press('End');
    const { clock } = compute(document);
    await documentOf(page, clock.count);
    const drawn = await drawnValues(page);
    const value = (symbol: string, unit: number, column?: number, t?: number): number =>
      drawn.find((each) => each.symbol === symbol && each.unit === unit && each.t === t && each.column === column)?.value ?? NaN;
    const { expected } = golden;
    expected.chains.forward.h.forEach((row, k) => row.forEach((h, i) => expect(value('h', i + 1, undefined, k + 1)).toBeCloseTo(h, 10)));
    expected.chains.forward.dL_dh.forEach((row, k) =>
      row.forEach((dh, i) => expect(value('dh', i + 1, undefined, k + 1)).toBeCloseTo(dh, 10)),
    );
    const T = expected.chains.forward.h.length;
    expect(value('p', 1, undefined, T)).toBeCloseTo(expected.readout.probs[0]![0]!, 10);
    expect(drawn.find(({ symbol }) => symbol === 'L')?.value).toBeCloseTo(expected.readout.loss, 10);
  });
}

test('killing the worker in the middle of a long run loses nothing, and it recovers by itself', async ({ page }) => {
  await open(page, 'length=10000&hidden=64&step=5');
  await page.locator('body').press('/');
  await page.evaluate("window.unrolledTest.crashWorker('error')");
  const document = await documentOf(page, 5);
  expect(document.generatedLength).toBe(10000);
  const computed = compute(document);
  await expect.poll(async () => (await drawnValues(page)).length).toBeGreaterThan(0);
  await page.locator('body').press('End');
  await expectTrueNumbers(page, computed, computed.clock.count);
});

test('a reload and a link restore the very screen', async ({ page, context }) => {
  await open(page);
  for (let k = 0; k < 7; k++) await page.locator('body').press('ArrowRight');
  const before = await documentOf(page, 7);
  const shown = await drawnValues(page);
  await page.reload();
  await allHere(page);
  expect(await documentOf(page, 7)).toEqual(before);
  expect(await drawnValues(page)).toEqual(shown);
  const other = await context.newPage();
  await other.goto(page.url());
  await allHere(other);
  expect(await drawnValues(other)).toEqual(shown);
});
