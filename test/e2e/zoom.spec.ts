// Zooming and moving along a long sequence by the wheel, the mouse, keys and the overview, in a real browser.
import { expect, test, type Page } from '@playwright/test';
import { open } from './support.ts';

const bar = (page: Page) => page.getByRole('scrollbar', { name: 'Part of the sequence in view' });

async function stepsIn(page: Page): Promise<[from: number, to: number]> {
  const text = (await bar(page).getAttribute('aria-valuetext')) ?? '';
  const [, from, to] = /steps (\d+) to (\d+) of/.exec(text) ?? [];
  return [Number(from), Number(to)];
}

test('the wheel, the mouse, keys and the overview move along a thousand steps, from all of them to numbers', async ({ page }) => {
  await open(page, 'length=1000&hidden=16&step=99');
  await expect(bar(page)).toBeVisible();
  const [, first] = await stepsIn(page);
  await page.keyboard.press('0');
  await expect(bar(page)).toHaveCount(0);
  await page.keyboard.press('+');
  await expect(bar(page)).toBeVisible();
  for (let k = 0; k < 12; k++) await page.keyboard.press('+');
  // Numbers again: marks of steps beside the one in view.
  await expect(page.locator('.score [data-symbol="h"][data-t="24"]').first()).toBeAttached();
  for (let k = 0; k < 7; k++) await page.keyboard.press('-');
  const [, wide] = await stepsIn(page);
  expect(wide).toBeGreaterThan(first / 4);

  await page.mouse.move(1000, 300);
  await page.mouse.wheel(0, 600);
  await expect.poll(async () => (await stepsIn(page))[0]).toBeGreaterThan(20);
  const [before] = await stepsIn(page);
  await page.mouse.down();
  await page.mouse.move(900, 300, { steps: 5 });
  await page.mouse.up();
  await expect.poll(async () => (await stepsIn(page))[0]).toBeGreaterThan(before + 4);

  await bar(page).press('End');
  await expect.poll(async () => (await stepsIn(page))[1]).toBe(1000);
  await bar(page).press('Home');
  await expect.poll(async () => (await stepsIn(page))[0]).toBe(1);
  // None of these keys has moved the playhead.
  await expect(page.locator('[data-playhead="99"]')).toBeAttached();
});

test('what is under the pointer stays there while one zooms', async ({ page }) => {
  await open(page, 'length=1000&hidden=16&step=3990');
  await page.mouse.move(700, 300);
  await page.mouse.wheel(0, 300);
  await page.waitForTimeout(300);
  const stepUnder = async (): Promise<number> => {
    await page.mouse.move(1001, 300);
    await page.mouse.move(1000, 300);
    await page.waitForTimeout(200);
    const lit = await page.locator('.formula').innerText();
    return Number(/(\d+)/.exec(lit.replace(/[₀-₉]/g, (digit) => `${digit.charCodeAt(0) - 0x2080}`))?.[1] ?? NaN);
  };
  const before = await stepUnder();
  expect(before).toBeGreaterThan(1);
  await page.keyboard.down('Control');
  for (let k = 0; k < 3; k++) await page.mouse.wheel(0, -100);
  await page.keyboard.up('Control');
  await page.waitForTimeout(300);
  expect(await stepUnder()).toBe(before);
});
