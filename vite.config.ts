import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  // Relative addresses, so that the built folder works from any path of any server.
  base: './',
  plugins: [react()],
  worker: { format: 'es' },
  build: {
    target: 'baseline-widely-available',
    // Nothing is inlined: a strict content policy then needs no `data:` sources.
    assetsInlineLimit: 0,
    // All browsers of the target know how to preload a module. Of what comes later the page knows the styles alone: a list of all
    // scripts that each part needs would be a kilobyte of the first screen.
    modulePreload: {
      polyfill: false,
      resolveDependencies: (_, files, { hostType }) => (hostType === 'html' ? files : files.filter((file) => file.endsWith('.css'))),
    },
    // The licences of what is bundled travel with it.
    license: true,
    // What the first screen needs is one file: it packs better than a dozen small ones.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] } } },
  },
});
