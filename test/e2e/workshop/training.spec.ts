// The training room in a real browser: the review network learns all three reviews, is paused, rewound and branched, and is there again after a reload.
import { expect, test, type Page } from '@playwright/test';
import { violations } from '../axe.ts';

async function openRoom(page: Page, settings = '', errors: string[] = []): Promise<void> {
  page.on('pageerror', ({ message }) => errors.push(message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.goto(`./?test#section=workshop&workshop=page.room:training${settings}`);
  await expect(page.getByRole('heading', { name: 'How does a network learn, epoch by epoch?' })).toBeVisible();
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });
const progress = (page: Page) => page.locator('.training-progress');
/** What the table says of each row: right or wrong. */
const marks = (page: Page): Promise<string[]> => page.locator('.training-table tbody [role="img"]').evaluateAll((all) => all.map((each) => each.getAttribute('aria-label') ?? ''));
/** What it answers to a sentence, the likelier first. */
async function ask(page: Page, sentence: string): Promise<string> {
  await page.getByRole('textbox', { name: 'A sentence of your own' }).fill(sentence);
  const shares = page.locator('.training-shares li');
  await expect(shares).toHaveCount(2);
  await page.waitForTimeout(600);
  const all = await shares.evaluateAll((items) => items.map((item) => ({ name: item.querySelector('span')?.textContent ?? '', share: Number(item.querySelector('meter')?.value) })));
  return all.toSorted((a, b) => b.share - a.share)[0]?.name ?? '';
}

test('the review network learns all three reviews within seconds, is paused, rewound, branched, and all of it is there again after a reload', async ({ page }) => {
  const errors: string[] = [];
  await openRoom(page, ';training.epochs:400;training.pace:quick', errors);
  // Before training it is there already, with fresh weights.
  await expect(page.locator('.score-view')).toBeVisible();
  await button(page, 'Start training').click();
  await expect(progress(page)).toContainText('Training');
  await expect(progress(page)).toContainText('rows a second');
  await button(page, 'Pause').click();
  await expect(progress(page)).toContainText('Paused');
  // What was under way when the button was pressed may still come; then it stands still.
  await page.waitForTimeout(1000);
  const paused = await progress(page).innerText();
  await page.waitForTimeout(1000);
  expect(await progress(page).innerText()).toBe(paused);

  // As fast as it goes: done within seconds, with right answers on all three.
  await page.getByLabel('Pace').selectOption('fast');
  await button(page, 'Go on').click();
  await expect(progress(page)).toContainText('Done', { timeout: 10_000 });
  await expect.poll(() => marks(page)).toEqual(['right', 'right', 'right']);
  expect(await ask(page, 'movie was good')).toBe('positive');
  expect(await ask(page, 'movie was bad')).toBe('not positive');
  expect(await ask(page, 'movie was not good')).toBe('not positive');
  await button(page, 'Clear the field').click();

  // Back in time, to before the first update: it does not know yet.
  const slider = page.getByRole('slider', { name: 'Back in time, by epochs' });
  await slider.focus();
  await page.keyboard.press('Home');
  await expect(progress(page)).toContainText('At epoch 0');
  await expect.poll(() => marks(page)).toContain('wrong');
  // Of a long run every fourth epoch is kept.
  for (let k = 0; k < 3; k++) await page.keyboard.press('ArrowRight');
  await expect(slider).toHaveAttribute('aria-valuetext', 'epoch 12');

  // A branch from there with another learning rate.
  await page.getByRole('textbox', { name: 'η', exact: true }).fill('0.05');
  await page.keyboard.press('Enter');
  await expect(page.locator('.training-next')).toContainText('η = 0.05');
  await button(page, 'Branch from epoch 12 with these settings').click();
  await expect(page.locator('.training-line')).toHaveCount(2);
  await expect(progress(page)).toContainText('Done', { timeout: 10_000 });
  await expect(page.locator('.training-line').first()).toContainText('at epoch 12');
  await button(page, /^Overlay the curves of “.*0\.01”/).click();

  // A name of one's own, and a new page.
  await page.locator('.training-line').first().getByRole('button', { name: /^Rename/ }).click();
  await page.keyboard.type('steeper');
  await page.keyboard.press('Enter');
  await expect(page.locator('.training-line').first()).toContainText('steeper');
  await page.waitForTimeout(1500);
  await page.reload();
  await expect(page.locator('.training-line')).toHaveCount(2);
  await expect(page.locator('.training-line').first()).toContainText('steeper');
  await expect(page.locator('.training-line').first()).toContainText('400 epochs');
  await expect.poll(() => marks(page)).toEqual(['right', 'right', 'right']);
  await slider.focus();
  await page.keyboard.press('Home');
  await expect(progress(page)).toContainText('At epoch 12');
  expect(errors).toEqual([]);
});

test('operation by operation it walks through a row, and then learns from it; by hand it goes row by row', async ({ page }) => {
  await openRoom(page, ';training.optimiser:sgd;training.pace:operation');
  await button(page, 'row').click();
  await expect(progress(page)).toContainText('1 row of the next one');
  await button(page, 'epoch').click();
  await expect(progress(page)).toContainText('epoch 1 of 60');
  await button(page, 'Go on').click();
  const place = page.getByRole('slider', { name: 'Place in this row' });
  await expect.poll(async () => Number(await place.inputValue()), { intervals: [100] }).toBeGreaterThan(3);
  await page.getByLabel('Speed of playing').selectOption('8');
  await expect(progress(page)).toContainText('loss', { timeout: 30_000 });
  await button(page, 'Pause').click();
  await expect(button(page, 'Go on')).toBeVisible();
});

test('axe finds nothing on a screen and on a phone, before and after a training; a run is saved as a file, deleted, and comes back from it', async ({ page }) => {
  await openRoom(page);
  for (const isTrained of [false, true]) {
    if (isTrained) {
      await page.setViewportSize({ width: 1440, height: 900 });
      await button(page, 'Start training').click();
      await expect(progress(page)).toContainText('Done', { timeout: 10_000 });
      await expect(page.locator('.training-table')).toBeVisible();
    }
    for (const [width, height] of [[1440, 900], [390, 844]] as const) {
      await page.setViewportSize({ width, height });
      await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
      expect(await violations(page)).toEqual([]);
    }
  }
  // Taken away as a file, deleted, and taken in again.
  const download = page.waitForEvent('download');
  await button(page, /^File of/).click();
  const file = await (await download).path();
  await button(page, /^Delete “/).click();
  expect(await violations(page)).toEqual([]);
  await button(page, 'Delete it').click();
  await expect(page.locator('.training-line')).toHaveCount(0);
  await page.locator('.training-runs input[type="file"]').setInputFiles(file);
  await expect(page.locator('.training-line')).toHaveCount(1);
  await expect(progress(page)).toContainText('epoch 60 of 60');
});
