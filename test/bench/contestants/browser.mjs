// The engine in a worker of Chromium, as in the application: the same bundle, asked by messages.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { chromium } from '@playwright/test';
import { chromiumArguments, ensureChromium } from '../../../scripts/chromium.mjs';

/**
 * Serves an empty page and the worker. The two headers give the page a fine clock.
 * @param {string} bundle path of the worker's file
 */
async function serve(bundle) {
  const worker = await readFile(bundle);
  const server = createServer((request, response) => {
    const isWorker = request.url === '/worker.js';
    response.writeHead(200, {
      'Content-Type': isWorker ? 'text/javascript' : 'text/html',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Embedder-Policy': 'require-corp',
    });
    response.end(isWorker ? worker : '<!doctype html><title>Bench</title>');
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  return server;
}

/**
 * @param {string} name
 * @param {string} bundle
 * @param {import('./ours.ts').Path} path
 * @returns {Promise<import('../contestant.mjs').Contestant>}
 */
export async function startBrowser(name, bundle, path) {
  const server = await serve(bundle);
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error(`A port was expected; the server listens on ${address}.`);
  const browser = await chromium.launch({ executablePath: await ensureChromium(), args: chromiumArguments });
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${address.port}/`);
  await page.evaluate((workerName) => {
    const worker = new Worker('/worker.js', { type: 'module', name: workerName });
    Object.assign(window, {
      ask: (/** @type {string} */ line) => new Promise((resolve, reject) => {
        worker.onmessage = ({ data }) => resolve(data);
        worker.onerror = ({ message }) => reject(new Error(message || 'The worker does not load.'));
        worker.postMessage(line);
      }),
    });
  }, path);
  return {
    name,
    ask: (line) => line === 'version' ? Promise.resolve(browser.version()) : page.evaluate((words) => /** @type {any} */ (window).ask(words), line),
    async close() {
      await browser.close();
      server.close();
    },
  };
}
