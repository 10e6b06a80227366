import { beginSignIn, chooseOnProvider, signIn } from './people';
import { expect, test } from './wall';

const PROVIDER = process.env.LITEMAAS_PROVIDER_URL ?? '';

async function providerFaults(faults: object) {
  await fetch(`${PROVIDER}/emulator/faults`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(faults),
  });
}

test.describe.configure({ mode: 'serial', timeout: 120_000 });
test.afterEach(() => fetch(`${PROVIDER}/emulator/faults`, { method: 'DELETE' }));

test('who says no at the provider is told so, and can try again', async ({ page }) => {
  await beginSignIn(page, '/app/keys');
  await page.getByRole('button', { name: 'Refuse' }).click();
  await expect(page.getByText('The sign-in was refused.')).toBeVisible();

  await page.getByRole('link', { name: 'Try again' }).click();
  await chooseOnProvider(page, 'rosa');
  await expect(page).toHaveURL(/\/app\/keys$/);
});

test('a sign-in that was begun elsewhere has expired', async ({ page }) => {
  await page.goto('/auth/callback?state=of-another-browser&code=x');
  await expect(page.getByText('The sign-in has expired.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Try again' })).toBeVisible();
});

test('a provider that is away is told, and tried again', async ({ page }) => {
  await beginSignIn(page, '/app/');
  await providerFaults({ token: 'error' });
  await page.getByRole('button', { name: /^Alice/ }).click();
  await expect(page.getByText('The sign-in service can’t be reached.')).toBeVisible();

  await providerFaults({});
  await page.getByRole('link', { name: 'Try again' }).click();
  await chooseOnProvider(page, 'sven');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('sven');
});

test('who comes for the first time is asked once who they are', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => {
    const path = new URL(request.url()).pathname;
    if (path.startsWith('/auth/')) asked.push(path);
  });

  await page.goto('/app/keys');
  // the provider is asked last, and named when it has answered
  await expect(page.getByRole('link', { name: /^Sign in with/ })).toBeVisible();

  expect(asked.sort()).toEqual(['/auth/me', '/auth/provider', '/auth/refresh']);
});

test('a session that ended leads back to where one was', async ({ page }) => {
  await signIn(page, 'tina');
  // the access token goes, the refresh token stays: nobody notices
  await page.context().clearCookies({ name: 'lm' });
  await page.getByRole('link', { name: 'Usage' }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Usage' })).toBeVisible();
  await expect(page.getByText('Nothing was used in this time')).toBeVisible();

  await page.context().clearCookies();
  await page.goto('/app/subscriptions?from=here');
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
  await page.getByRole('link', { name: 'Sign in with OpenShift' }).click();
  await chooseOnProvider(page, 'tina');
  await expect(page).toHaveURL(/\/app\/subscriptions\?from=here$/);

  await page.getByRole('button', { name: 'tina' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page.getByText('You are signed out.')).toBeVisible();
  await page.goto('/app/keys');
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
});

test('two tabs whose session ended at once both go on', async ({ page, context }) => {
  await signIn(page, 'uwe');
  const other = await context.newPage();
  await context.clearCookies({ name: 'lm' });
  await Promise.all([page.goto('/app/keys'), other.goto('/app/usage')]);
  await expect(page.getByRole('heading', { level: 1, name: 'Keys' })).toBeVisible();
  await expect(other.getByRole('heading', { level: 1, name: 'Usage' })).toBeVisible();
});
