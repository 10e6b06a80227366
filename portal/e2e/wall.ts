import { expect, test as base, type Page } from '@playwright/test';

/** What no page may do, whatever a test is about: break, load from elsewhere, break the policy, keep a secret. */
const KEPT = ['litemaas.colours', 'litemaas.language'];

/** The stand-in for the sign-in is another host, where a browser goes to and comes back from. */
const PROVIDER = new URL(process.env.LITEMAAS_PROVIDER_URL ?? 'http://127.0.0.1').host;

export async function watch(page: Page): Promise<string[]> {
  const faults: string[] = [];
  const ours = new URL(process.env.LITEMAAS_URL ?? '').host;
  page.on('pageerror', (error) => faults.push(`a script broke: ${error.message}`));
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) faults.push(message.text());
  });
  page.on('request', (request) => {
    const { host, protocol } = new URL(request.url());
    const isElsewhere = protocol.startsWith('http') && host !== ours;
    if (isElsewhere && !(host === PROVIDER && request.isNavigationRequest())) {
      faults.push(`asked another host: ${request.url()}`);
    }
  });
  return faults;
}

export async function mustKeepNothing(page: Page) {
  const kept = await page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)]);
  expect(kept.filter((name) => !KEPT.includes(name))).toEqual([]);
}

export const test = base.extend<{ wall: undefined }>({
  wall: [
    async ({ page }, use) => {
      const faults = await watch(page);
      await use(undefined);
      expect(faults).toEqual([]);
      if (page.url().startsWith(process.env.LITEMAAS_URL ?? '')) await mustKeepNothing(page);
    },
    { auto: true },
  ],
});

export { expect };
