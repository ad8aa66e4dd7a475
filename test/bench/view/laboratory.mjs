// The gradient laboratory under the hand: each slider of the flow plot dragged at T = 200, H = 32 with five networks, and the frames dropped.
import { close, moveAlong, openAt, pause, traced } from './chrome.mjs';

/** What is dragged at. */
export const laboratory = { name: 'T = 200, H = 32, five networks', link: 'section=gradients&lab=T:200;hidden:32' };

/** Less than this share of frames may be dropped. */
export const mostDropped = 0.02;

const sliders = '.lab-experiment-controls input[type="range"]';

/**
 * @typedef {object} LaboratoryDrag
 * @property {string} control its label
 * @property {import('./frames.mjs').Frames} frames
 * @property {number} pictures how often the lines were drawn anew
 */

/** The way of the hand: along the slider about its middle, back and forth. @param {{ x: number, y: number, width: number, height: number }} box @param {number} seconds */
function* along({ x, y, width, height }, seconds) {
  for (let k = 0; k <= seconds * 60; k++) yield /** @type {const} */ ([x + width * (0.45 + 0.25 * Math.sin(k / 25)), y + height / 2]);
}

/**
 * @param {import('@playwright/test').Browser} browser
 * @param {string} base
 * @param {number} seconds for each slider
 * @returns {Promise<LaboratoryDrag[]>}
 */
export async function laboratoryDrags(browser, base, seconds) {
  const driven = await openAt(browser, base, laboratory.link, { ready: '.lab-flow-path' });
  const { page, session } = driven;
  const count = await page.locator(sliders).count();
  /** @type {LaboratoryDrag[]} */
  const drags = [];
  for (let k = 0; k < count; k++) {
    // Each begins with the settings of the link: after the last drag T may be 1,000.
    await page.evaluate((link) => void (location.hash = link), laboratory.link);
    await pause(600);
    const slider = page.locator(sliders).nth(k);
    await slider.scrollIntoViewIfNeeded();
    const box = await slider.boundingBox();
    if (!box) continue;
    const control = await slider.evaluate((element) => (element instanceof HTMLInputElement ? (element.labels?.[0]?.textContent ?? element.getAttribute('aria-label') ?? '') : ''));
    await page.evaluate(countPictures);
    const [[x, y] = [0, 0]] = along(box, 0);
    await session.send('Input.dispatchMouseEvent', { type: 'mouseMoved', x, y });
    await session.send('Input.dispatchMouseEvent', { type: 'mousePressed', x, y, button: 'left', buttons: 1, clickCount: 1 });
    const frames = await traced(driven, () => moveAlong(driven, along(box, seconds)));
    await session.send('Input.dispatchMouseEvent', { type: 'mouseReleased', x, y, button: 'left', buttons: 0, clickCount: 1 });
    drags.push({ control: control.trim(), frames, pictures: await page.evaluate(() => Number(document.documentElement.dataset['benchPictures'] ?? 0)) });
  }
  await close(driven);
  return drags;
}

/** Counts on the page, from 0 on, how often any line changes its path. */
function countPictures() {
  const root = document.documentElement;
  const isCounting = root.dataset['benchPictures'] !== undefined;
  root.dataset['benchPictures'] = '0';
  if (isCounting) return;
  let isChanged = false;
  new MutationObserver((records) => {
    isChanged ||= records.some(({ target }) => target instanceof Element && target.matches('.lab-flow-path'));
  }).observe(document.body, { subtree: true, attributeFilter: ['d'] });
  // A page that wants every frame: only of such a one does the compositor count each that is missed.
  const look = () => {
    if (isChanged) root.dataset['benchPictures'] = String(Number(root.dataset['benchPictures']) + 1);
    isChanged = false;
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
