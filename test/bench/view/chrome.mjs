// A page in a real Chromium: opened at a link, slowed down, driven by events as a hand makes them, and traced.
import { framesOf, marks } from './frames.mjs';
import { linkOf } from './sizes.mjs';

/** `benchmark` has the reports of frames, `timeline` the tasks of the main thread, `user_timing` the marks. */
const categories = ['cc', 'benchmark', 'devtools.timeline', 'disabled-by-default-devtools.timeline', 'disabled-by-default-devtools.timeline.frame', 'blink.user_timing', 'toplevel'];

/** The page, in pixels. */
const viewport = { width: 1440, height: 900 };

/** Pixels that a window has above its page, and more. */
const windowHead = 200;

/**
 * Makes the window as much higher than the page as its own bars need. Without a screen it is as high as the page, bars and all, so that
 * the page's lowest part lies outside of it: each frame in which only something there has changed would count as dropped.
 * @param {import('@playwright/test').CDPSession} session
 */
async function makeRoom(session) {
  const { windowId } = await session.send('Browser.getWindowForTarget');
  await session.send('Browser.setWindowBounds', { windowId, bounds: { width: viewport.width, height: viewport.height + windowHead } });
}

/** @param {number} milliseconds */
export const pause = (milliseconds) => new Promise((resolve) => void setTimeout(resolve, milliseconds));

/**
 * @typedef {object} Driven
 * @property {import('@playwright/test').Page} page
 * @property {import('@playwright/test').CDPSession} session
 */

/**
 * A new page at that size and place of the clock, drawn and quiet.
 * @param {import('@playwright/test').Browser} browser
 * @param {string} base
 * @param {import('./sizes.mjs').Size} size
 * @param {{ playhead?: number, rate?: number }} [options] the place on the clock, and how many times slower the processor is made
 * @returns {Promise<Driven>}
 */
export const open = (browser, base, size, { playhead = 0, rate = 1 } = {}) => openAt(browser, base, linkOf(size, playhead), { rate });

/**
 * The same for any link.
 * @param {import('@playwright/test').Browser} browser
 * @param {string} base
 * @param {string} link what follows # in the address
 * @param {{ rate?: number, ready?: string }} [options] `ready`: what is there once the page can be used
 * @returns {Promise<Driven>}
 */
export async function openAt(browser, base, link, { rate = 1, ready = '[data-ready]' } = {}) {
  const page = await browser.newPage({ viewport });
  const session = await page.context().newCDPSession(page);
  await makeRoom(session);
  await session.send('Performance.enable');
  await page.goto(`${base}#${link}`);
  await page.locator(ready).first().waitFor({ state: 'attached', timeout: 60_000 });
  // The parts that may be opened are fetched by then; a long run may still stream in.
  await pause(2_500);
  await quiet({ page, session });
  await session.send('Emulation.setCPUThrottlingRate', { rate });
  return { page, session };
}

/** Waits until the main thread has had nothing to do for a while. @param {Driven} driven */
async function quiet(driven) {
  let before = await worked(driven);
  for (let calm = 0, k = 0; calm < 2 && k < 60; k++) {
    await pause(400);
    const now = await worked(driven);
    calm = now - before < 12 ? calm + 1 : 0;
    before = now;
  }
}

/** @param {Driven} driven */
export const close = ({ page }) => page.context().close();

/**
 * The frames while `work` is under way.
 * @param {Driven} driven
 * @param {() => Promise<unknown>} work
 */
export async function traced({ page, session }, work) {
  /** @type {import('./frames.mjs').TraceEvent[]} */
  const events = [];
  const collect = (/** @type {{ value: object[] }} */ { value }) => {
    for (const event of value) events.push(/** @type {import('./frames.mjs').TraceEvent} */ (event));
  };
  session.on('Tracing.dataCollected', collect);
  await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: categories, excludedCategories: ['*'] } });
  await page.evaluate((name) => void performance.mark(name), marks.from);
  await work();
  await page.evaluate((name) => void performance.mark(name), marks.to);
  const complete = new Promise((resolve) => void session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await complete;
  session.off('Tracing.dataCollected', collect);
  return framesOf(events);
}

/** The processor's time that the main thread has taken since the page was opened, in milliseconds. @param {Driven} driven */
export async function worked({ session }) {
  const { metrics } = await session.send('Performance.getMetrics');
  return 1000 * (metrics.find(({ name }) => name === 'ThreadTime')?.value ?? NaN);
}

/**
 * The mouse along points, one each sixtieth of a second, as a hand moves it.
 * @param {Driven} driven
 * @param {Iterable<readonly [number, number]>} points
 */
export async function moveAlong({ session }, points) {
  const begin = performance.now();
  let k = 0;
  for (const [x, y] of points) {
    await pause(Math.max(0, begin + (++k * 1000) / 60 - performance.now()));
    // Not awaited: the answer comes only after the page has handled it, and a hand does not wait.
    void session.send('Input.dispatchMouseEvent', { type: 'mouseMoved', x, y, button: 'left', buttons: 1 }).catch(() => {});
  }
}
