// What one step of the playhead costs the main thread, with all of its movement; and what one picture of a weight's drag costs.
import { median } from '../measure.mjs';
import { close, open, pause, traced, worked } from './chrome.mjs';
import { drag } from './drag.mjs';
import { middles } from './sizes.mjs';

/** Until a movement is over and the address is written, in milliseconds. */
const settled = 900;

/**
 * Milliseconds of the main thread for one operation on, in the middle of the way forwards and of the way back: all of its tasks
 * until the movement is over. The median of several steps, the dearer of the two ways.
 * @param {import('@playwright/test').Browser} browser
 * @param {string} base
 * @param {import('./sizes.mjs').Size} size
 * @param {number} count
 */
export async function stepCost(browser, base, size, count) {
  const costs = [];
  for (const playhead of Object.values(middles(size))) {
    const driven = await open(browser, base, size, { playhead });
    const each = [];
    await driven.page.keyboard.press('ArrowRight');
    await pause(settled);
    for (let k = 0; k < count; k++) {
      const before = await worked(driven);
      await driven.page.keyboard.press('ArrowRight');
      await pause(settled);
      each.push((await worked(driven)) - before);
    }
    costs.push(median(each));
    await close(driven);
  }
  return Math.max(...costs);
}

/**
 * Milliseconds of the main thread for one picture while a weight is dragged; null where none can be.
 * @param {import('@playwright/test').Browser} browser
 * @param {string} base
 * @param {import('./sizes.mjs').Size} size
 * @param {number} seconds
 */
export async function dragCost(browser, base, size, seconds) {
  const driven = await open(browser, base, size, { playhead: middles(size).forward });
  let isDragged = false;
  const { busy, drawn } = await traced(driven, async () => {
    isDragged = await drag(driven, seconds);
  });
  await close(driven);
  return isDragged ? busy / drawn : null;
}
