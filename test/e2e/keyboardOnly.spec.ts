// Without a mouse: a wiring is opened from the gallery, stepped through, its cell opened, a weight typed, and all of it undone.
import { expect, test, type Page } from '@playwright/test';
import { compute, documentOf, drawnAt, open } from './support.ts';

/** Presses Tab until what is wanted has the focus. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let k = 0; k < 250; k++) {
    const label = await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '');
    if (name.test(label)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${String(name)}.`);
}

test('an encoder and a decoder are opened, stepped through, looked into, changed and put back by keys alone', async ({ page }) => {
  await open(page);
  await tabTo(page, /^Gallery/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: /.+/ })).toBeVisible();
  await tabTo(page, /^Open .*encoder–decoder/);
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await documentOf(page)).task).toBe('translation');
  await page.keyboard.press('Home');
  await drawnAt(page, 0);
  for (const key of ['ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight', ']']) await page.keyboard.press(key);
  await expect.poll(async () => (await documentOf(page)).playhead).toBeGreaterThan(3);
  await tabTo(page, /^Open the cell$/);
  await page.keyboard.press('Enter');
  await expect(page.locator('.inside-edge').first()).toBeAttached();
  await expect.poll(async () => (await documentOf(page)).inside).toBe(1);

  // An open cell has the room of the folded model.
  await tabTo(page, /^Close the cell$/);
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await documentOf(page)).inside).toBe(0);

  const before = await documentOf(page);
  const weight = page.locator('.score [role="button"][data-symbol="b_y"][data-unit="1"]').first();
  await weight.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: /^New value of/ })).toBeFocused();
  await page.keyboard.type('0.5');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await documentOf(page)).changes.length).toBe(1);
  const changed = await documentOf(page);
  expect(changed.changes).toMatchObject([{ kind: 'set', symbol: 'b_y', value: 0.5 }]);
  expect(compute(changed).loss).not.toBe(compute(before).loss);
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(async () => (await documentOf(page)).changes.length).toBe(0);
  expect(await documentOf(page)).toEqual(before);
});
