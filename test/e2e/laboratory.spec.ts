// The gradient laboratory as a section of the page: each experiment by its link, a drag and its undo, the way there and back, by keyboard alone.
import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { initialLaboratory } from '../../src/state/laboratory/defaults.ts';
import { experimentIds, type Laboratory } from '../../src/state/laboratory/laboratory.ts';
import { violations } from './axe.ts';
import { documentOf, drawnAt, open } from './support.ts';

const settings = async (page: Page): Promise<Laboratory> => (await documentOf(page)).laboratory ?? initialLaboratory;

/** Opens the laboratory, and waits for an experiment's heading. Errors of the page are handed to `errors`. */
async function openLaboratory(page: Page, lab = '', errors: string[] = []): Promise<void> {
  page.on('pageerror', ({ message }) => errors.push(message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.goto(`./?test#section=gradients${lab === '' ? '' : `&lab=${lab}`}`);
  await expect(page.locator('.lab-experiment h2')).toBeVisible();
  await expect(page.locator('.top-bar')).toBeAttached();
}

for (const experiment of experimentIds) {
  test(`${experiment} opens by its link, without an error, and axe finds nothing on a screen and on a phone`, async ({ page }) => {
    const errors: string[] = [];
    await openLaboratory(page, `experiment:${experiment}`, errors);
    await expect(page.locator('.lab-list [aria-current]')).toHaveCount(1);
    // The figures are there.
    await expect(page.locator('.lab-figure-place svg, .lab-figure-place canvas').first()).toBeVisible();
    for (const [width, height] of [[1440, 900], [390, 844]] as const) {
      await page.setViewportSize({ width, height });
      await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
      expect(await violations(page)).toEqual([]);
    }
    expect(errors).toEqual([]);
  });
}

test('a drag changes the setting while the hand moves, stands in the link, and is one undo', async ({ page }) => {
  await openLaboratory(page);
  const slider = page.getByRole('slider', { name: 'Hidden units H' });
  await slider.scrollIntoViewIfNeeded();
  const box = (await slider.boundingBox())!;
  await page.mouse.move(box.x + box.width * 0.25, box.y + box.height / 2);
  await page.mouse.down();
  const seen = new Set<string>();
  for (const part of [0.4, 0.5, 0.6, 0.7]) {
    await page.mouse.move(box.x + box.width * part, box.y + box.height / 2);
    seen.add((await slider.getAttribute('aria-valuetext')) ?? '');
  }
  await page.mouse.up();
  expect(seen.size).toBe(4);
  await expect.poll(async () => (await settings(page)).hiddenSize).toBeGreaterThan(38);
  await page.getByRole('button', { name: 'Undo change the number of hidden units' }).click();
  await expect.poll(async () => (await documentOf(page)).laboratory).toBeNull();
  await expect(page.getByRole('button', { name: 'Redo change the number of hidden units' })).toBeEnabled();
});

test('the score is as it was when one comes back to it, and the laboratory as well', async ({ page }) => {
  await open(page, 'step=20&hidden=5');
  await drawnAt(page, 20);
  const before = await documentOf(page, 20);
  const values = await page.locator('.score-number').allTextContents();
  await page.getByRole('navigation', { name: 'Sections' }).getByRole('button', { name: /^Gradient/ }).click();
  await expect(page.locator('.lab-experiment h2')).toBeVisible();
  await expect(page).toHaveTitle('Who forgets? · Gradient laboratory · Unrolled');
  // What only changes the score is not there.
  await expect(page.getByRole('button', { name: 'Network', exact: true })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Weights', exact: true })).toHaveCount(0);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('PageDown');
  await expect(page).toHaveTitle('Why it shrinks · Gradient laboratory · Unrolled');
  await page.reload();
  await expect(page).toHaveTitle('Why it shrinks · Gradient laboratory · Unrolled');
  await page.getByRole('button', { name: 'Score' }).click();
  await drawnAt(page, 20);
  // The address follows a moment later.
  await expect.poll(async () => ({ ...(await documentOf(page, 20)), laboratory: null })).toEqual(before);
  await expect.poll(() => page.locator('.score-number').allTextContents()).toEqual(values);
  await page.getByRole('navigation', { name: 'Sections' }).getByRole('button', { name: /^Gradient/ }).click();
  await expect(page).toHaveTitle('Why it shrinks · Gradient laboratory · Unrolled');
});

test('the gradient plot of the score leads there', async ({ page }) => {
  await open(page, 'step=20');
  await page.getByRole('button', { name: 'Gradient plot' }).click();
  await page.getByRole('button', { name: 'Open the gradient laboratory' }).click();
  await expect(page.locator('.lab-experiment h2')).toBeVisible();
});

test('a part of a link that cannot be read is told', async ({ page }) => {
  await openLaboratory(page, 'T:1;hidden:20');
  await expect(page.getByText('In the link, T of lab is “1”, but it has to be a whole number from 2 to 1000, so it stays “30”.')).toBeVisible();
  await expect(page.getByRole('slider', { name: 'Hidden units H' })).toHaveAttribute('aria-valuetext', '20');
});

test('everything can be done by keyboard alone', async ({ page }) => {
  await openLaboratory(page);
  const focused = (): Promise<string> =>
    page.evaluate(() => {
      const element = document.activeElement;
      const label = element instanceof HTMLInputElement ? (element.labels?.[0]?.textContent ?? '') : '';
      return `${element?.localName ?? ''} ${element?.getAttribute('aria-label') ?? (label || (element?.textContent ?? ''))}`;
    });
  const tabTo = async (name: RegExp): Promise<void> => {
    for (let k = 0; k < 80; k++) {
      await page.keyboard.press('Tab');
      if (name.test(await focused())) return;
    }
    throw new Error(`Tab does not come to ${name}; it is at ${await focused()}.`);
  };
  await page.keyboard.press('Tab');
  expect(await focused()).toBe('a Skip to the experiment');
  await page.keyboard.press('Enter');
  await expect(page.locator('#experiment')).toBeFocused();
  await tabTo(/^input largest singular value/);
  for (let k = 0; k < 3; k++) await page.keyboard.press('ArrowRight');
  await expect.poll(async () => (await settings(page)).stretch?.value).toBeGreaterThan(0.96);
  // Keys that come slowly are several entries.
  await expect
    .poll(async () => {
      await page.keyboard.press('Control+z');
      return (await documentOf(page)).laboratory;
    })
    .toBeNull();
  // Round the page, to the list of experiments.
  await tabTo(/^button .*Why it shrinks/);
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await settings(page)).experiment).toBe('factors');
  await tabTo(/^button .*in full screen$/);
});

test('a figure is saved as an SVG that stands alone, and as a PNG', async ({ page }) => {
  await openLaboratory(page);
  await expect(page.locator('.lab-figure-place svg').first()).toBeVisible();
  const [svg] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: /^Save .* as SVG$/ }).first().click()]);
  expect(svg.suggestedFilename()).toMatch(/^[\w-]+\.svg$/);
  const text = readFileSync(await svg.path(), 'utf8');
  expect(text).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/);
  expect(text).not.toMatch(/var\(--|class=|href="(?!#|data:)/);
  const isWellFormed = await page.evaluate((each) => new DOMParser().parseFromString(each, 'image/svg+xml').querySelector('parsererror') === null, text);
  expect(isWellFormed).toBe(true);
  const [png] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: /^Save .* as PNG$/ }).first().click()]);
  const bytes = readFileSync(await png.path());
  expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  const { width = 0 } = (await page.locator('.lab-figure-place').first().boundingBox()) ?? {};
  expect(bytes.readUInt32BE(16)).toBeGreaterThanOrEqual(Math.floor(width) * 2);
});

