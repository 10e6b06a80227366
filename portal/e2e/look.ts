import axe, { type RunOptions } from 'axe-core';
import type { Page } from '@playwright/test';
import { expect } from './wall';

export const NARROW = { width: 360, height: 740 };
export const WIDE = { width: 1280, height: 900 };

/** WCAG 2.2 AA as far as axe sees it. */
const RULES: RunOptions = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] };

/** Those of them that may say otherwise of the same page in other colours. */
const COLOUR_RULES: RunOptions = { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } };

/** What axe finds on a page that is on screen. Once a page has it, it is not given it again. */
export async function mustBeAccessible(page: Page, where: string, rules = RULES) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const found = await page.evaluate(async (options) => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(options);
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.target} ${node.failureSummary}`).join('; ')}`,
    );
  }, rules);
  expect(found, where).toEqual([]);
}

/** Nothing is wider than the screen but what scrolls in a box of its own. */
export async function mustFit(page: Page, where: string) {
  const overflow = await page.evaluate(() => {
    const main = document.querySelector('.pf-v6-c-page__main-container, main') ?? document.documentElement;
    return Math.max(main.scrollWidth - main.clientWidth, document.documentElement.scrollWidth - window.innerWidth);
  });
  expect(overflow, `${where}: pixels too many`).toBeLessThanOrEqual(0);
}

/** That a page has all that it waited for, in whichever language. */
export async function settle(page: Page) {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('status', { name: /^(Loading|Wird geladen)$/ })).toHaveCount(0);
}

async function lightUp(page: Page, colorScheme: 'light' | 'dark') {
  await page.emulateMedia({ colorScheme });
  await page.waitForFunction(
    (isDark) => document.documentElement.classList.contains('pf-v6-theme-dark') === isDark,
    colorScheme === 'dark',
  );
}

/** Looks at what is on a narrow screen, in the light that there is. */
export async function lookNarrow(page: Page, name: string) {
  await mustBeAccessible(page, name);
  await mustFit(page, name);
  await page.screenshot({ path: `screenshots/${name}.png` });
}

/** Looks at what is on screen in each light and width, and keeps what it saw. */
export async function look(page: Page, name: string) {
  await mustBeAccessible(page, name);
  await page.screenshot({ path: `screenshots/${name}-light.png` });
  await lightUp(page, 'dark');
  await mustBeAccessible(page, `${name}, dark`, COLOUR_RULES);
  await page.screenshot({ path: `screenshots/${name}-dark.png` });
  await page.setViewportSize(NARROW);
  await mustBeAccessible(page, `${name}, narrow and dark`);
  await lightUp(page, 'light');
  await mustBeAccessible(page, `${name}, narrow`, COLOUR_RULES);
  await mustFit(page, `${name}, narrow`);
  await page.screenshot({ path: `screenshots/${name}-narrow.png` });
  await page.setViewportSize(WIDE);
}
