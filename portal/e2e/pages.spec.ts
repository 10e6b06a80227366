import { ADMIN_PAGES, PAGES } from './addresses';
import { holdAnswers } from './answers';
import { look, mustBeAccessible, NARROW, settle, WIDE } from './look';
import { sessionOf } from './people';
import { expect, test } from './wall';

test.use({ viewport: WIDE });

function waitsAndThenIsThere(pages: Record<string, string>) {
  for (const [name, path] of Object.entries(pages)) {
    test(name, async ({ page }) => {
      const letGo = await holdAnswers(page);
      await page.goto(`/app/${path}`);
      await expect(page.getByRole('status', { name: 'Loading' }).first()).toBeVisible();
      await look(page, `${name}-loading`);
      await letGo();
      await settle(page);
      await look(page, name);
    });
  }
}

test.describe('for a user', () => {
  test.use({ storageState: sessionOf('alice') });
  waitsAndThenIsThere(PAGES);

  test('no page', async ({ page }) => {
    await page.goto('/app/nowhere');
    await settle(page);
    await look(page, 'not-found');
  });

  test('key', async ({ page }) => {
    await page.goto('/app/keys');
    await page.getByRole('link', { name: 'Sample: laptop' }).click();
    await settle(page);
    await look(page, 'key');
    for (const question of ['Block', 'Revoke']) {
      await page.getByRole('button', { name: question }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await look(page, `key-${question.toLowerCase()}`);
      await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    }
  });

  test('subscription to be cancelled', async ({ page }) => {
    await page.goto('/app/subscriptions');
    await page.getByRole('button', { name: /^Cancel subscription Sample/ }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await look(page, 'subscriptions-cancel');
  });

  test('menus', async ({ page }) => {
    await page.goto('/app/');
    await page.getByRole('button', { name: 'Alice Example' }).click();
    await look(page, 'menu');
    await page.getByRole('menuitem', { name: 'Dark' }).click();
    await expect(page.locator('html')).toHaveClass(/pf-v6-theme-dark/);
    await page.reload();
    await expect(page.locator('html')).toHaveClass(/pf-v6-theme-dark/);

    const inbox = page.getByRole('navigation', { name: 'Main navigation' }).getByRole('link', { name: 'Inbox' });
    await expect(inbox).toBeVisible();
    await page.setViewportSize(NARROW);
    await expect(inbox).toBeHidden();
    await page.getByRole('button', { name: 'Navigation' }).click();
    await expect(inbox).toBeVisible();
    await mustBeAccessible(page, 'navigation over a page');
    await page.screenshot({ path: 'screenshots/navigation-narrow-dark.png' });
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

test.describe('for an admin', () => {
  test.use({ storageState: sessionOf('carol') });
  waitsAndThenIsThere(ADMIN_PAGES);

  const QUESTIONS: [name: string, path: string, button: string | RegExp][] = [
    ['approvals-approve', 'approvals', 'Approve'],
    ['approvals-reject', 'approvals', 'Reject'],
    ['users-disable', 'users', 'Disable alice'],
    ['budgets-form', 'budgets', 'Set a budget'],
    ['budgets-change', 'budgets', /^Change/],
    ['budgets-remove', 'budgets', /^Remove/],
  ];
  test('questions', async ({ page }) => {
    for (const [name, path, button] of QUESTIONS) {
      await page.goto(`/app/admin/${path}`);
      await page.getByRole('button', { name: button }).first().click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await look(page, name);
    }
  });

  test("everybody's usage", async ({ page }) => {
    await page.goto('/app/usage');
    await settle(page);
    await page.getByText('Everybody’s usage').click();
    await expect(page.getByRole('switch', { name: 'Everybody’s usage' })).toBeChecked();
    await expect(page.getByRole('heading', { name: 'Breakdown' })).toBeVisible();
    await settle(page);
    await look(page, 'usage-everybody');
  });
});

test.describe('for who reads along', () => {
  test.use({ storageState: sessionOf('dave') });
  test('an admin page', async ({ page }) => {
    await page.goto('/app/admin/approvals');
    await settle(page);
    await look(page, 'approvals-reader');
  });
});

test('at the door', async ({ page }) => {
  for (const [name, search] of Object.entries({
    'sign-in': '',
    'sign-in-refused': '?problem=auth.sign_in_refused',
    'sign-in-expired': '?problem=auth.sign_in_expired',
    'sign-in-provider-away': '?problem=auth.provider_unavailable',
    'sign-in-signed-out': '?signedOut',
  })) {
    await page.goto(`/app/sign-in${search}`);
    await expect(page.getByText('OpenShift').first()).toBeVisible();
    await look(page, name);
  }
});
