// The room "From text to numbers" in a real browser: its stages by switches, words in another order in three networks that learn, and what a fixed width costs.
import { expect, test, type Page } from '@playwright/test';
import { workshopOf } from '../../../src/state/workshop/edit.ts';
import { violations } from '../axe.ts';
import { documentOf } from '../support.ts';

async function openRoom(page: Page, settings: string, errors: string[]): Promise<void> {
  page.on('pageerror', ({ message }) => errors.push(message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.goto(`./?test#section=workshop&workshop=page.room:text${settings}`);
  await expect(page.getByRole('heading', { name: 'What does a network read of a sentence?' })).toBeVisible();
}

async function expectFits(page: Page): Promise<void> {
  for (const [width, height] of [[1440, 900], [390, 844]] as const) {
    await page.setViewportSize({ width, height });
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
    expect(await violations(page)).toEqual([]);
  }
}

const stage = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

test('three texts become love, play, cricket and fun; each stage is switched and shows what it did', async ({ page }) => {
  const errors: string[] = [];
  await openRoom(page, '', errors);
  await expect(stage(page, 'Drop stop words').locator('s')).toHaveText(['i', 'we', 'is']);
  await expect(stage(page, 'Indices').locator('.text-chip')).toHaveText(['love 1', 'play 2', 'love 1', 'play 2', 'cricket 3', 'play 2', 'fun 4']);
  await expect(stage(page, 'Bag of words').locator('.count-grid-lit')).toHaveCount(7);
  await expect(stage(page, 'Padding')).toContainText('3 sequences × 3 time steps × 4 input features');
  await expectFits(page);

  await page.setViewportSize({ width: 1440, height: 900 });
  await page.getByRole('switch', { name: 'Stem', exact: true }).press('Space');
  await expect(stage(page, 'Indices')).toContainText('playing');
  await page.getByRole('switch', { name: 'Padding', exact: true }).press('Space');
  await expect(stage(page, 'Padding')).toContainText('the texts have 2, 3, 2 steps and do not fit into one tensor');
  await page.getByRole('textbox', { name: 'Texts, one a line' }).fill('is we\nwe do love cricket cricket');
  await expect(page.getByText('Text 1: No word is left: "is", "we" are all stop words. Keep stop words to count them.')).toBeVisible();
  await expect(stage(page, 'Bag of words').locator('.count-grid-lit').last()).toHaveAttribute('data-value', '2');
  await page.getByRole('textbox', { name: 'Texts, one a line' }).fill('');
  await expect(page.getByText(/^There is no text\. Write one a line/)).toBeVisible();
  expect(errors).toEqual([]);
});

test('three networks learn the reviews: the bag stays behind, and no order of the words moves its answer', async ({ page }) => {
  const errors: string[] = [];
  await openRoom(page, ';text.part:order', errors);
  await page.getByRole('radio', { name: 'less than half' }).check({ force: true });
  await page.getByRole('button', { name: 'Train all three', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Train all three again' })).toBeVisible({ timeout: 60_000 });
  const numbersOf = (row: string) => page.locator(row).locator('[data-value]').evaluateAll((all) => all.map((each) => Number(each.getAttribute('data-value'))));
  // All, with a negation, and decided by the order alone.
  await expect.poll(async () => (await numbersOf('[data-reader="sequence"]'))[0]).toBeGreaterThanOrEqual(0.97);
  await expect.poll(async () => (await numbersOf('[data-reader="bag"]'))[1]).toBeLessThan(0.75);
  await expect.poll(async () => (await numbersOf('[data-reader="bag"]'))[2]).toBeLessThan(0.5);
  await expect(page.locator('.text-guess')).toContainText(/Yes: it is right on \d+ % of them/);
  await expect(page.locator('[data-line]')).toHaveCount(3);

  const [bagWritten, bagMoved] = await numbersOf('[data-answers="bag"]');
  expect(bagMoved).toBe(bagWritten);
  await expect(page.locator('[data-answers="bag"]')).toContainText('the same to the last digit');
  const [written, moved] = await numbersOf('[data-answers="sequence"]');
  expect([written! < 0.5, moved! > 0.5]).toEqual([true, true]);
  await expect(page.locator('[data-answers="sequence"]')).toContainText('and turns round');

  // By keyboard: "good" goes back to where it was, with the focus.
  await page.getByRole('button', { name: 'As written' }).click();
  await expect(page.locator('[data-answers="sequence"]')).toContainText('the words are as written');
  const word = page.getByRole('button', { name: 'movie', exact: true });
  await word.press('ArrowLeft');
  await expect(word).toBeFocused();
  await word.press('ArrowLeft');
  await expect(page.locator('.text-word')).toHaveText(['not', 'good', 'but', 'movie', 'bad', 'this']);
  await expect.poll(async () => workshopOf(await documentOf(page)).text.order).toBe('0 1 2 5 3 4');
  await page.locator('.text-word').first().dragTo(page.locator('.text-word').last());
  await expect(page.locator('.text-word')).toHaveText(['good', 'but', 'movie', 'bad', 'this', 'not']);
  await page.getByRole('textbox', { name: 'Sentence' }).fill('zyzzyva');
  await expect(page.getByText('Not in the vocabulary of the reviews, and left out: “zyzzyva”.')).toBeVisible();
  await page.getByRole('button', { name: 'Another review' }).click();
  await expect(page.locator('[data-answers="bag"]')).toContainText(/\d\.\d{10}/);
  await expectFits(page);
  expect(errors).toEqual([]);
});

test('a fixed width: a million weights for ten words, and no more for an RNN however long the text is', async ({ page }) => {
  const errors: string[] = [];
  await openRoom(page, ';text.part:width', errors);
  await expect(page.locator('[data-reader="padded"]')).toContainText('10 × 10,000 × 10 = 1,000,000');
  await expect(page.locator('.text-chip[data-what="padding"]')).toHaveCount(2);
  await expectFits(page);
  await page.setViewportSize({ width: 1440, height: 900 });
  const rnn = () => page.locator('[data-bar="sequence"]').getAttribute('data-value');
  expect(await rnn()).toBe('100100');
  await page.getByRole('slider', { name: 'Longest text T' }).press('End');
  await expect(page.locator('[data-bar="padded"]')).toHaveAttribute('data-value', '20000000');
  expect(await rnn()).toBe('100100');
  await page.getByRole('slider', { name: 'Vocabulary V' }).press('End');
  await expect(page.locator('[data-reader="padded"]')).toContainText('Too large to be made here. This network would have 200,000,021 parameters');
  await page.getByRole('button', { name: '10 × 10,000 × 10 again' }).click();
  await expect(page.locator('[data-bar="padded"]')).toHaveAttribute('data-value', '1000000');
  expect(errors).toEqual([]);
});
