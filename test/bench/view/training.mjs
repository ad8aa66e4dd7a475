// A training in the workshop with its room in view and with another one: how much of its speed the pictures take.
import { close, openAt, pause } from './chrome.mjs';

/** What is trained. */
export const training = {
  name: 'an LSTM with 32 units on English–French phrases',
  link: 'section=workshop&workshop=data.set:phrases;training.cell:lstm;training.hiddenSize:32;training.batchSize:4;training.epochs:10000',
};

/** At least this share of the speed without pictures. */
export const leastSpeed = 0.8;

/**
 * @typedef {object} Throughput
 * @property {number} on epochs a second while the training's room is in view
 * @property {number} off the same while the room of data is
 */

/** Epochs done, as the room says. @param {import('@playwright/test').Page} page */
async function epochs(page) {
  const words = await page.locator('.training-progress-words').first().textContent();
  return Number(/epoch ([\d,]+) of/.exec(words ?? '')?.[1]?.replaceAll(',', '') ?? NaN);
}

/**
 * Goes back and forth between the rooms, so that what the machine does meanwhile touches both alike.
 * @param {import('@playwright/test').Browser} browser
 * @param {string} base
 * @param {{ rounds: number, seconds: number }} patience `seconds` a room, each round
 * @returns {Promise<Throughput>}
 */
export async function throughput(browser, base, { rounds, seconds }) {
  const driven = await openAt(browser, base, training.link, { ready: '.lab-experiment h2' });
  const { page } = driven;
  const go = (/** @type {string} */ name) => page.locator('.lab-list').getByRole('button', { name }).click();
  await page.getByRole('button', { name: 'Start training' }).click();
  await pause(4_000);
  const done = { on: 0, off: 0 };
  const spent = { on: 0, off: 0 };
  for (let k = 0; k < rounds; k++) {
    for (const which of /** @type {const} */ (['on', 'off'])) {
      const [before, began] = [await epochs(page), performance.now()];
      if (which === 'off') await go('Data');
      await pause(1_000 * seconds);
      if (which === 'off') await go('Training');
      done[which] += (await epochs(page)) - before;
      spent[which] += (performance.now() - began) / 1_000;
    }
  }
  await close(driven);
  return { on: done.on / spent.on, off: done.off / spent.off };
}
