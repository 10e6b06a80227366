import { defineConfig, devices } from '@playwright/test';

/** Run by scripts/e2e.mjs, which starts what is tested and says where it is. */
const chromium = process.env.CHROMIUM ?? '/usr/bin/chromium';

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results/run',
  workers: 2,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: {
    ...devices['Desktop Chrome'],
    baseURL: process.env.LITEMAAS_URL,
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    viewport: { width: 1280, height: 800 },
    // colours that are on their way from one theme to the other are nobody's to judge
    contextOptions: { reducedMotion: 'reduce' },
    permissions: ['clipboard-read', 'clipboard-write'],
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: chromium, args: ['--no-sandbox', '--disable-dev-shm-usage'] },
  },
  projects: [
    { name: 'people', testMatch: 'people.setup.ts', fullyParallel: true },
    { name: 'storm', testMatch: 'storm.setup.ts', dependencies: ['people'] },
    // who looks at pages changes nothing, so that each test is free to run beside any other
    { name: 'pages', testMatch: /(pages|states|languages)\.spec\.ts/, dependencies: ['storm'], fullyParallel: true },
    { name: 'calm', testMatch: 'calm.setup.ts', dependencies: ['pages'] },
    // sign-ins are limited to so many a minute: who signs in comes after who looks at pages
    {
      name: 'journeys',
      testMatch: /(newcomer|approval|exhausted|letters|names|keys|oversight)\.spec\.ts/,
      dependencies: ['calm'],
    },
    // LiteLLM is everybody's: it goes away when nobody else needs it. And who decides on all that waits comes last, too
    { name: 'outage', testMatch: /(away|signin|decided)\.spec\.ts/, dependencies: ['journeys'] },
    ...(process.env.KEYCLOAK_URL ? [{ name: 'keycloak', testMatch: 'keycloak.spec.ts' }] : []),
  ],
});
