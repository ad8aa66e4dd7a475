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
    // The licences of what is bundled travel with it.
    license: true,
  },
});
