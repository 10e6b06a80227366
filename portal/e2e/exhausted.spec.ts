import { call } from './litellm';
import { look } from './look';
import { sessionOf, signIn } from './people';
import { issueKey, subscribe } from './steps';
import { expect, test } from './wall';

test('a key whose budget is used up stops, and its owner learns why', async ({ page, browser }) => {
  await signIn(page, 'erik');
  await subscribe(page, 'gpt-4o-mini', 'Small money');
  const value = await issueKey(page, 'Small money', 'Spender');

  const office = await browser.newContext({ storageState: sessionOf('carol') });
  const admin = await office.newPage();
  await admin.goto('/app/admin/budgets');
  await admin.getByRole('button', { name: 'Set a budget' }).click();
  const form = admin.getByRole('dialog');
  await form.getByRole('combobox', { name: 'Scope' }).selectOption('Key');
  await form.getByRole('combobox', { name: 'For' }).selectOption({ label: 'Spender (erik)' });
  await form.getByRole('textbox', { name: 'Amount' }).fill('0.00001');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(admin.getByText('The budget is set.')).toBeVisible();
  await expect(admin.getByRole('row', { name: 'Spender' })).toBeVisible();

  expect(await call(value)).toBe(200);
  await page.goto('/app/keys');
  const row = page.getByRole('row', { name: 'Spender' });
  await expect(row.getByText('Budget used up')).toBeVisible({ timeout: 45_000 });
  await expect.poll(() => call(value), { timeout: 30_000 }).not.toBe(200);

  await page.getByRole('link', { name: 'Spender' }).click();
  await expect(page.getByText('It works again in the budget’s next period')).toBeVisible();
  await expect(page.getByText('used up: its keys are stopped')).toBeVisible({ timeout: 30_000 });
  const badge = page.getByRole('navigation', { name: 'Main navigation' }).getByText(/unread messages/);
  await expect(badge).toBeAttached({ timeout: 30_000 });
  await look(page, 'key-exhausted');
  await page.goto('/app/inbox');
  const unread = page.getByRole('button', { name: /^Mark as read/ });
  await expect(unread.first()).toBeVisible();
  await look(page, 'inbox-unread');
  while (await unread.count()) {
    const left = await unread.count();
    await unread.first().click();
    await expect(unread).toHaveCount(left - 1);
  }
  await expect(badge).toHaveCount(0);

  await admin.getByRole('row', { name: 'Spender' }).getByRole('button', { name: 'Change' }).click();
  await form.getByRole('textbox', { name: 'Amount' }).fill('5');
  await form.getByRole('button', { name: 'Save' }).click();
  await page.goto('/app/keys');
  await expect(row.getByText('Works')).toBeVisible({ timeout: 45_000 });
  await admin.getByRole('row', { name: 'Spender' }).getByRole('button', { name: 'Remove' }).click();
  await form.getByRole('button', { name: 'Remove' }).click();
  await expect(admin.getByRole('row', { name: 'Spender' })).toHaveCount(0);
  await office.close();
});
