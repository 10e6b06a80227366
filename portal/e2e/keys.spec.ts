import { call } from './litellm';
import { look } from './look';
import { sessionOf } from './people';
import { issueKey, subscribe } from './steps';
import { expect, test } from './wall';

test.use({ storageState: sessionOf('olga') });

test('a key is blocked, unblocked, revoked, and its subscription cancelled', async ({ page }) => {
  await subscribe(page, 'team-llama', 'Trying out');
  const value = await issueKey(page, 'Trying out', 'Server');
  await look(page, 'key-issued');
  await page.getByRole('link', { name: 'I have put it away' }).click();
  const dialog = page.getByRole('dialog');
  const facts = page.getByRole('region', { name: 'About the key' });

  await page.getByRole('button', { name: 'Block' }).click();
  await dialog.getByRole('button', { name: 'Block' }).click();
  await expect(facts.getByText('Blocked', { exact: true })).toBeVisible();
  await expect.poll(() => call(value, 'team-llama'), { timeout: 20_000 }).not.toBe(200);
  await expect(facts.getByText('LiteLLM follows')).toHaveCount(0, { timeout: 20_000 });
  await look(page, 'key-blocked');

  await page.getByRole('button', { name: 'Unblock' }).click();
  await expect(facts.getByText('Works')).toBeVisible();
  await expect.poll(() => call(value, 'team-llama'), { timeout: 20_000 }).toBe(200);

  await page.getByRole('button', { name: 'Revoke' }).click();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Revoke' }).click();
  await dialog.getByRole('button', { name: 'Revoke' }).click();
  await expect(facts.getByText('Revoked', { exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Revoke' })).toHaveCount(0);
  await look(page, 'key-revoked');
  await expect.poll(() => call(value, 'team-llama'), { timeout: 20_000 }).not.toBe(200);

  await page.goto('/app/subscriptions');
  await page.getByRole('button', { name: 'Cancel subscription Trying out' }).click();
  await dialog.getByRole('button', { name: 'Cancel subscription' }).click();
  await expect(page.getByRole('row', { name: 'Trying out' }).getByText('Cancelled')).toBeVisible();
});
