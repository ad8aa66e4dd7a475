// Every wiring in unkind hands: numbers that overflow, nonsense in a link, sentences that cannot be read, a worker that dies, and 10,000 steps.
import { expect, test } from '@playwright/test';
import { taskIds } from '../../src/engine/tasks/index.ts';
import { initialDocument } from '../../src/state/defaults.ts';
import { encode } from '../../src/state/link.ts';
import { compute, documentOf, drawnValues, expectTrueNumbers, open } from './support.ts';

test.describe('a number that is too large', () => {
  for (const [name, link] of [
    ['a weight of an LSTM', 'cell=lstm&trained=5&changes=W_hy*1e308;W_hy*1e10'],
    ['a weight of a decoder', 'task=translation&trained=5&activation=relu&changes=W_hh.decoder*1e308;W_xh.decoder*1e308;W_hy*1e308'],
    ['both directions', 'direction=both&trained=5&activation=relu&changes=W_hh.reverse*1e308;W_xh.reverse*1e308;W_hy*1e308'],
    ['a frame', 'task=frames&trained=5&changes=W_hy*1e308;W_hy*1e10'],
  ] as const) {
    test(`${name}: what overflowed is said in words, and resetting the weights brings the numbers back`, async ({ page }) => {
      await open(page, link);
      await page.keyboard.press('End');
      const words = page.getByText(/the largest number the computer can hold/);
      await expect(words.first()).toBeVisible();
      await expectTrueNumbers(page, compute(await documentOf(page)), Number.MAX_SAFE_INTEGER);
      await page.getByRole('button', { name: 'Reset the weights' }).first().click();
      await expect(words).toHaveCount(0);
      expect((await drawnValues(page)).every(({ value }) => Number.isFinite(value))).toBe(true);
    });
  }

  test('a dense input beyond what can be read is refused in words', async ({ page }) => {
    await open(page, `task=pictures&text=${encodeURIComponent('1e308 0 0 0 1 0 0 0 1e400')}`);
    await expect(page.locator('.notice').first()).toBeVisible();
    expect((await drawnValues(page)).length).toBeGreaterThan(5);
  });
});

test.describe('nonsense in a link', () => {
  for (const [link, words] of [
    ['cell=transformer', /cell/], ['cell=feedforward', /cell/], ['task=pictures&direction=both', /direction/], ['feeding=free', /feeding/],
    ['clip=norm', /clip/], ['clip=value:-1', /clip/], ['gates=maybe', /gates/], ['inside=2', /inside/], ['notation=runes', /notation/],
    ['start=q:1/2', /start/], ['rival=cell:stone', /rival/], ['fold=-1', /fold/],
  ] as const) {
    test(`${link}: is named, and the page opens without it`, async ({ page }) => {
      await open(page, link);
      await expect(page.locator('.notice', { hasText: words }).first()).toBeVisible();
      await page.keyboard.press('ArrowRight');
      await page.waitForTimeout(400);
      await expectTrueNumbers(page, compute(await documentOf(page)), 1);
    });
  }
});

test.describe('a text that cannot be read', () => {
  const texts = ['', '???', 'xyzzy', '#'.repeat(3000), ';;;', '>', 'girl:', '1 2 3', '___'] as const;
  for (const task of taskIds) {
    test(`${task}: each of them is answered, and numbers stay on the page`, async ({ page }) => {
      test.setTimeout(120_000);
      for (const text of texts) {
        await page.goto('about:blank');
        const document = { ...initialDocument(task), trainedEpochs: 2, text };
        await open(page, encode(document));
        await page.keyboard.press(']');
        await expect.poll(async () => (await drawnValues(page)).length).toBeGreaterThan(5);
        await expectTrueNumbers(page, compute(document), Number.MAX_SAFE_INTEGER);
      }
    });
  }
});

test('a worker that dies while an encoder and a decoder run is replaced, and nothing is lost', async ({ page }) => {
  await open(page, 'task=translation&cell=lstm&trained=5&step=7');
  await page.evaluate("window.unrolledTest.crashWorker('error')");
  await page.keyboard.press('End');
  await page.waitForTimeout(500);
  const computed = compute(await documentOf(page));
  await expectTrueNumbers(page, computed, computed.clock.count);
});

test('10,000 steps of 64 units are drawn before the run is over, and can be gone along at once', async ({ page }) => {
  test.setTimeout(120_000);
  await page.goto('./?test#length=10000&hidden=64&step=40000&trained=0');
  await expect(page.locator('.score-number').first()).toBeAttached();
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('[data-playhead="40001"]')).toBeAttached();
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('End');
  await page.waitForTimeout(400);
  const computed = compute(await documentOf(page));
  await expect(page.locator(`[data-playhead="${computed.clock.count}"]`)).toBeAttached();
  await expect.poll(async () => (await drawnValues(page)).filter(({ symbol }) => symbol === 'h').length, { timeout: 60_000 }).toBeGreaterThan(10);
});
