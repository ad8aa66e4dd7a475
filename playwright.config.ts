import { createServer } from 'node:net';
import { defineConfig } from '@playwright/test';
import { chromiumArguments, ensureChromium } from './scripts/chromium.mjs';

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        if (address !== null && typeof address === 'object') resolve(address.port);
        else reject(new Error(`A port was expected; the system gave ${String(address)}.`));
      });
    });
  });
}

// This file is read again in every worker process. They inherit the environment, and so the first reading's port.
const port = (process.env['UNROLLED_E2E_PORT'] ??= String(await freePort()));
const baseURL = `http://127.0.0.1:${port}/`;

export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  // A busy machine is slow, not wrong.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  // A forgotten `test.only` would pass for the whole.
  forbidOnly: process.env['CI'] !== undefined,
  reporter: 'list',
  use: {
    baseURL,
    // The same page on every machine: size, language, time zone, no motion.
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'UTC',
    colorScheme: 'light',
    contextOptions: { reducedMotion: 'reduce' },
    screenshot: 'only-on-failure',
    // Traces make the tests a third slower: `npx playwright test --trace retain-on-failure` makes them for who looks for a cause.
    trace: 'off',
    launchOptions: { executablePath: await ensureChromium(), args: chromiumArguments },
  },
  webServer: {
    // Serves what is built and builds nothing: `npm test` and `npm run test:e2e` have built before.
    command: `npx vite preview --host 127.0.0.1 --port ${port} --strictPort`,
    url: baseURL,
    reuseExistingServer: false,
    timeout: 30_000,
  },
});
