// What if, in a real browser: numbers are dragged, typed and stepped where they are drawn, words are changed under their columns, and
// every number on the page is the engine's for what was changed.
import { expect, test, type Locator, type Page } from '@playwright/test';
import type { UnrolledDocument } from '../../src/state/document.ts';
import { compute, documentOf, expectTrueNumbers, open } from './support.ts';

/** The score's mark of a number. */
const mark = (page: Page, symbol: string, unit: string, t?: number): Locator =>
  page.locator(`.score [role="button"][data-symbol="${symbol}"][data-unit="${unit}"]${t === undefined ? ':not([data-t])' : `[data-t="${t}"]`}`).first();

async function middleOf(target: Locator): Promise<{ x: number; y: number }> {
  await target.scrollIntoViewIfNeeded();
  const box = await target.boundingBox();
  if (!box) throw new Error('The mark is not drawn.');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Drags by the mouse, in steps of a pixel or so, as a hand does. */
async function drag(page: Page, target: Locator, dx: number, dy: number): Promise<void> {
  const { x, y } = await middleOf(target);
  await page.mouse.move(x, y);
  await page.mouse.down();
  const steps = Math.max(Math.abs(dx), Math.abs(dy)) / 2;
  for (let k = 1; k <= steps; k++) await page.mouse.move(x + (dx * k) / steps, y + (dy * k) / steps);
  await page.mouse.up();
}

/** The document once the address bar has the value that a weight's mark shows: it is written a moment after the hand. */
async function settled(page: Page, symbol: string, unit: string): Promise<UnrolledDocument> {
  await expect
    .poll(async () => {
      const change = (await documentOf(page)).changes.at(-1);
      return change?.kind === 'set' ? change.value : NaN;
    })
    .toBe(Number(await mark(page, symbol, unit).getAttribute('data-value')));
  return await documentOf(page);
}

/** The whole way forwards is done, up to the answer. */
const atTheAnswer = 'step=19';

test('a weight dragged on the folded cell changes every column, and the numbers are the engine’s', async ({ page }) => {
  await open(page, atTheAnswer);
  const before = compute(await documentOf(page, 19));
  await drag(page, mark(page, 'W_hh', '1,2'), 0, -60);
  const document = await settled(page, 'W_hh', '1,2');
  expect(document.changes).toMatchObject([{ kind: 'set', symbol: 'W_hh', unit: 1, column: 2 }]);
  const after = compute(document);
  await expect.poll(async () => Number(await mark(page, 'p', '1', 4).getAttribute('data-value'))).toBeCloseTo(after.numbers.value({ symbol: 'p', t: 4, unit: 1 }), 12);
  await expectTrueNumbers(page, after, 19);
  // The values before stand as ghosts where a state has changed, with all their digits.
  const ghosts = await page.locator('.score [data-symbol="h"][data-t]:has([data-before])').evaluateAll((marks) =>
    marks.map((each) => ({ t: Number(each.getAttribute('data-t')), unit: Number(each.getAttribute('data-unit')), old: Number(each.querySelector('[data-before]')?.getAttribute('data-before')) })),
  );
  expect(new Set(ghosts.map(({ t }) => t))).toEqual(new Set([2, 3, 4]));
  for (const { t, unit, old } of ghosts) expect(old).toBeCloseTo(before.numbers.value({ symbol: 'h', t, unit }), 12);
  // The line tells the loss before and after.
  const told = page.locator('.what-if-line [data-compared="L"]');
  expect(Number(await told.getAttribute('data-from'))).toBeCloseTo(before.loss, 12);
  expect(Number(await told.getAttribute('data-to'))).toBeCloseTo(after.loss, 12);
  await expect(page.locator('.what-if [role="status"]')).toContainText('W_hh[1,2]');
});

test('undo takes one whole drag back, and redo does it again', async ({ page }) => {
  await open(page, atTheAnswer);
  const first = await mark(page, 'h', '1', 4).getAttribute('data-value');
  await drag(page, mark(page, 'W_hh', '1,2'), 0, -30);
  await expect(mark(page, 'h', '1', 4)).not.toHaveAttribute('data-value', first ?? '');
  const second = await mark(page, 'h', '1', 4).getAttribute('data-value');
  await page.keyboard.press('Control+z');
  await expect(mark(page, 'h', '1', 4)).toHaveAttribute('data-value', first ?? '');
  await expect.poll(async () => (await documentOf(page)).changes).toEqual([]);
  await expect(page.locator('[data-before]')).toHaveCount(0);
  await page.keyboard.press('Control+Shift+z');
  await expect(mark(page, 'h', '1', 4)).toHaveAttribute('data-value', second ?? '');
});

test('a number is typed in its place by the keyboard alone', async ({ page }) => {
  await open(page, atTheAnswer);
  await mark(page, 'h', '2', 0).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: /New value of h₀\[2\]/ })).toBeFocused();
  await page.keyboard.type('0.75');
  await page.keyboard.press('Enter');
  await expect(mark(page, 'h', '2', 0)).toHaveAttribute('data-value', '0.75');
  await expect(mark(page, 'h', '2', 0)).toBeFocused();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(mark(page, 'h', '2', 0)).toHaveAttribute('data-value', '0.8');
  await expect.poll(() => decodeURIComponent(page.url())).toContain('0.8');
  const document = await documentOf(page, 19);
  expect(document.changes).toEqual([]);
  await expectTrueNumbers(page, compute(document), 19);
});

