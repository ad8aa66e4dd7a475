// The room of data: its sets and one's own, also wrong files and large ones, kept over a reload.
import { writeFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { documentOf } from '../support.ts';
import { violations } from '../axe.ts';

async function openData(page: Page): Promise<string[]> {
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.goto('./?test#section=workshop&workshop=page.room:data');
  await expect(page.getByRole('heading', { name: 'Rows', exact: true })).toBeVisible();
  return errors;
}

const file = (name: string, text: string | Buffer) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });

test('every set opens with its source, its licence and its rows, and axe finds nothing on a screen and on a phone', async ({ page }) => {
  const errors = await openData(page);
  const sets = page.getByRole('navigation', { name: 'Data sets' }).getByRole('button');
  for (const set of await sets.all()) {
    await set.click();
    const name = (await set.textContent()) ?? '';
    const view = page.getByRole('region', { name, exact: true });
    await expect(view.getByText(/Licence: /)).toBeVisible();
    await expect(view.getByRole('row').nth(1)).toBeVisible();
  }
  expect(await sets.count()).toBeGreaterThan(12);
  await page.getByRole('button', { name: 'Type a table' }).click();
  await page.getByRole('textbox', { name: 'Row 1, text' }).fill('a film');
  await expect(page.getByText('Read as a table of 2 columns')).toBeVisible();
  for (const [width, height] of [[1440, 900], [390, 844]] as const) {
    await page.setViewportSize({ width, height });
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
    expect(await violations(page)).toEqual([]);
  }
  expect(errors).toEqual([]);
});

test('a pasted table is read, taken, trained on, there again after a reload, renamed and deleted', async ({ page }) => {
  const errors = await openData(page);
  await page.getByRole('button', { name: 'Paste text' }).click();
  await page.getByRole('textbox', { name: /Rows, one a line/ }).fill('text;label\nso good;liked\nso bad;hated\nnot good;hated\nnot bad;liked\n;hated');
  await expect(page.getByText(/parted by semicolons/)).toBeVisible();
  await expect(page.getByText('1 row: has no text.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('My films');
  await page.getByRole('button', { name: 'Take these data' }).click();
  await expect(page.getByRole('heading', { name: 'My films' })).toBeVisible();
  await expect(page.getByRole('cell', { name: 'hated', exact: true })).toHaveCount(2);

  await page.getByRole('button', { name: 'Train on this' }).click();
  await expect(page.getByRole('heading', { name: 'How does a network learn, epoch by epoch?' })).toBeVisible();
  await expect(page.getByText(/“My films”: it learns from/)).toBeVisible();

  await page.reload();
  await expect(page.getByText(/“My films”: it learns from/)).toBeVisible();
  await page.getByRole('button', { name: /^Data/ }).click();
  await page.getByRole('button', { name: 'Rename “My films”' }).click();
  await page.getByRole('textbox', { name: 'Name of the data set' }).fill('Four films');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Four films' })).toBeVisible();
  await page.getByRole('button', { name: 'Delete “Four films”' }).click();
  await page.getByRole('button', { name: 'Delete it' }).click();
  await expect(page.getByRole('heading', { name: 'Three reviews' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Four films' })).toHaveCount(0);
  await expect.poll(async () => (await documentOf(page)).workshop?.data.set ?? 'reviews').toBe('reviews');
  expect(errors).toEqual([]);
});

test('a wrong file is met with words and nothing is lost; 5 MB are read while the page stays alive', async ({ page }, info) => {
  const errors = await openData(page);
  const chooser = page.getByLabel('A table or a text from this machine');
  await chooser.setInputFiles(file('good.csv', 'text,label\nso good,1\nso bad,0\n'));
  await expect(page.getByText(/From the file “good.csv”/)).toBeVisible();
  await chooser.setInputFiles(file('cat.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0])));
  await expect(page.getByRole('alert')).toContainText('“cat.png” is a picture (PNG)');
  // What was read before is there still.
  await expect(page.getByText(/From the file “good.csv”/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Take these data' })).toBeEnabled();
  await chooser.setInputFiles(file('large.csv', Buffer.alloc(6_000_000, 'a,b\n')));
  await expect(page.getByRole('alert')).toContainText('at most 5 MB');

  // The longest time for which the page does not listen.
  await page.evaluate(() => {
    const watched = window as unknown as { longest: number };
    watched.longest = 0;
    let last = performance.now();
    const tick = (): void => {
      const now = performance.now();
      watched.longest = Math.max(watched.longest, now - last);
      last = now;
      setTimeout(tick, 4);
    };
    tick();
  });
  const line = (k: number): string => `${Array.from({ length: 40 }, (_, j) => `w${(k * 7919 + j * 104_729) % 30_000}`).join(' ')},${k % 2 ? 'yes' : 'no'}`;
  // From the disk: bytes that the test itself hands over would be unpacked by the page.
  const five = info.outputPath('five.csv');
  writeFileSync(five, Array.from({ length: 19_500 }, (_, k) => line(k)).join('\n').slice(0, 5 * 1024 * 1024));
  await chooser.setInputFiles(five);
  await expect(page.getByText(/From the file “five.csv”/)).toBeVisible();
  await page.getByRole('button', { name: 'Take these data' }).click();
  await expect(page.getByText(/1 to 10 of \d,\d\d\d/)).toBeVisible({ timeout: 60_000 });
  expect(await page.evaluate(() => (window as unknown as { longest: number }).longest)).toBeLessThan(1000);
  expect(errors).toEqual([]);
});
