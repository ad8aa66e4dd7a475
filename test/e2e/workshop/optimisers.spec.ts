// The room of the optimisers in a real browser: the race of the network that is set, the bowl's numbers beside the engine's, and its ways by keyboard.
import { expect, test, type Page } from '@playwright/test';
import { race } from '../../../src/engine/workshop/race/race.ts';
import { optimiserIds, usualRate } from '../../../src/engine/workshop/race/rates.ts';
import { significant } from '../../../src/view/layout/workshop/optimisers/significant.ts';
import { workshopOf } from '../../../src/state/workshop/edit.ts';
import { violations } from '../axe.ts';
import { documentOf } from '../support.ts';
import { finished } from '../../engine/workshop/race/racing.ts';

async function openRoom(page: Page, settings = '', errors: string[] = []): Promise<void> {
  page.on('pageerror', ({ message }) => errors.push(message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.goto(`./?test#section=workshop&workshop=page.room:optimisers${settings}`);
  await expect(page.getByRole('heading', { name: 'Which way down, and how fast?' })).toBeVisible();
  // The race is over when the weight's numbers are there.
  await expect(page.locator('.race-standing')).not.toContainText('…');
  await expect(page.locator('.slice-shade').first()).toBeAttached();
}

/** Of an optimiser's row, in the order of the table: η, loss, the weight, its rate. */
const rowOf = (page: Page, title: string) => page.locator('.race-standing tbody tr').filter({ has: page.getByRole('radio', { name: title, exact: true }) }).locator('td');

test('six optimisers go down the reviews’ network, each lower than it began; axe finds nothing on a screen and on a phone', async ({ page }) => {
  const errors: string[] = [];
  await openRoom(page, '', errors);
  await expect(page.locator('[data-line]').first()).toBeAttached();
  await expect(page.locator('.slice [data-path]')).toHaveCount(6);
  await page.getByRole('slider', { name: 'After update' }).press('Home');
  await expect(page.locator('.race-standing caption')).toHaveText('After update 0');
  const before = Number(await rowOf(page, 'SGD').nth(1).innerText());
  await page.getByRole('slider', { name: 'After update' }).press('End');
  for (const title of ['SGD', 'Momentum', 'Nesterov momentum', 'Adagrad', 'RMSprop', 'Adam']) expect(Number(await rowOf(page, title).nth(1).innerText())).toBeLessThan(before / 5);
  for (const settings of ['', ';optimisers.plane:weights;optimisers.through:end;optimisers.rate:300', ';optimisers.problem:bowl;optimisers.rate:1.4']) {
    await openRoom(page, settings);
    for (const [width, height] of [[1440, 900], [390, 844]] as const) {
      await page.setViewportSize({ width, height });
      await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
      expect(await violations(page)).toEqual([]);
    }
  }
  expect(errors).toEqual([]);
});

test('the bowl’s numbers are the engine’s at the update in view, and under the pointer', async ({ page }) => {
  await openRoom(page, ';optimisers.problem:bowl;optimisers.updates:50;optimisers.at:20;optimisers.weight:1');
  const { result } = finished(race({ problem: { kind: 'bowl', stretch: 20 }, entries: optimiserIds.map((optimiser) => ({ optimiser, learningRate: usualRate('bowl', optimiser) })), updates: 50, watched: 0 }));
  const expectAt = async (update: number): Promise<void> => {
    await expect(page.locator('.race-standing caption')).toHaveText(`After update ${update}`);
    const losses = await page.locator('.race-standing tbody tr td:nth-of-type(2)').allInnerTexts();
    const weights = await page.locator('.race-standing tbody tr td:nth-of-type(3)').allInnerTexts();
    expect(losses).toEqual(result.lanes.map((lane) => significant(lane.losses[update]!)));
    expect(weights).toEqual(result.lanes.map((lane) => significant(lane.path[2 * update + 1]!)));
  };
  await expectAt(20);
  const reach = page.locator('.race-reach').first();
  const box = (await reach.boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await expectAt(25);
  await page.mouse.down();
  await page.mouse.up();
  await page.mouse.move(5, 5);
  await expectAt(25);
  await expect.poll(async () => workshopOf(await documentOf(page)).optimisers.at).toBe(25);
});

test('by keyboard: another optimiser’s formula, another weight, a read loss, and the race played to its end', async ({ page }) => {
  await openRoom(page, ';optimisers.updates:20');
  await page.getByRole('radio', { name: 'Adagrad', exact: true }).press('Space');
  await expect(page.locator('.race-formula h3')).toContainText('Adagrad: update 20 of W_xh[1,1]');
  await page.getByRole('combobox', { name: 'Follow the weight: matrix' }).selectOption('W_hh');
  const row = page.getByRole('textbox', { name: 'Follow the weight: row' });
  await row.fill('2');
  await row.press('Enter');
  await page.getByRole('textbox', { name: 'Follow the weight: column' }).fill('3');
  await page.getByRole('textbox', { name: 'Follow the weight: column' }).press('Enter');
  await expect(page.locator('.race-formula h3')).toContainText('Adagrad: update 20 of W_hh[2,3]');
  await row.fill('9');
  await row.press('Enter');
  await expect(page.getByRole('alert')).toHaveText('W_hh has 8 rows, so it has no row 9.');
  await row.press('Escape');
  await page.getByRole('slider', { name: 'Read at: across' }).press('ArrowRight');
  await expect(page.locator('.slice-read')).toContainText(/L = \d/);
  await page.getByRole('button', { name: 'To the start' }).press('Enter');
  await expect(page.locator('.race-formula')).toContainText('Nothing has been updated yet');
  await page.getByRole('button', { name: 'Play' }).press('Enter');
  await expect(page.locator('.race-standing caption')).toHaveText('After update 20');
  await expect(page.getByRole('button', { name: 'Play' })).toBeVisible();
});
