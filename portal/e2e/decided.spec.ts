import { look, settle, WIDE } from './look';
import { sessionOf } from './people';
import { expect, test } from './wall';

test.use({ viewport: WIDE, storageState: sessionOf('carol') });

// a question's button has the name of the one that led to it, so what is left is counted when the question is gone
test('when all is decided, nothing waits', async ({ page }) => {
  await page.goto('/app/admin/approvals');
  await settle(page);
  const waiting = page.getByRole('button', { name: 'Reject' });
  while ((await waiting.count()) > 0) {
    const left = await waiting.count();
    await waiting.first().click();
    await page.getByRole('dialog').getByRole('button', { name: 'Reject' }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(waiting).toHaveCount(left - 1);
  }
  await expect(page.getByText('Nothing waits')).toBeVisible();
  await look(page, 'approvals-empty');
});

test('when no budget is left, it says how to set one', async ({ page }) => {
  await page.goto('/app/admin/budgets');
  await settle(page);
  const budgets = page.getByRole('button', { name: /^Remove/ });
  while ((await budgets.count()) > 0) {
    const left = await budgets.count();
    await budgets.first().click();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(budgets).toHaveCount(left - 1);
  }
  await expect(page.getByText('No budgets yet')).toBeVisible();
  await look(page, 'budgets-empty');
});