test('what is computed says so, and leads to what it is made of', async ({ page }) => {
  await open(page, atTheAnswer);
  await drag(page, mark(page, 'h', '2', 3), 0, -20);
  await expect(page.locator('.what-if-line')).toContainText('h₃[2] is computed. Change what it is made of:');
  await page.locator('.what-if-line').getByRole('button').first().click();
  await expect(page.locator('.score .is-lit').first()).toBeAttached();
  expect((await documentOf(page)).changes).toEqual([]);
});

const word = (page: Page, index: number, axis = 0): Locator => page.locator(`[data-word="${axis},${index}"]`);

/** The score reads these words, and the address bar has them. */
async function reads(page: Page, text: string): Promise<void> {
  await expect.poll(async () => (await documentOf(page)).text).toBe(text);
  const words = text.split(' ');
  await expect(page.locator('[data-word]')).toHaveCount(words.length);
  for (const [k, each] of words.entries()) await expect(word(page, k + 1)).toContainText(each);
}

test('words are replaced, put in, taken out and moved under their columns', async ({ page }) => {
  await open(page, atTheAnswer);
  await word(page, 4).click();
  const menu = page.getByRole('dialog', { name: '“good” at t = 4' });
  await menu.getByRole('button', { name: 'bad', exact: true }).click();
  await reads(page, 'movie was not bad');
  await expect(page.locator('.what-if-line')).toContainText('“good” → “bad”');

  await word(page, 4).click();
  await page.getByRole('radio', { name: 'Before' }).check();
  await page.getByRole('searchbox').fill('ver');
  await page.getByRole('button', { name: 'Add “ver” to the vocabulary' }).waitFor();
  await page.getByRole('searchbox').fill('very');
  await page.keyboard.press('Enter');
  await reads(page, 'movie was not very bad');
  expect((await documentOf(page)).addedWords).toEqual(['very']);

  await word(page, 3).focus();
  await page.keyboard.press('Delete');
  await reads(page, 'movie was very bad');

  await word(page, 4).focus();
  await page.keyboard.press('Alt+ArrowLeft');
  await reads(page, 'movie was bad very');
  await expect(word(page, 3)).toBeFocused();

  // Carried by the mouse to the beginning.
  const [from, to] = [await middleOf(word(page, 3)), await middleOf(word(page, 1))];
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x - 20, from.y, { steps: 4 });
  await page.mouse.move(to.x - 4, to.y, { steps: 10 });
  await expect(page.locator('.what-if-goal')).toBeVisible();
  await page.mouse.up();
  await reads(page, 'bad movie was very');

  const document = await documentOf(page);
  await expectTrueNumbers(page, compute(document), document.playhead);
  for (const text of ['movie was bad very', 'movie was very bad', 'movie was not very bad', 'movie was not bad', 'movie was not good']) {
    await page.keyboard.press('Control+z');
    await reads(page, text);
  }
});

test('the 1 of a word dragged down its column changes the word', async ({ page }) => {
  await open(page, atTheAnswer);
  const from = await middleOf(mark(page, 'x', '3', 4));
  const to = await middleOf(mark(page, 'x', '4', 4));
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y + 6, { steps: 12 });
  await page.mouse.up();
  await reads(page, 'movie was not bad');
  await expect(mark(page, 'x', '4', 4)).toHaveAttribute('data-value', '1');
  await page.keyboard.press('Control+z');
  await reads(page, 'movie was not good');
});

test('columns glide to where they went, and jump where motion is unwanted', async ({ browser }) => {
  for (const reducedMotion of ['no-preference', 'reduce'] as const) {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion });
    const page = await context.newPage();
    await open(page, atTheAnswer);
    await word(page, 3).focus();
    await page.evaluate(() => {
      const seen: number[] = [];
      const look = (): void => {
        seen.push(document.querySelectorAll('[data-column]').length === 0 ? 0 : document.getAnimations().filter((each) => (each.effect as KeyframeEffect | null)?.target?.matches('[data-column]') === true).length);
        requestAnimationFrame(look);
      };
      look();
      Object.assign(window, { seenAnimations: seen });
    });
    await page.keyboard.press('Alt+ArrowRight');
    await reads(page, 'movie was good not');
    const most = await page.evaluate(() => Math.max(...(window as unknown as { seenAnimations: number[] }).seenAnimations));
    expect(most).toBe(reducedMotion === 'reduce' ? 0 : 2);
    await context.close();
  }
});

test('on a phone a number is chosen first and then pulled by the finger; until then fingers scroll', async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await open(page, atTheAnswer);
  const weight = mark(page, 'W_hh', '1,2');
  const session = await context.newCDPSession(page);
  const pull = async (way: number): Promise<void> => {
    // The strip below has grown when something was chosen, and the score has made room.
    const { x, y } = await middleOf(weight);
    await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
    for (let k = 1; k <= 10; k++) await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [{ x, y: y + (way * k) / 10 }] });
    await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  };
  const first = await weight.getAttribute('data-value');
  await pull(-60);
  await expect(weight).toHaveAttribute('data-value', first ?? '');
  await weight.tap();
  await expect(weight).toHaveClass(/is-lit/);
  await pull(-60);
  await expect(weight).not.toHaveAttribute('data-value', first ?? '');
  await expectTrueNumbers(page, compute(await settled(page, 'W_hh', '1,2')), 19);
  await context.close();
});
