// Long use: six hundred actions leave no more memory, nodes, listeners or workers behind than there were.
import { expect, test, type CDPSession, type Page } from '@playwright/test';
import { open } from './support.ts';

// A trace keeps pictures of the page in the page itself.
test.use({ trace: 'off' });

async function measure(session: CDPSession): Promise<Record<string, number>> {
  for (let k = 0; k < 4; k++) await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}

/** Rounds of eight actions each: sentences, steps, activations, drawers, undo. */
function act(page: Page, rounds: number): Promise<void> {
  return page.evaluate(async (count) => {
    const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, milliseconds));
    const press = (key: string, more: KeyboardEventInit = {}): boolean => document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, ...more }));
    const click = (selector: string, index = 0): void => document.querySelectorAll<HTMLElement>(selector)[index]?.click();
    for (let k = 0; k < count; k++) {
      const drawer = `[aria-label="${k % 2 === 0 ? 'Weights' : 'Gradient plot'}"]`;
      for (const action of [
        () => click('.row-chip', k % 3),
        () => press('ArrowRight', { shiftKey: true }),
        () => press('End'),
        () => click('.top-bar .segmented input', k % 3),
        () => click(drawer),
        () => press('Home'),
        () => click(drawer),
        () => press('z', { ctrlKey: true }),
      ]) {
        action();
        await pause(40);
      }
    }
  }, rounds);
}

test('six hundred actions leave no more memory, nodes, listeners or workers than before', async ({ page }) => {
  test.setTimeout(180_000);
  await open(page);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  // The history keeps its last 200 entries, and the engine of the browser its compiled code: both are there before the first measure.
  await page.evaluate(() => {
    const chips = [...document.querySelectorAll<HTMLButtonElement>('.row-chip')];
    for (let k = 0; k < 210; k++) chips[k % chips.length]?.click();
  });
  await act(page, 60);
  await page.waitForTimeout(800);
  const before = await measure(session);
  await act(page, 75);
  await page.waitForTimeout(800);
  const after = await measure(session);
  const growth = (name: string): number => after[name]! / before[name]!;
  test.info().annotations.push({ type: 'heap', description: `${before['JSHeapUsedSize']} → ${after['JSHeapUsedSize']} bytes` });
  expect(growth('JSHeapUsedSize')).toBeLessThan(1.1);
  expect(growth('Nodes')).toBeLessThan(1.05);
  expect(growth('JSEventListeners')).toBeLessThan(1.05);
  expect(page.workers()).toHaveLength(1);
});
