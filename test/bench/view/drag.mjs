// A weight of the drawing under the mouse, dragged up and down.
import { moveAlong } from './chrome.mjs';

/** What may be dragged, first the best: a number of a matrix that can be changed; a matrix with too many numbers for a mark each. */
const grips = ['.score [data-given="parameter"][data-unit*=","]', '.score [data-matrix]', '.score [data-given]'];

/**
 * Where a weight can be taken hold of; null where the drawing offers none.
 * @param {import('./chrome.mjs').Driven} driven
 * @returns {Promise<[number, number] | null>}
 */
export async function gripOf({ page }) {
  for (const grip of grips) {
    const box = await page.locator(grip).evaluateAll((elements) =>
      elements
        .map((each) => each.getBoundingClientRect())
        .find(({ width, height, left, top, right, bottom }) => width > 0 && height > 0 && left > 0 && top > 0 && right < innerWidth && bottom < innerHeight),
    );
    if (box) return [box.x + box.width / 2, box.y + box.height / 2];
  }
  return null;
}

/** The way of the hand: up and down by 60 pixels, a little further each sixtieth of a second. @param {readonly [number, number]} grip @param {number} seconds */
export function* way([x, y], seconds) {
  for (let k = 1; k <= seconds * 60; k++) yield /** @type {const} */ ([x, y - 60 * Math.sin(k / 19)]);
}

/**
 * Drags for that long. Returns whether a weight has changed.
 * @param {import('./chrome.mjs').Driven} driven
 * @param {number} seconds
 */
export async function drag(driven, seconds) {
  const grip = await gripOf(driven);
  if (!grip) return false;
  const [x, y] = grip;
  const { session, page } = driven;
  await session.send('Input.dispatchMouseEvent', { type: 'mouseMoved', x, y });
  await session.send('Input.dispatchMouseEvent', { type: 'mousePressed', x, y, button: 'left', buttons: 1, clickCount: 1 });
  await moveAlong(driven, way(grip, seconds));
  await session.send('Input.dispatchMouseEvent', { type: 'mouseReleased', x, y, button: 'left', buttons: 0, clickCount: 1 });
  return page.waitForFunction(() => location.hash.includes('changes='), null, { timeout: 5_000 }).then(() => true, () => false);
}
