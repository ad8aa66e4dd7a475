// What six hundred interactions leave behind: memory after its collection, nodes, listeners, workers.
import { close, open, pause } from './chrome.mjs';
import { sizes } from './sizes.mjs';

/**
 * Each as it was before and is after.
 * @typedef {{ heap: [number, number], nodes: [number, number], listeners: [number, number], workers: [number, number] }} Leftovers
 */

/** @param {import('./chrome.mjs').Driven} driven */
async function measure({ page, session }) {
  for (let k = 0; k < 4; k++) await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const value = (/** @type {string} */ wanted) => metrics.find(({ name }) => name === wanted)?.value ?? NaN;
  return { heap: value('JSHeapUsedSize'), nodes: value('Nodes'), listeners: value('JSEventListeners'), workers: page.workers().length };
}

/** Rounds of ten interactions: sentences, steps, zoom, drawers, activations, folding, undo. @param {import('./chrome.mjs').Driven} driven @param {number} rounds */
function act({ page }, rounds) {
  return page.evaluate(async (count) => {
    const wait = (/** @type {number} */ milliseconds) => new Promise((resolve) => void setTimeout(resolve, milliseconds));
    const press = (/** @type {string} */ key, more = {}) => document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, ...more }));
    const click = (/** @type {string} */ selector, index = 0) => {
      const found = document.querySelectorAll(selector)[index];
      if (found instanceof HTMLElement) found.click();
    };
    for (let k = 0; k < count; k++) {
      const drawer = `[aria-label="${k % 2 === 0 ? 'Weights' : 'Gradient plot'}"]`;
      const actions = [
        () => click('.row-chip', k % 3),
        () => press('ArrowRight', { shiftKey: true }),
        () => press('End'),
        () => click('[aria-label="Zoom out"]'),
        () => click(drawer),
        () => press('Home'),
        () => click(drawer),
        () => click('[aria-label="Zoom in"]'),
        () => press('f'),
        () => press('z', { ctrlKey: true }),
      ];
      for (const action of actions) {
        action();
        await wait(40);
      }
    }
  }, rounds);
}

/** @param {import('@playwright/test').Browser} browser @param {string} base @returns {Promise<Leftovers>} */
export async function leftovers(browser, base) {
  const [small] = sizes;
  if (!small) throw new Error('There should be a smallest size; there is none.');
  const driven = await open(browser, base, small);
  // The history keeps its last 200 entries, and the browser its compiled code: both are there before the first measure.
  await driven.page.evaluate(() => {
    const chips = [...document.querySelectorAll('.row-chip')];
    for (let k = 0; k < 210; k++) {
      const chip = chips[k % chips.length];
      if (chip instanceof HTMLElement) chip.click();
    }
  });
  await act(driven, 50);
  await pause(800);
  const before = await measure(driven);
  await act(driven, 60);
  await pause(800);
  const after = await measure(driven);
  await close(driven);
  return { heap: [before.heap, after.heap], nodes: [before.nodes, after.nodes], listeners: [before.listeners, after.listeners], workers: [before.workers, after.workers] };
}
