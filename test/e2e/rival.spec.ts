// Two networks on one clock, in a real browser: opened by a link, stepped together, each with the engine's own numbers; closed again.
import { expect, test, type Page } from '@playwright/test';
import { sameMoment } from '../../src/engine/clock/sameMoment.ts';
import type { UnrolledDocument } from '../../src/state/document.ts';
import { rivalDocument } from '../../src/state/rival.ts';
import { compute, documentOf, drawnAt, expectTrueNumbersIn, open, type Computed } from './support.ts';

const link = 'rival=cell:lstm';
const first = '[data-score="first"]';
const second = '[data-score="second"]';

function both(document: UnrolledDocument): { readonly one: Computed; readonly two: Computed } {
  const other = rivalDocument(document);
  if (!other) throw new Error('The link has no second network.');
  return { one: compute(document), two: compute(other) };
}

const ready = (page: Page): Promise<void> => expect(page.locator(`${second} svg.score [data-symbol]`).first()).toBeAttached();

test('an RNN and an LSTM step through all phases together, and every number of each is its own engine’s', async ({ page }) => {
  test.setTimeout(240_000);
  await open(page, link);
  await ready(page);
  const { one, two } = both(await documentOf(page));
  const ends = one.clock.phases.flatMap(({ from, to }) => [from, Math.round((from + to) / 2), to]);
  for (const playhead of new Set(ends)) {
    await page.goto(`./?test#${link}&step=${playhead}`);
    await drawnAt(page, playhead);
    await ready(page);
    const drawn = await expectTrueNumbersIn(page, first, one, playhead);
    const others = await expectTrueNumbersIn(page, second, two, sameMoment(one.clock, playhead, two.clock));
    expect(Math.min(drawn.length, others.length)).toBeGreaterThan(20);
  }
});

test('steps by word and by phase end at the same place of both', async ({ page }) => {
  await open(page, link);
  await ready(page);
  const { one, two } = both(await documentOf(page));
  let playhead = 0;
  for (const size of ['word', 'word', 'phase', 'phase', 'word', 'phase'] as const) {
    const at = one.clock.step(playhead, size, 1);
    if (size === 'word') await page.keyboard.press('Shift+ArrowRight');
    else await page.goto(`./?test#${link}&step=${at}`);
    await drawnAt(page, at);
    const other = sameMoment(one.clock, at, two.clock);
    expect(other).toBe(two.clock.step(sameMoment(one.clock, playhead, two.clock), size, 1));
    await expectTrueNumbersIn(page, second, two, other);
    playhead = at;
  }
});

test('what both make of the sentence stands in one line, with the very numbers', async ({ page }) => {
  await open(page, link);
  await ready(page);
  const { one, two } = both(await documentOf(page));
  await page.keyboard.press('End');
  const told = page.locator('[data-compared="L"]');
  await expect.poll(async () => Number(await told.getAttribute('data-first'))).toBeCloseTo(one.loss, 12);
  expect(Number(await told.getAttribute('data-second'))).toBeCloseTo(two.loss, 12);
  const norm = page.locator('[data-compared="norm_dh"]');
  expect(Number(await norm.getAttribute('data-first'))).toBeCloseTo(one.numbers.gradientNorm('h', 1), 12);
  expect(Number(await norm.getAttribute('data-second'))).toBeCloseTo(two.numbers.gradientNorm('h', 1), 12);
});

test('the second network has a worker of its own, which ends when it is closed, as often as it is opened', async ({ page }) => {
  await open(page);
  await expect.poll(() => page.workers().length).toBe(1);
  for (let k = 0; k < 3; k++) {
    await page.getByRole('button', { name: 'Compare with a second network' }).click();
    await ready(page);
    expect(page.workers()).toHaveLength(2);
    expect((await documentOf(page)).playhead).toBe(0);
    await page.getByRole('button', { name: 'Close the second network' }).click();
    await expect(page.locator(second)).toHaveCount(0);
    await expect.poll(() => page.workers().length).toBe(1);
  }
});

test('an edited weight of the second network is marked in both, and a sentence typed is read by both', async ({ page }) => {
  await open(page, 'rival=W_hh[1,2]=-1.5');
  await ready(page);
  await expect(page.locator(`${first} [data-symbol="W_hh"][data-unit="1,2"] .rival-corner`)).toHaveAttribute('data-beside', '-1.5');
  await expect(page.locator(`${second} [data-symbol="W_hh"][data-unit="1,2"]`)).toHaveAttribute('data-value', '-1.5');
  await page.getByRole('button', { name: 'movie was bad' }).click();
  await expect(page.locator(`${second} [data-column]`)).toHaveCount(3);
  await expect.poll(async () => (await documentOf(page)).text).toBe('movie was bad');
  const { one, two } = both(await documentOf(page));
  await page.keyboard.press('End');
  await drawnAt(page, one.clock.count);
  await expectTrueNumbersIn(page, first, one, one.clock.count);
  await expectTrueNumbersIn(page, second, two, two.clock.count);
});

test('columns of both stand above each other and scroll together', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await open(page, `text=movie was not good movie was not bad movie was good&${link}`);
  await ready(page);
  const places = (part: string): Promise<number[]> =>
    page.locator(`${part} [data-column]`).evaluateAll((columns) => columns.map((each) => Math.round(each.getBoundingClientRect().x)));
  const scrolled = (part: string): Promise<number> => page.locator(`${part} .score-view`).evaluate((element) => element.scrollLeft);
  for (const leader of [first, second]) {
    await page.locator(`${leader} .score-view`).hover();
    await page.mouse.wheel(leader === first ? 200 : -120, 0);
    await expect.poll(async () => (await scrolled(first)) - (await scrolled(second))).toBe(0);
    expect(await scrolled(first)).toBeGreaterThan(0);
  }
  const columns = (part: string): Promise<(string | null)[]> => page.locator(`${part} [data-column]`).evaluateAll((all) => all.map((each) => each.getAttribute('data-column')));
  expect(await columns(second)).toEqual(await columns(first));
  expect(await places(second)).toHaveLength((await places(first)).length);
});
