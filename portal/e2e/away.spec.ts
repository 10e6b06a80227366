import { bringBack, call, takeAway } from './litellm';
import { look, settle } from './look';
import { sessionOf } from './people';
import { fillInKey, issueKey, shownValue, subscribe } from './steps';
import { expect, test } from './wall';

test.use({ storageState: sessionOf('olga') });
test.afterEach(bringBack);

test('while LiteLLM is away pages are read, a key waits, a block is pending, and all finishes by itself', async ({
  page,
  context,
  browser,
}) => {
  test.setTimeout(150_000);
  await subscribe(page, 'gpt-4o-mini', 'In the storm');
  const old = await issueKey(page, 'In the storm', 'Before');
  await fillInKey(page, 'In the storm', 'During');
  await takeAway();

  await page.getByRole('button', { name: 'Issue a key' }).click();
  await expect(page.getByText('Pending: LiteLLM is away')).toBeVisible({ timeout: 20_000 });
  await look(page, 'keys-new-pending');

  const other = await context.newPage();
  await other.goto('/app/models');
  await expect(other.getByRole('link', { name: 'gpt-4o-mini' })).toBeVisible();
  await other.goto('/app/keys');
  await other.getByRole('link', { name: 'Before' }).click();
  await other.getByRole('button', { name: 'Block' }).click();
  await other.getByRole('dialog').getByRole('button', { name: 'Block' }).click();
  const facts = other.getByRole('region', { name: 'About the key' });
  await expect(facts.getByText('Blocked', { exact: true })).toBeVisible();
  await expect(facts.getByText('LiteLLM follows')).toBeVisible();
  await expect(other.getByText('LiteLLM can’t be used at the moment')).toBeVisible({ timeout: 45_000 });
  await look(other, 'key-litellm-away');
  await other.goto('/app/');
  await expect(other.getByRole('region', { name: 'Under way' }).getByText('Before')).toBeVisible();
  await look(other, 'home-litellm-away');
  await other.goBack();

  const office = await browser.newContext({ storageState: sessionOf('carol') });
  const admin = await office.newPage();
  await admin.goto('/app/admin/health');
  await expect(admin.getByText('LiteLLM can’t be used. It is tried again by itself.')).toBeVisible();
  await settle(admin);
  await look(admin, 'health-litellm-away');
  await office.close();

  await bringBack();
  const value = await test.step('the key comes by itself', async () => {
    await expect(page.getByRole('heading', { level: 1, name: '“During” is issued' })).toBeVisible({ timeout: 60_000 });
    return shownValue(page);
  });
  expect(await call(value)).toBe(200);
  await expect(facts.getByText('LiteLLM follows')).toHaveCount(0, { timeout: 60_000 });
  await expect.poll(() => call(old), { timeout: 20_000 }).not.toBe(200);
});
