import react from '@vitejs/plugin-react';
import { capabilities } from './scripts/capabilities.mjs';
import { stampOfBuild } from './scripts/stamp.mjs';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  base: '/app/',
  plugins: [react(), stampOfBuild()],
  build: {
    manifest: true,
    // an inlined asset would be a data: address, which the policy allows for images only
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2022',
  },
  server: {
    proxy: Object.fromEntries(
      capabilities().map((capability) => [`/${capability}`, process.env.LITEMAAS_URL ?? 'http://localhost:8080']),
    ),
  },
  test: {
    environment: 'jsdom',
    setupFiles: ['src/test/setup.ts'],
    include: ['src/**/*.test.{ts,tsx}'],
    css: false,
    server: { deps: { inline: [/@patternfly/] } },
  },
});
