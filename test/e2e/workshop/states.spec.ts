// The room "Hidden states": a network is trained in the page, then looked into before and after; a guess, a unit by keyboard, a sentence of one's own.
import { expect, test } from '@playwright/test';
import { violations } from '../axe.ts';
import { trainedIn } from './trained.ts';

test('a trained network is looked into: before and after, word by word, by hand and by keyboard', async ({ page }) => {
  const errors: string[] = [];
  await trainedIn(page, 'data.set:reviews;training.epochs:40', 'Hidden states', errors);
  await expect(page.locator('.states-heat')).toHaveCount(2);
  await expect(page.locator('.states-plane')).toHaveCount(2);
  await expect(page.locator('.states-title').filter({ hasText: 'After epoch 40' })).toHaveCount(3);
  // The numbers of the heatmap are those that the curves are drawn from: eight units, three words, twice.
  await expect(page.locator('.matrix-heat text')).toHaveCount(48);

  await page.getByRole('group', { name: /moves the state most/ }).getByRole('button').last().click();
  await expect(page.locator('.states-verdict')).toHaveText(/moves it most, by \d/);

  const reach = page.getByRole('button', { name: /^Numbers of the hidden state/ });
  await reach.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('.states-lit')).toHaveCount(2);
  await expect(reach).toHaveAccessibleName(/Unit 2 after “movie” \(t = 1\): .*; before training it was/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('slider', { name: 'Unit that is lit' })).toHaveAttribute('aria-valuetext', 'unit 2');
  await expect(page.locator('.states-pull')).toHaveCount(2);

  await page.getByRole('textbox', { name: 'A sentence of your own' }).fill('good was zyzzyva');
  await expect(page.getByText('Not in the vocabulary, and left out: “zyzzyva”.')).toBeVisible();
  await expect(page.locator('.states-heat').first().locator('.states-word')).toHaveText(['good', 'was']);
  for (const [width, height] of [[1440, 900], [390, 844]] as const) {
    await page.setViewportSize({ width, height });
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
    expect(await violations(page)).toEqual([]);
  }
  expect(errors).toEqual([]);
});

test('as long as nothing is trained the room says so, and leads to the training', async ({ page }) => {
  await page.goto('./?test#section=workshop&workshop=page.room:states');
  await expect(page.getByText('No network has been trained yet.')).toBeVisible();
  expect(await violations(page)).toEqual([]);
  // Nothing can be changed yet: the ways to a network stand below the words, over the whole width.
  const [head, figures] = await Promise.all(['.lab-experiment-head', '.lab-experiment-figures'].map((each) => page.locator(each).boundingBox()));
  expect(figures).toMatchObject({ x: head!.x, width: head!.width });
  expect(figures!.y).toBeGreaterThan(head!.y + head!.height);
  await page.getByRole('button', { name: 'Go to the training' }).click();
  await expect(page.getByRole('button', { name: 'Start training' })).toBeVisible();
});
