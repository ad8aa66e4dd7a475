// Whether pictures come in time: frames dropped while the page plays, while a weight is dragged, and while nothing happens.
import { close, open, pause, traced } from './chrome.mjs';
import { drag } from './drag.mjs';
import { middles } from './sizes.mjs';

/**
 * @typedef {object} Smoothness
 * @property {string} size
 * @property {number} rate how many times slower the processor was made
 * @property {'play' | 'drag' | 'idle'} what
 * @property {import('./frames.mjs').Frames | null} frames null where there was nothing to drag
 */

/**
 * @param {import('@playwright/test').Browser} browser
 * @param {string} base
 * @param {import('./sizes.mjs').Size} size
 * @param {{ rate: number, what: Smoothness['what'], seconds: number }} how
 * @returns {Promise<Smoothness>}
 */
export async function smoothness(browser, base, size, { rate, what, seconds }) {
  // So that the playing does not end before the measurement.
  const driven = await open(browser, base, size, { playhead: size.T === 4 ? 0 : middles(size).forward, rate });
  let isDone = true;
  const work = {
    idle: () => pause(1000 * seconds),
    play: async () => {
      await driven.page.locator('body').press(' ');
      await pause(1000 * seconds);
    },
    drag: async () => {
      isDone = await drag(driven, seconds);
    },
  }[what];
  const frames = await traced(driven, work);
  await close(driven);
  return { size: size.name, rate, what, frames: isDone ? frames : null };
}
