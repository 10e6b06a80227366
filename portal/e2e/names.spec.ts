import { sessionOf, signIn } from './people';
import { fillInKey, shownValue, subscribe } from './steps';
import { expect, test, watch } from './wall';

const NAME = '<img src=x onerror=document.title="broken">';

test('a name is text wherever it is shown', async ({ page, browser }) => {
  await signIn(page, 'xaver');
  await subscribe(page, 'claude-sonnet-4-5', NAME);
  await subscribe(page, 'gpt-4o-mini', `${NAME} 2`);
  await fillInKey(page, `${NAME} 2`, NAME);
  await page.getByRole('button', { name: 'Issue a key' }).click();
  await shownValue(page);
  for (const path of [
    '',
    'subscriptions',
    'keys',
    'keys/new',
    'usage',
    `models/${encodeURIComponent(NAME)}`,
    `sign-in?problem=${encodeURIComponent(NAME)}`,
  ]) {
    await page.goto(`/app/${path}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.locator('img[src=x]')).toHaveCount(0);
  }
  await page.goto('/app/keys');
  await page.getByRole('link', { name: NAME }).click();
  await expect(page.getByRole('heading', { level: 1, name: NAME })).toBeVisible();

  const office = await browser.newContext({ storageState: sessionOf('carol') });
  const admin = await office.newPage();
  const faults = await watch(admin);
  await admin.goto('/app/admin/approvals');
  await expect(admin.getByText(NAME).first()).toBeVisible();
  await expect(admin.locator('img[src=x]')).toHaveCount(0);
  expect(faults).toEqual([]);
  await office.close();
});
