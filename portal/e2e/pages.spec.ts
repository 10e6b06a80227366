import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { sessionOf } from './people';
import { expect, test } from './wall';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const NARROW = { width: 360, height: 740 };
const WIDE = { width: 1280, height: 900 };

const PAGES = {
  home: '',
  models: 'models',
  model: 'models/gpt-4o-mini',
  subscriptions: 'subscriptions',
  'subscriptions-new': 'subscriptions/new',
  keys: 'keys',
  'keys-new': 'keys/new',
  usage: 'usage',
  inbox: 'inbox',
  'not-found': 'nowhere',
};

const ADMIN_PAGES = {
  approvals: 'admin/approvals',
  users: 'admin/users',
  budgets: 'admin/budgets',
  conflicts: 'admin/conflicts',
  ledger: 'admin/ledger',
  health: 'admin/health',
};

async function mustBeAccessible(page: Page) {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.target} ${node.failureSummary}`).join('; ')}`,
  );
  expect(found).toEqual([]);
}

async function mustFit(page: Page) {
  const overflow = await page.evaluate(() => {
    const main = document.querySelector('.pf-v6-c-page__main-container, main') ?? document.documentElement;
    return Math.max(main.scrollWidth - main.clientWidth, document.documentElement.scrollWidth - window.innerWidth);
  });
  expect(overflow).toBeLessThanOrEqual(0);
}

async function settle(page: Page) {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('status', { name: 'Loading' })).toHaveCount(0);
}

/** Looks at a page in each light and width, and keeps what it saw. */
async function inspect(page: Page, name: string) {
  await settle(page);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await mustBeAccessible(page);
    await page.screenshot({ path: `screenshots/${name}-${colorScheme}.png` });
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(NARROW);
  await mustFit(page);
  await page.screenshot({ path: `screenshots/${name}-narrow.png` });
  await page.setViewportSize(WIDE);
}

// colours that are on their way from one theme to the other are nobody's to judge
test.use({ viewport: WIDE, contextOptions: { reducedMotion: 'reduce' } });

test.describe('for a user', () => {
  test.use({ storageState: sessionOf('alice') });
  for (const [name, path] of Object.entries(PAGES)) {
    test(name, async ({ page }) => {
      await page.goto(`/app/${path}`);
      await inspect(page, name);
    });
  }

  test('key', async ({ page }) => {
    await page.goto('/app/keys');
    await page.getByRole('link', { name: 'Sample: laptop' }).click();
    await inspect(page, 'key');
    await page.getByRole('button', { name: 'Revoke' }).click();
    await mustBeAccessible(page);
    await page.screenshot({ path: 'screenshots/key-revoke.png' });
  });

  test('menu and theme', async ({ page }) => {
    await page.goto('/app/');
    await page.getByRole('button', { name: 'Alice Example' }).click();
    await mustBeAccessible(page);
    await page.getByRole('menuitem', { name: 'Dark' }).click();
    await expect(page.locator('html')).toHaveClass(/pf-v6-theme-dark/);
    await page.reload();
    await expect(page.locator('html')).toHaveClass(/pf-v6-theme-dark/);
  });

  test('no permission', async ({ page }) => {
    await page.goto('/app/admin/budgets');
    await inspect(page, 'no-permission');
  });

  test('what could not be read', async ({ page }) => {
    await page.route('**/keys/list*', (route) =>
      route.fulfill({
        status: 500,
        contentType: 'application/problem+json',
        body: JSON.stringify({
          type: '',
          title: '',
          status: 500,
          detail: '',
          code: 'http.internal',
          traceId: '0'.repeat(32),
        }),
      }),
    );
    await page.goto('/app/keys');
    await expect(page.getByText('Something went wrong on our side.')).toBeVisible();
    await inspect(page, 'error');
  });

  test('while it is read', async ({ page }) => {
    await page.route('**/keys/list*', () => undefined);
    await page.goto('/app/keys');
    await expect(page.getByRole('status', { name: 'Loading' })).toBeVisible();
    await mustBeAccessible(page);
    await page.screenshot({ path: 'screenshots/loading.png' });
  });

  test('by keyboard', async ({ page }) => {
    await page.goto('/app/models');
    await settle(page);
    await page.keyboard.press('Tab');
    await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
    await page.getByRole('navigation', { name: 'Main navigation' }).getByRole('link', { name: 'Keys' }).press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Keys' })).toBeFocused();
    await expect(page).toHaveTitle('Keys · LiteMaaS');
  });
});

test.describe('for somebody who has nothing yet', () => {
  for (const [name, path] of Object.entries({
    home: '',
    subscriptions: 'subscriptions',
    keys: 'keys',
    usage: 'usage',
    inbox: 'inbox',
  })) {
    test(`${name}, empty`, async ({ page }) => {
      await page.goto(`/app/${path}`);
      await inspect(page, `${name}-empty`);
    });
  }
  test.use({ storageState: sessionOf('zoe') });
});

test.describe('for an admin', () => {
  test.use({ storageState: sessionOf('carol') });
  for (const [name, path] of Object.entries(ADMIN_PAGES)) {
    test(name, async ({ page }) => {
      await page.goto(`/app/${path}`);
      await inspect(page, name);
    });
  }

  test('budget form', async ({ page }) => {
    await page.goto('/app/admin/budgets');
    await page.getByRole('button', { name: 'Set a budget' }).click();
    await mustBeAccessible(page);
    await page.screenshot({ path: 'screenshots/budget-form.png' });
  });
});

test('sign-in', async ({ page }) => {
  await page.goto('/app/sign-in');
  await expect(page.getByRole('link', { name: 'Sign in with OpenShift' })).toBeVisible();
  await inspect(page, 'sign-in');
});

test('sign-in, refused', async ({ page }) => {
  await page.goto('/app/sign-in?problem=auth.sign_in_refused');
  await inspect(page, 'sign-in-refused');
});
