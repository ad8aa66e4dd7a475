// The workshop as a section of the page: each room by its link, the way there and back, settings and undo, by keyboard alone.
import { expect, test, type Page } from '@playwright/test';
import { initialWorkshop } from '../../src/state/workshop/edit.ts';
import { roomIds, type Workshop } from '../../src/state/workshop/workshop.ts';
import { violations } from './axe.ts';
import { documentOf, open } from './support.ts';

const settings = async (page: Page): Promise<Workshop> => (await documentOf(page)).workshop ?? initialWorkshop;

/** Opens the workshop, and waits for a room's heading. Errors of the page are handed to `errors`. */
async function openWorkshop(page: Page, workshop = '', errors: string[] = []): Promise<void> {
  page.on('pageerror', ({ message }) => errors.push(message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.goto(`./?test#section=workshop${workshop === '' ? '' : `&workshop=${workshop}`}`);
  await expect(page.locator('.lab-experiment h2')).toBeVisible();
  await expect(page.locator('.top-bar')).toBeAttached();
}

for (const room of roomIds) {
  test(`${room} opens by its link, without an error, and axe finds nothing on a screen and on a phone, light and dark`, async ({ page }) => {
    const errors: string[] = [];
    await openWorkshop(page, `page.room:${room}`, errors);
    await expect(page.locator('.lab-list [aria-current]')).toHaveCount(1);
    for (const [width, height, colorScheme] of [[1440, 900, 'light'], [390, 844, 'light'], [1280, 720, 'dark'], [768, 1024, 'dark']] as const) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height });
      // Nothing stands out at the side.
      await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
      expect(await violations(page)).toEqual([]);
    }
    expect(errors).toEqual([]);
  });
}

test('what is set stands in the link, and comes back with it', async ({ page }) => {
  await openWorkshop(page, 'training.cell:lstm;training.hiddenSize:12');
  expect((await settings(page)).training).toMatchObject({ cell: 'lstm', hiddenSize: 12 });
  await page.locator('.lab-list').getByRole('button', { name: 'Hidden states' }).click();
  await expect.poll(() => page.url()).toContain('page.room:states');
  await page.reload();
  await expect(page.locator('.lab-list [aria-current]')).toContainText('Hidden states');
  expect((await settings(page)).training).toMatchObject({ cell: 'lstm', hiddenSize: 12 });
});

test('a link that holds nonsense is read as far as it goes, and says what could not be', async ({ page }) => {
  await openWorkshop(page, 'training.hiddenSize:1000;data.set:reviews;colour:red');
  await expect(page.getByText('training.hiddenSize of workshop is “1000”', { exact: false })).toBeVisible();
  await expect(page.getByText('no setting of the workshop is called that', { exact: false })).toBeVisible();
});

test('the score and the laboratory are as they were when one comes back, and the workshop too', async ({ page }) => {
  await open(page, 'text=movie+was+bad');
  const before = (await documentOf(page)).text;
  await page.getByRole('navigation', { name: 'Sections' }).getByRole('button', { name: 'Workshop' }).click();
  await page.locator('.lab-list').getByRole('button', { name: 'Word vectors' }).click();
  await page.getByRole('navigation', { name: 'Sections' }).getByRole('button', { name: 'Score' }).click();
  await expect(page.locator('#score svg.score').first()).toBeVisible();
  expect((await documentOf(page)).text).toBe(before);
  await page.getByRole('navigation', { name: 'Sections' }).getByRole('button', { name: 'Workshop' }).click();
  await expect(page.locator('.lab-list [aria-current]')).toContainText('Word vectors');
});

test('a clicker turns over the rooms, and by Tab alone every control is reached and left again', async ({ page }) => {
  await openWorkshop(page, 'page.room:data');
  await page.keyboard.press('PageDown');
  await expect(page.locator('.lab-list [aria-current]')).toContainText('From text to numbers');
  await page.keyboard.press('PageUp');
  await expect(page.locator('.lab-list [aria-current]')).toContainText('Data');
  for (const room of ['training', 'generation', 'vectors'] as const) {
    await openWorkshop(page, `page.room:${room}`);
    await page.reload();
    await expect(page.locator('.lab-experiment h2')).toBeVisible();
    const stops = new Set<string>();
    // Until the focus has left the page's own, or comes round.
    for (let k = 0; k < 300; k++) {
      await page.keyboard.press('Tab');
      const stop = await page.evaluate(() => {
        const element = document.activeElement;
        if (!element || element === document.body) return null;
        const place = [...document.querySelectorAll('*')].indexOf(element);
        return `${place} ${element.tagName}`;
      });
      if (stop === null || stops.has(stop)) break;
      stops.add(stop);
    }
    expect(stops.size).toBeGreaterThan(15);
    const last = await page.evaluate(() => document.activeElement?.closest('.lab-place') !== null);
    expect(last, `the focus goes round in ${room}`).toBe(false);
  }
});
