import { expect, test, type Page } from '@playwright/test';

/** Against a real Keycloak, which tools/keycloak/run starts with the people of tools/keycloak/realm.json. Its pages are not ours, so no wall here. */

const CSRF = { 'X-LiteMaaS-CSRF': '1' };

async function toKeycloak(page: Page, address: string) {
  await page.goto(address);
  await page.getByRole('link', { name: /^Sign in with/ }).click();
  await page.waitForURL(/\/realms\/litemaas\//);
}

async function signIn(page: Page, name: string, address = '/app/') {
  await toKeycloak(page, address);
  await page.locator('#username').fill(name);
  await page.locator('#password').fill(`only-for-tests-${name}`);
  await page.locator('#kc-login').click();
  await page.waitForURL((url) => url.pathname.startsWith('/app/'));
}

async function post(page: Page, path: string, body: object = {}) {
  return page.request.post(path, { headers: CSRF, data: body });
}

test.describe.configure({ mode: 'serial' });

test('a person signs in, and is asked for as the standard wants', async ({ page, context }) => {
  const asked = page.waitForRequest(/\/protocol\/openid-connect\/auth\?/);
  await signIn(page, 'kurt', '/app/keys');

  await expect(page).toHaveURL(/\/app\/keys$/);
  await expect(page.getByRole('button', { name: 'kurt' })).toBeVisible();
  const query = new URL((await asked).url()).searchParams;
  expect(query.get('code_challenge_method')).toBe('S256');
  expect(query.get('code_challenge')).toMatch(/^[\w-]{43}$/);
  expect(query.get('nonce')).toBeTruthy();
  expect(query.get('state')).toBeTruthy();
  const cookies = (await context.cookies()).filter((cookie) => cookie.domain === 'localhost');
  expect(cookies.map(({ name, httpOnly, sameSite, path }) => ({ name, httpOnly, sameSite, path }))).toEqual(
    expect.arrayContaining([
      { name: 'lm', httpOnly: true, sameSite: 'Lax', path: '/' },
      { name: 'lm-refresh', httpOnly: true, sameSite: 'Strict', path: '/auth/refresh' },
    ]),
  );
  expect(cookies).toHaveLength(2);
});

test('a wrong password leaves them outside', async ({ page }) => {
  await toKeycloak(page, '/app/');
  await page.locator('#username').fill('kurt');
  await page.locator('#password').fill('wrong');
  await page.locator('#kc-login').click();
  await expect(page.getByText('Invalid username or password.')).toBeVisible();
  expect((await page.request.get('/auth/me')).status()).toBe(401);
});

test('groups of the realm make an admin', async ({ page }) => {
  await signIn(page, 'kira');
  const me = await (await page.request.get('/auth/me')).json();
  expect(me.roles).toEqual(expect.arrayContaining(['user', 'admin']));
});

test('two tabs whose access token went refresh at once, and a token used later ends the session', async ({
  page,
  context,
}) => {
  test.setTimeout(90_000);
  await signIn(page, 'kurt');
  const old = (await context.cookies()).filter((cookie) => cookie.name === 'lm-refresh');
  const other = await context.newPage();
  await context.clearCookies({ name: 'lm' });
  await Promise.all([page.goto('/app/keys'), other.goto('/app/usage')]);
  await expect(page.getByRole('heading', { level: 1, name: 'Keys' })).toBeVisible();
  await expect(other.getByRole('heading', { level: 1, name: 'Usage' })).toBeVisible();
  expect((await context.cookies()).find((cookie) => cookie.name === 'lm-refresh')?.value).not.toBe(old[0]?.value);

  // beyond the seconds in which two tabs may use one token
  await page.waitForTimeout(21_000);
  expect((await page.request.get('/auth/me')).status()).toBe(200);
  await context.addCookies(old);
  expect((await post(page, '/auth/refresh')).status()).toBe(401);
  expect((await page.request.get('/auth/me')).status()).toBe(401);
});

test('signing out everywhere ends the other browser with its next call', async ({ page, browser }) => {
  await signIn(page, 'kurt');
  const elsewhere = await browser.newPage();
  await signIn(elsewhere, 'kurt');
  expect((await post(page, '/auth/logout-everywhere')).status()).toBe(204);

  expect((await elsewhere.request.get('/keys/list')).status()).toBe(401);
  await elsewhere.goto('/app/keys');
  await expect(elsewhere.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
  await elsewhere.close();
});

test('a disabled user is out with the next call, and stays out', async ({ page, browser }) => {
  await signIn(page, 'kurt');
  const kurt = await (await page.request.get('/auth/me')).json();
  const admin = await browser.newPage();
  await signIn(admin, 'kira');
  expect((await post(admin, '/users/disable', { userId: kurt.id })).status()).toBe(200);

  expect((await page.request.get('/keys/list')).status()).toBe(401);
  await page.goto('/app/');
  await page.getByRole('link', { name: /^Sign in with/ }).click();
  await expect(page.getByText('Your account is disabled.')).toBeVisible();
  expect((await post(admin, '/users/enable', { userId: kurt.id })).status()).toBe(200);
  await admin.close();
});
