import { sessionOf } from './people';
import { subscribe } from './steps';
import { expect, test, watch } from './wall';

test.use({ storageState: sessionOf('bob') });

test('a restricted model waits for an admin, who gives it away', async ({ page, browser }) => {
  await subscribe(page, 'claude-sonnet-4-5', 'For the lawyers');
  const row = page.getByRole('row', { name: 'For the lawyers' });
  await expect(row.getByText('Waits for approval')).toBeVisible();
  await expect(row.getByRole('link', { name: 'Issue a key' })).toHaveCount(0);

  const office = await browser.newContext({ storageState: sessionOf('carol') });
  const admin = await office.newPage();
  const faults = await watch(admin);
  await admin.goto('/app/admin/approvals');
  const waiting = admin.getByRole('row', { name: 'For the lawyers' });
  await expect(waiting).toContainText('Bob Example');
  await waiting.getByRole('button', { name: 'Approve' }).click();
  await admin.getByRole('textbox', { name: /Reason/ }).fill('Have fun');
  await admin.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
  await expect(admin.getByText('“For the lawyers” is approved.')).toBeVisible();
  await expect(waiting).toHaveCount(0);
  expect(faults).toEqual([]);
  await office.close();

  // the person sees it without doing anything
  await expect(row.getByText('Active')).toBeVisible({ timeout: 20_000 });
  await expect(row.getByRole('link', { name: 'Issue a key' })).toBeVisible();
});

test.describe('an admin who only reads', () => {
  test.use({ storageState: sessionOf('dave') });

  test('sees what waits, and nothing to press', async ({ page }) => {
    for (const path of ['approvals', 'users', 'budgets', 'conflicts']) {
      await page.goto(`/app/admin/${path}`);
      await expect(page.getByText('You read along')).toBeVisible();
      await expect(page.getByRole('status', { name: 'Loading' })).toHaveCount(0);
      await expect(
        page.getByRole('main').getByRole('button', { name: /Approve|Reject|Disable|Set|Change|Remove|Delete|Leave/ }),
      ).toHaveCount(0);
    }
  });
});

test('a user is told that the page is for admins', async ({ page }) => {
  await page.goto('/app/admin/users');
  await expect(page.getByText('This page is for admins')).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Main navigation' }).getByText('Approvals')).toHaveCount(0);
});
