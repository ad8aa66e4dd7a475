// The JavaScript without which no first picture stands: the page's entry with all that it imports at once, and the worker's. What the
// page fetches by itself a moment later is not among it. Compressed as a server sends it.
import { gzipSync } from 'node:zlib';

/** What a built file imports at once: `import … from "./x.js"`, `import "./x.js"`; not `import("./x.js")`. */
const statics = /(?:\bfrom|\bimport)\s*["'](\.[^"']+\.js)["']/g;

/** The files that a built module imports at once, as it names them. @param {string} code */
export const importsAtOnce = (code) => [...code.matchAll(statics)].map(([, path = '']) => path);

/**
 * Kilobytes of 1,000 bytes: the page's, and those of the worker, which it fetches beside.
 * @param {import('@playwright/test').Browser} browser
 * @param {string} base
 * @returns {Promise<{ page: number, worker: number }>}
 */
export async function firstScreen(browser, base) {
  const page = await browser.newPage();
  /** @type {string[]} */
  const workers = [];
  page.context().on('request', (request) => {
    if (/\.worker[^/]*\.js$/.test(request.url())) workers.push(request.url());
  });
  await page.goto(base);
  await page.locator('[data-ready]').waitFor({ state: 'attached' });
  const entry = await page.locator('script[type="module"][src]').first().evaluate((element) => element instanceof HTMLScriptElement ? element.src : '');
  const sizes = { page: await closureOf(page, [entry]), worker: await closureOf(page, [...new Set(workers)]) };
  await page.context().close();
  return sizes;
}

/** Kilobytes of modules and of all that they import at once. @param {import('@playwright/test').Page} page @param {readonly string[]} urls */
async function closureOf(page, urls) {
  const seen = new Set(urls);
  let bytes = 0;
  for (const url of seen) {
    const code = await (await page.request.get(url)).text();
    bytes += gzipSync(code, { level: 9 }).length;
    // A set that grows is gone through to its end.
    for (const path of importsAtOnce(code)) seen.add(new URL(path, url).href);
  }
  return bytes / 1000;
}
