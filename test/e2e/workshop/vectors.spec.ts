// The room "Word vectors": learned in the page within seconds, asked, walked example by example; texts of one's own, kind and unkind.
import { expect, test, type Page } from '@playwright/test';
import { violations } from '../axe.ts';

async function open(page: Page, settings = ''): Promise<string[]> {
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.goto(`./?test#section=workshop&workshop=page.room:vectors${settings === '' ? '' : `;${settings}`}`);
  await expect(page.getByText(/^Nothing is learned yet|^There is no word/).first()).toBeVisible();
  return errors;
}

const answers = (page: Page, title: string) => page.locator('.vectors-question').filter({ hasText: title }).locator('.vectors-bar-name');

test('man is to king as woman to queen, learned from the seed within seconds, paused on the way', async ({ page }) => {
  const errors = await open(page);
  await page.getByRole('button', { name: 'Start learning' }).click();
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(page.locator('.vectors-progress')).toContainText('Paused');
  await page.getByRole('button', { name: 'Go on', exact: true }).click();
  await expect(page.locator('.vectors-progress')).toContainText('Done: epoch 150 of 150', { timeout: 60_000 });
  await expect(answers(page, 'An analogy').first()).toHaveText('queen');
  await page.getByRole('combobox', { name: 'Word', exact: true }).fill('monday');
  await expect(answers(page, 'nearest to').first()).toHaveText(/day$/);
  await page.getByRole('combobox', { name: 'Word', exact: true }).fill('zebra');
  await expect(page.getByText('“zebra” is not among the')).toBeVisible();

  // The map is walked by keys: it names what is nearest to the word that they come to.
  const map = page.getByRole('listbox', { name: /learned word vectors/ });
  await map.focus();
  const before = await page.locator('.vectors-near').innerText();
  await page.keyboard.press('ArrowDown');
  if ((await page.locator('.vectors-near').innerText()) === before) await page.keyboard.press('ArrowUp');
  await expect(page.locator('.vectors-near')).not.toHaveText(before);

  // What was learned is there after another room was looked at.
  const rooms = page.locator('.lab-list');
  await rooms.getByRole('button', { name: 'Data' }).click();
  await rooms.getByRole('button', { name: 'Word vectors' }).click();
  await expect(page.locator('.vectors-progress')).toContainText('Done: epoch 150 of 150');
  // A row of numbers is wider than the page: it scrolls in its frame, which is as wide as the figures.
  await page.getByText(/^All numbers of this step/).click();
  const isFramed = (): Promise<boolean> =>
    page.getByRole('region', { name: 'Numbers of the example' }).evaluate((frame) => frame.scrollWidth > frame.clientWidth && frame.getBoundingClientRect().right <= frame.closest('.lab-experiment-figures')!.getBoundingClientRect().right);
  for (const [width, height] of [[1440, 900], [390, 844]] as const) {
    await page.setViewportSize({ width, height });
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
    await expect.poll(isFramed).toBe(true);
    expect(await violations(page)).toEqual([]);
  }
  expect(errors).toEqual([]);
});

test('one example is walked with the arrow keys, with every number, and the next one follows', async ({ page }) => {
  const errors = await open(page, 'vectors.kind:cbow;vectors.dimension:3');
  await page.getByRole('button', { name: 'One epoch' }).click();
  await expect(page.locator('.vectors-progress')).toContainText('Paused: epoch 1 of 150 ·');
  await page.getByRole('button', { name: 'Window', exact: true }).focus();
  for (const name of ['Read', 'Scores', 'Probabilities', 'Loss', 'Gradients', 'Update']) {
    await page.keyboard.press('ArrowRight');
    await expect(page.locator('.vectors-stages [aria-current]')).toHaveText(name);
  }
  await page.getByText(/^All numbers of this step/).click();
  const numbers = page.getByRole('region', { name: 'Numbers of the example' });
  const vector = async (name: RegExp): Promise<number[]> => {
    const row = numbers.getByRole('row', { name }).first();
    return row.locator('td').evaluateAll((cells) => cells.map((cell) => Number(cell.getAttribute('data-value'))));
  };
  // new = old − η · ∂L/∂; of 150 epochs one is done, and η has fallen by so much.
  const rate = 0.05 * (1 - 1 / 150);
  const [old, slope, fresh] = [await vector(/^in\.weight/), await vector(/^∂L\/∂ of it/), await vector(/^new/)];
  expect(fresh).toHaveLength(3);
  fresh.forEach((value, j) => expect(value).toBeCloseTo(old[j]! - rate * slope[j]!, 12));
  expect(fresh).not.toEqual(old);
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'One example' }).click();
  await expect(page.locator('.vectors-progress')).toContainText('Paused: epoch 1 of 150, 1 of');
  expect(errors).toEqual([]);
});

test('a text of one’s own is learned from; one word, no word, and 20,000 words are met with words and no freeze', async ({ page }) => {
  const errors = await open(page, 'vectors.corpus:own');
  await expect(page.getByText('There is no word in the text. Type or paste some sentences')).toBeVisible();
  const field = page.getByRole('textbox', { name: 'Your text' });
  const use = page.getByRole('button', { name: 'Use this text' });
  await field.fill('hello');
  await use.click();
  await expect(page.getByText('“hello” is the only word of the text')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Start learning' })).toBeDisabled();
  await field.fill('the cat drinks milk');
  await use.click();
  await expect(page.getByText('Read as 1 sentence with 4 different words.')).toBeVisible();
  await page.getByRole('button', { name: 'Start learning' }).click();
  await expect(page.locator('.vectors-progress')).toContainText('Done: epoch 150 of 150');
  await expect.poll(() => decodeURIComponent(page.url())).toContain('vectors.own:the+cat+drinks+milk');

  const long = Array.from({ length: 20_000 }, (_, k) => `${['the', 'a', 'my'][k % 3]} word${(k * 7919) % 2500}${k % 11 === 10 ? '.' : ''}`).join(' ');
  await field.fill(long);
  await use.click();
  await expect(page.getByText(/different words/)).toContainText('2,503', { timeout: 30_000 });
  await page.evaluate(() => {
    const own = window as unknown as { longest: number };
    own.longest = 0;
    let last = performance.now();
    const tick = (): void => {
      own.longest = Math.max(own.longest, performance.now() - last);
      last = performance.now();
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });
  await page.getByRole('button', { name: 'Start learning' }).click();
  await expect(page.locator('.vectors-progress')).toContainText('examples a second', { timeout: 30_000 });
  await page.waitForTimeout(2000);
  // On a busy machine a picture takes its time; reading or learning this text on the page's own thread would take many seconds.
  expect(await page.evaluate(() => (window as unknown as { longest: number }).longest)).toBeLessThan(3000);
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page.locator('.vectors-progress')).toContainText('Stopped');
  expect(errors).toEqual([]);
});
