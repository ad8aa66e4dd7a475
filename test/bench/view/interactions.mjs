// From a key or a press to the picture that follows it, as the browser itself times it (Event Timing).
import { close, open, pause } from './chrome.mjs';
import { gripOf, way } from './drag.mjs';
import { moveAlong } from './chrome.mjs';
import { middles } from './sizes.mjs';

const keys = [
  ...Array.from({ length: 16 }, () => 'ArrowRight'),
  ...Array.from({ length: 8 }, () => 'ArrowLeft'),
  ...Array.from({ length: 10 }, () => 'Shift+ArrowRight'),
  ...Array.from({ length: 4 }, () => 'Shift+ArrowLeft'),
  ']', '[', 'Home', 'End', 'Home',
];

/**
 * @typedef {object} Interactions
 * @property {string} size
 * @property {number} count
 * @property {number} p98 in milliseconds, by the browser in steps of 8
 * @property {number} worst
 */

/**
 * @param {import('@playwright/test').Browser} browser
 * @param {string} base
 * @param {import('./sizes.mjs').Size} size
 * @param {number} rate how many times slower the processor is made
 * @returns {Promise<Interactions>}
 */
export async function interactions(browser, base, size, rate) {
  const driven = await open(browser, base, size, { playhead: middles(size).forward, rate });
  const { page, session } = driven;
  const latencies = await page.evaluateHandle(() => {
    /** @type {Map<number, number>} the longest event of each interaction */
    const found = new Map();
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { interactionId, duration } = /** @type {PerformanceEventTiming & { interactionId: number }} */ (entry);
        if (interactionId > 0) found.set(interactionId, Math.max(duration, found.get(interactionId) ?? 0));
      }
    });
    observer.observe(/** @type {PerformanceObserverInit} */ ({ type: 'event', durationThreshold: 16, buffered: false }));
    return found;
  });
  for (const key of keys) {
    await page.keyboard.press(key);
    await pause(260);
  }
  let count = keys.length;
  const grip = await gripOf(driven);
  for (let k = 0; grip && k < 4; k++) {
    const [x, y] = grip;
    await session.send('Input.dispatchMouseEvent', { type: 'mousePressed', x, y, button: 'left', buttons: 1, clickCount: 1 });
    await moveAlong(driven, way(grip, 0.5));
    await session.send('Input.dispatchMouseEvent', { type: 'mouseReleased', x, y, button: 'left', buttons: 0, clickCount: 1 });
    await pause(400);
    count += 1;
  }
  await pause(1500);
  const listed = await latencies.evaluate((found) => [...found.values()]);
  await close(driven);
  // Those that are not listed took less than 16 ms.
  const sorted = [...listed, ...Array.from({ length: Math.max(0, count - listed.length) }, () => 16)].sort((a, b) => a - b);
  return { size: size.name, count: sorted.length, p98: sorted[Math.ceil(0.98 * sorted.length) - 1] ?? NaN, worst: sorted.at(-1) ?? NaN };
}
