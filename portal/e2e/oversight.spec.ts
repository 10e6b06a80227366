import { call, push } from './ledger';
import { look, settle, WIDE } from './look';
import { sessionOf } from './people';
import { expect, test } from './wall';

test.use({ viewport: WIDE, storageState: sessionOf('carol') });

const HOSTILE = '<img src=x onerror=alert(1)>';

test('a key that nobody issued is a conflict until an admin decides', async ({ page }) => {
  await page.goto('/app/admin/conflicts');
  await expect(page.getByText(HOSTILE).first()).toBeVisible();
  await expect(page.locator('img[src=x]')).toHaveCount(0);
  await look(page, 'conflicts-filled');
  for (const [name, button] of [
    ['conflicts-delete', 'Delete in LiteLLM'],
    ['conflicts-leave', 'Leave it'],
  ] as const) {
    await page.getByRole('button', { name: button }).first().click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await look(page, name);
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  }
  const open = page.getByRole('button', { name: 'Delete in LiteLLM' });
  while ((await open.count()) > 0) {
    const left = await open.count();
    await open.first().click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete in LiteLLM' }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(open).toHaveCount(left - 1);
  }
  await expect(page.getByText('LiteLLM and LiteMaaS agree')).toBeVisible();
  await look(page, 'conflicts-empty');
});

test('the ledger shows what it could not book, and what came otherwise', async ({ page }) => {
  const once = call();
  await push(once);
  await push({ ...once, response_cost: 0.5 });
  await push(call({ id: 'of no cost', litellm_call_id: HOSTILE, response_cost: 'much' }));
  await page.goto('/app/admin/ledger');
  await settle(page);
  await expect(page.getByRole('region', { name: 'Quarantine' }).getByText(HOSTILE)).toBeVisible();
  await expect(page.getByRole('region', { name: 'Discrepancies' }).getByText('US$0.50')).toBeVisible();
  await expect(page.locator('img[src=x]')).toHaveCount(0);
  await look(page, 'ledger-filled');
});
