// The room "Generation": letters that go on, with what else could have come and where free running parts; a series; and where there is nothing to say.
import { expect, test } from '@playwright/test';
import { violations } from '../axe.ts';
import { trainedIn } from './trained.ts';

test('a network of letters goes on by itself, by seed and temperature, and is held against the right letters', async ({ page }) => {
  const errors: string[] = [];
  await trainedIn(page, 'data.set:letters;training.cell:gru;training.hiddenSize:24;training.epochs:60;data.share:0', 'Generation', errors);
  const samples = page.getByRole('figure', { name: 'How it goes on' });
  await expect(samples.locator('.tokens-name')).toHaveCount(8);
  const said = async (): Promise<string> => (await samples.locator('.tokens-text').allTextContents()).join('');
  const first = await said();
  await page.getByRole('slider', { name: 'Temperature T' }).fill('0');
  // Cold samples are all alike, as the likeliest is nearly certain; every one begins as the words do.
  await expect.poll(said).toMatch(/^(namaste.{14}){8}$/);
  await page.getByRole('slider', { name: 'Temperature T' }).fill('8');
  await expect.poll(said).toBe(first);

  const reach = page.getByRole('button', { name: /^What was said, token by token/ });
  await reach.focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('heading', { name: /What could come at letter 2/ })).toBeVisible();
  await expect(page.getByText(/They never part: its own letters are the right ones\./).first()).toBeVisible();
  for (const [width, height] of [[1440, 900], [390, 844]] as const) {
    await page.setViewportSize({ width, height });
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
    expect(await violations(page)).toEqual([]);
  }
  expect(errors).toEqual([]);
});

test('a series goes on from where it is no longer given, and the place can be moved', async ({ page }) => {
  const errors: string[] = [];
  await trainedIn(page, 'data.set:sine;training.cell:gru;training.hiddenSize:8;training.epochs:10', 'Generation', errors);
  await expect(page.getByText(/^The first 20 values are given\./)).toBeVisible();
  await page.getByRole('slider', { name: 'Values that are given' }).fill('30');
  await expect(page.getByText(/^The first 30 values are given\./)).toBeVisible();
  await expect(page.getByText(/that were not learned from: 1 step ahead it is off by/)).toBeVisible();
  expect(await violations(page)).toEqual([]);
  expect(errors).toEqual([]);
});

test('a network that gives one answer has nothing to say, and the room offers data sets that have', async ({ page }) => {
  await trainedIn(page, 'data.set:reviews;training.epochs:5', 'Generation');
  await expect(page.getByText('It reads to the end and gives one answer')).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Sine waves' }).click();
  await expect(page.getByRole('button', { name: /^Start/ })).toBeVisible();
  await expect.poll(() => decodeURIComponent(page.url())).toContain('data.set:sine');
});
