// The gradient laboratory under the hand: each slider of each experiment dragged at T = 200, H = 32, and the frames dropped.
import { close, moveAlong, openAt, pause, traced } from './chrome.mjs';

/** What is dragged at. */
export const laboratory = { name: 'T = 200, H = 32, five networks', link: 'section=gradients&lab=T:200;hidden:32' };

/** Those whose figures follow a slider, as links and readers name them; learning over a lag is trained at a press. */
const experiments = /** @type {const} */ ({
  flow: 'Who forgets?',
  factors: 'Why it shrinks',
  map: 'Only the long way vanishes',
  exploding: 'Exploding and clipping',
  truncation: 'Cutting the way back',
  gates: 'The road through the gates',
  duel: 'Duel',
});

/** Less than this share of frames may be dropped. */
export const mostDropped = 0.02;

const sliders = '.lab-experiment-controls input[type="range"]';

/**
 * @typedef {object} LaboratoryDrag
 * @property {string} experiment
 * @property {string} control its label
 * @property {import('./frames.mjs').Frames} frames
 * @property {number} pictures in how many frames something of the figures had changed
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
  /** @type {LaboratoryDrag[]} */
  const drags = [];
  for (const [id, name] of Object.entries(experiments)) drags.push(...(await dragsOf(browser, base, `${laboratory.link};experiment:${id}`, name, seconds)));
  return drags;
}

/**
 * @param {import('@playwright/test').Browser} browser
 * @param {string} base
 * @param {string} link
 * @param {string} experiment
 * @param {number} seconds
 */
async function dragsOf(browser, base, link, experiment, seconds) {
  const driven = await openAt(browser, base, link, { ready: '.lab-figure-drawing :is(svg, canvas)' });
  const { page, session } = driven;
  const count = await page.locator(sliders).count();
  /** @type {LaboratoryDrag[]} */
  const drags = [];
  for (let k = 0; k < count; k++) {
    // Each begins with the settings of the link: after the last drag T may be 1,000.
    await page.evaluate((link) => void (location.hash = link), link);
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
    drags.push({ experiment, control: control.trim(), frames, pictures: await page.evaluate(() => Number(document.documentElement.dataset['benchPictures'] ?? 0)) });
  }
  await close(driven);
  return drags;
}

/** Counts on the page, from 0 on, in how many frames something of the figures has changed. */
function countPictures() {
  const root = document.documentElement;
  const isCounting = root.dataset['benchPictures'] !== undefined;
  root.dataset['benchPictures'] = '0';
  if (isCounting) return;
  let isChanged = false;
  // What stands still under a pointer that is only looked with has neither a new path nor a new picture.
  new MutationObserver((records) => {
    isChanged ||= records.some(({ target }) => target instanceof Element && target.closest('.lab-figure-drawing') !== null);
  }).observe(document.body, { subtree: true, attributeFilter: ['d', 'href', 'x', 'y', 'width', 'height'] });
  // A page that wants every frame: only of such a one does the compositor count each that is missed.
  const look = () => {
    if (isChanged) root.dataset['benchPictures'] = String(Number(root.dataset['benchPictures']) + 1);
    isChanged = false;
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
