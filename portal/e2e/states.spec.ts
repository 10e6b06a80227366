import { ADMIN_PAGES, PAGES } from './addresses';
import { holdAnswers, loseAnswers, loseScript } from './answers';
import { look, settle, WIDE } from './look';
import { sessionOf } from './people';
import { expect, test } from './wall';

test.use({ viewport: WIDE });

/** A key of nobody, whose page finds out that there is none only after it has read all keys. */
const KEY = 'keys/00000000-0000-4000-8000-000000000000';

function canNotBeRead(pages: Record<string, string>) {
  for (const [name, path] of Object.entries(pages)) {
    test(`${name}, when it can't be read`, async ({ page }) => {
      await loseAnswers(page);
      await page.goto(`/app/${path}`);
      await expect(page.getByText('LiteMaaS can’t be reached.').first()).toBeVisible();
      await settle(page);
      await look(page, `${name}-error`);
    });
  }
}

test.describe('a page of a user', () => {
  test.use({ storageState: sessionOf('alice') });
  canNotBeRead({ ...PAGES, key: KEY });

  test('that is read when the network is back', async ({ page }) => {
    await loseAnswers(page);
    await page.goto('/app/models');
    await expect(page.getByText('LiteMaaS can’t be reached.')).toBeVisible();
    await page.unroute('**');
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByRole('link', { name: 'gpt-4o-mini' })).toBeVisible();
  });

  test('whose script can not be had', async ({ page }) => {
    await loseScript(page, 'UsagePage');
    await page.goto('/app/usage');
    await expect(page.getByRole('heading', { level: 1, name: 'This page broke' })).toBeVisible();
    await look(page, 'broken');
    await page.getByRole('link', { name: 'Keys', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Keys' })).toBeVisible();
  });

  test('of which there is none', async ({ page }) => {
    for (const [name, path] of Object.entries({ 'model-unknown': 'models/none-of-this-name', 'key-unknown': KEY })) {
      await page.goto(`/app/${path}`);
      await settle(page);
      await look(page, name);
    }
  });

  test('models, none found', async ({ page }) => {
    await page.goto('/app/models');
    await page.getByRole('textbox', { name: 'Search' }).fill('no such model');
    await expect(page.getByText('No model fits')).toBeVisible();
    await look(page, 'models-none');
  });
});

test.describe('an admin page', () => {
  test.describe('for an admin', () => {
    test.use({ storageState: sessionOf('carol') });
    canNotBeRead(ADMIN_PAGES);

    test('users, none found', async ({ page }) => {
      await page.goto('/app/admin/users');
      await page.getByRole('textbox', { name: 'Search' }).fill('nobody of this name');
      await expect(page.getByText('Nobody of that name')).toBeVisible();
      await look(page, 'users-none');
    });
  });

  test.describe('for somebody else', () => {
    test.use({ storageState: sessionOf('alice') });
    test('is not permitted', async ({ page }) => {
      for (const [name, path] of Object.entries(ADMIN_PAGES)) {
        await page.goto(`/app/${path}`);
        await expect(page.getByText('This page is for admins')).toBeVisible();
        await look(page, `${name}-no-permission`);
      }
    });
  });
});

test.describe('for somebody who has nothing yet', () => {
  test.use({ storageState: sessionOf('zoe') });
  test('each page is empty', async ({ page }) => {
    for (const name of ['home', 'subscriptions', 'keys', 'keys-new', 'usage', 'inbox'] as const) {
      await page.goto(`/app/${PAGES[name]}`);
      await settle(page);
      await look(page, `${name}-empty`);
    }
  });
});

test.describe('the whole portal', () => {
  test.use({ storageState: sessionOf('alice') });
  test('while it is not known who is there', async ({ page }) => {
    await holdAnswers(page, 'nothing');
    await page.goto('/app/');
    await expect(page.locator('.lm-blank')).toBeVisible();
    await look(page, 'portal-loading');
  });

  test('when that can not be found out', async ({ page }) => {
    await loseAnswers(page, 'nothing');
    await page.goto('/app/');
    await expect(page.getByText('LiteMaaS can’t be reached.')).toBeVisible();
    await look(page, 'portal-error');
  });

  test('at the door', async ({ page }) => {
    await loseAnswers(page, 'nothing');
    await page.goto('/app/sign-in');
    await expect(page.getByRole('link', { name: 'Sign in', exact: true })).toBeVisible();
    await look(page, 'sign-in-error');
  });
});
