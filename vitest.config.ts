import react from '@vitejs/plugin-react';
import { configDefaults, defineConfig } from 'vitest/config';

/** Tests of what is drawn need a DOM; the rest runs without one, so that a stray use of it fails. */
const drawn = ['test/view/**/*.test.{ts,tsx}', 'test/app/**/*.test.{ts,tsx}'];

export default defineConfig({
  plugins: [react()],
  test: {
    // Properties over many networks take their time on a busy machine.
    testTimeout: 30_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: [...configDefaults.exclude, 'test/e2e/**', ...drawn],
          setupFiles: ['test/setup.ts'],
          benchmark: { include: ['test/bench/**/*.bench.ts'] },
        },
      },
      {
        extends: true,
        test: {
          name: 'dom',
          environment: 'jsdom',
          include: drawn,
          setupFiles: ['test/setup.ts', 'test/setup.dom.ts'],
          // Without this the `dom` project would look for benches of its own.
          benchmark: { include: [] },
        },
      },
    ],
  },
});
