// Screenshots of the main screens at four sizes, light and dark, into the folder shots/.
// `npm run shots -- --only start --size 1440x900 --theme dark --base http://127.0.0.1:5173/`
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { chromiumArguments, ensureChromium } from './chromium.mjs';
import { buildApp, serveBuild } from './serve.mjs';

/**
 * @typedef {object} Screen
 * @property {string} name names the file
 * @property {string} hash what follows # in the address; '' for none
 * @property {string[]} [keys] pressed one after the other, in Playwright's names ('ArrowRight', 'Shift+P')
 * @property {(page: import('@playwright/test').Page) => Promise<void>} [setup] anything else, before the keys
 */

/** @type {Screen[]} */
const screens = [
  { name: 'start', hash: '' },
  { name: 'forward', hash: 'step=12' },
  { name: 'loss', hash: 'step=20' },
  { name: 'backward', hash: 'step=33' },
  { name: 'update', hash: '', keys: ['End'] },
  { name: 'folded', hash: 'step=12&fold=1' },
  { name: 'letters', hash: 'task=letters&step=62' },
  { name: 'thirty-steps', hash: 'length=30&step=200' },
  { name: 'thousand-steps', hash: 'length=1000&hidden=16&step=2500' },
  { name: 'gradients', hash: 'length=60&cell=rnn&activation=sigmoid', keys: ['End'], setup: press('Gradient plot') },
  { name: 'weights', hash: 'step=12', setup: press('Weights') },
  { name: 'table', hash: 'step=33', setup: press('Numbers as a table') },
  { name: 'help', hash: '', keys: ['?'] },
  { name: 'unknown-word', hash: 'text=the+movie+was+terrible' },
  ...['flow', 'factors', 'map', 'exploding', 'truncation', 'gates', 'lag', 'duel'].map((id) => ({ name: `laboratory-${id}`, hash: `section=gradients&lab=experiment:${id}`, setup: drawn })),
  ...['data', 'text', 'optimisers', 'vectors', 'takeaway'].map((id) => ({ name: `workshop-${id}`, hash: `section=workshop&workshop=page.room:${id}` })),
  ...['training', 'states', 'generation'].map((id) => ({
    name: `workshop-${id}`,
    hash: 'section=workshop&workshop=data.set:names;training.cell:gru;training.epochs:3',
    setup: trained(id),
  })),
  { name: 'overflow', hash: 'changes=W_hh*1e308&activation=relu', keys: ['End'] },
];

/**
 * Waits for the first figure of a section that is fetched after the page.
 * @param {import('@playwright/test').Page} page
 */
async function drawn(page) {
  await page.locator('.lab-figure-drawing > *').first().waitFor({ timeout: 30_000 });
}

/**
 * Presses the button of that name before the picture is taken.
 * @param {string} name
 * @returns {(page: import('@playwright/test').Page) => Promise<void>}
 */
function press(name) {
  return (page) => page.getByRole('button', { name }).first().click();
}

/**
 * Trains the network that is set, and opens a room by its number in the list.
 * @param {string} room
 * @returns {(page: import('@playwright/test').Page) => Promise<void>}
 */
function trained(room) {
  const place = ['data', 'text', 'training', 'optimisers', 'states', 'generation', 'vectors', 'takeaway'].indexOf(room);
  return async (page) => {
    await page.getByRole('button', { name: 'Start training' }).click();
    await page.locator('.training-progress-words strong', { hasText: 'Done' }).waitFor({ timeout: 60_000 });
    await page.locator('.lab-list button').nth(place).click();
  };
}

const sizes = ['1440x900', '1280x720', '768x1024', '390x844'];
const themes = /** @type {const} */ (['light', 'dark']);

/** How long to wait for the page to say that it is drawn, and for running animations, in milliseconds. */
const patience = 5_000;

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    size: { type: 'string' },
    theme: { type: 'string' },
    base: { type: 'string' },
  },
});

/**
 * @template T
 * @param {string} option
 * @param {readonly T[]} all
 * @param {string | undefined} wish
 * @param {(one: T) => string} name
 */
function pick(option, all, wish, name) {
  if (wish === undefined) return all;
  const picked = all.filter((one) => name(one) === wish);
  if (picked.length > 0) return picked;
  console.error(`${option} should be one of ${all.map(name).join(', ')}; it is "${wish}".`);
  process.exit(2);
}

/** @param {string} size */
function parseSize(size) {
  const [, width, height] = /^(\d+)x(\d+)$/.exec(size) ?? [];
  if (width === undefined || height === undefined) {
    console.error(`--size should look like 1440x900; it is "${size}".`);
    process.exit(2);
  }
  return { width: Number(width), height: Number(height) };
}

/**
 * Waits until the page is drawn: what it says itself, its fonts, and the animations that end.
 * @param {import('@playwright/test').Page} page
 */
async function settled(page) {
  // A page that never says so is shot as it is, which shows more than no picture.
  await page.waitForSelector('[data-ready]', { state: 'attached', timeout: patience }).catch(() => undefined);
  await page.evaluate(async (limit) => {
    await document.fonts.ready;
    const finite = document
      .getAnimations()
      .filter((animation) => Number.isFinite(animation.effect?.getComputedTiming().endTime));
    await Promise.race([
      Promise.allSettled(finite.map((animation) => animation.finished)),
      new Promise((resolve) => setTimeout(resolve, limit)),
    ]);
    // Two frames: one for what was waiting to be drawn, one to have drawn it.
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  }, patience);
}

const folder = join(dirname(fileURLToPath(import.meta.url)), '..', 'shots');
const wanted = {
  screens: pick('--only', screens, values.only, (screen) => screen.name),
  sizes: (values.size === undefined ? sizes : [values.size]).map(parseSize),
  themes: pick('--theme', themes, values.theme, (theme) => theme),
};

await mkdir(folder, { recursive: true });
if (values.base === undefined) await buildApp();
const server = values.base === undefined ? await serveBuild() : undefined;
const base = values.base ?? server?.url ?? '';
const browser = await chromium.launch({ executablePath: await ensureChromium(), args: chromiumArguments });
let errors = 0;

try {
  for (const screen of wanted.screens) {
    for (const { width, height } of wanted.sizes) {
      for (const theme of wanted.themes) {
        const name = `${screen.name}-${width}x${height}-${theme}`;
        const context = await browser.newContext({
          viewport: { width, height },
          // Below a tablet's width the page is measured as a telephone measures it.
          isMobile: width < 500,
          hasTouch: width <= 768,
          colorScheme: theme,
          reducedMotion: 'reduce',
          locale: 'en-GB',
          timezoneId: 'UTC',
        });
        const page = await context.newPage();
        /** @param {string} text */
        const complain = (text) => {
          errors++;
          console.error(`${name}: ${text}`);
        };
        page.on('pageerror', (error) => complain(error.message));
        page.on('console', (message) => {
          if (message.type() === 'error') complain(message.text());
        });
        await page.goto(screen.hash === '' ? base : `${base}#${screen.hash.replace(/^#/, '')}`);
        await settled(page);
        await screen.setup?.(page);
        for (const key of screen.keys ?? []) await page.keyboard.press(key);
        await settled(page);
        await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
        console.log(`shots/${name}.png`);
        await context.close();
      }
    }
  }
} finally {
  await browser.close();
  await server?.close();
}

// A picture of a page in error is still a picture; the exit says that it should not be trusted.
if (errors > 0) process.exitCode = 1;