test('a figure in full screen has the controls at its side by keyboard, its letters grow and shrink with it, and axe finds nothing', async ({ page }) => {
  await openLaboratory(page, 'T:40');
  const figure = page.locator('.lab-figure').first();
  const letters = (): Promise<number> => figure.locator('svg.lab-flow').evaluate((svg) => Number.parseFloat(getComputedStyle(svg).fontSize));
  await expect(figure.locator('svg.lab-flow')).toBeVisible();
  const usual = await letters();
  await page.getByRole('button', { name: /in full screen$/ }).first().press('Enter');
  await expect(figure).toHaveAttribute('data-full', 'true');
  await expect.poll(letters).toBeGreaterThan(usual * 1.3);
  const whole = await letters();
  await figure.getByRole('button', { name: 'Controls' }).press('Enter');
  await expect.poll(letters).toBeLessThan(whole);
  const sigma = figure.getByRole('slider', { name: /largest singular value/ });
  await sigma.focus();
  await page.keyboard.press('End');
  await expect.poll(async () => (await settings(page)).stretch?.value).toBe(3);
  expect(await violations(page)).toEqual([]);
  await figure.getByRole('button', { name: 'Controls' }).press('Enter');
  await expect(sigma).toHaveCount(0);
  await expect.poll(letters).toBe(whole);
  await page.keyboard.press('Escape');
  await expect(figure).not.toHaveAttribute('data-full', 'true');
  await expect.poll(letters).toBe(usual);
});

test('the numbers of the flow plot open as a table, and are saved with every digit', async ({ page }) => {
  await openLaboratory(page, 'T:12;hidden:3');
  await page.getByText('The numbers as a table').click();
  await expect(page.getByRole('table').getByRole('row')).toHaveCount(13);
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save as CSV' }).click()]);
  expect(file.suggestedFilename()).toBe('gradient-flow-state.csv');
  const lines = readFileSync(await file.path(), 'utf8').split('\n');
  expect(lines).toHaveLength(13);
  const exact = await page.locator('.lab-flow-row[data-network="lstm"]').getAttribute('data-value');
  expect(lines.at(-1)?.split(',')[4]).toBe(exact);
  expect(await violations(page)).toEqual([]);
});
