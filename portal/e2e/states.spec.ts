import { ADMIN_PAGES, PAGES } from './addresses';
import { alterAnswer, holdAnswers, loseAnswers, loseScript } from './answers';
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

test.describe('what is seldom seen by a user', () => {
  test.use({ storageState: sessionOf('alice') });

  test('a change that failed', async ({ page }) => {
    await page.goto('/app/subscriptions');
    await page.getByRole('button', { name: /^Cancel subscription Sample/ }).click();
    await loseAnswers(page);
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel subscription' }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(page.getByText('LiteMaaS can’t be reached.')).toBeVisible();
    await look(page, 'notice-failed');
  });

  test('a refused request', async ({ page }) => {
    await page.goto('/app/subscriptions/new?model=gpt-4o-mini');
    await page.getByRole('textbox', { name: 'Name' }).fill('Too fast');
    await page.getByRole('spinbutton', { name: 'Requests a minute' }).fill('99999999999');
    await page.getByRole('button', { name: 'Request', exact: true }).click();
    await expect(page.getByText('rpmLimit')).toBeVisible();
    await look(page, 'subscriptions-new-refused');
  });

  test('an empty catalogue', async ({ page }) => {
    await alterAnswer<{ items: object[] }>(page, '/models/list', (answer) => ({ ...answer, items: [] }));
    await page.goto('/app/models');
    await expect(page.getByText('No models yet')).toBeVisible();
    await look(page, 'models-empty');
  });

  test('a day that LiteLLM sums otherwise', async ({ page }) => {
    await alterAnswer<object>(page, '/usage', (answer) => ({ ...answer, driftDays: ['2026-11-03', '2026-11-04'] }));
    await page.goto('/app/usage');
    await expect(page.getByText('LiteLLM’s own total differs')).toBeVisible();
    await settle(page);
    await look(page, 'usage-drift');
  });
});

test.describe('an admin page', () => {
  test.describe('for an admin', () => {
    test.use({ storageState: sessionOf('carol') });
    canNotBeRead(ADMIN_PAGES);

    test('users, one of them disabled', async ({ page }) => {
      await alterAnswer<{ items: { username: string }[] }>(page, '/users/list', (answer) => ({
        ...answer,
        items: answer.items.map((one) =>
          one.username === 'bob' ? { ...one, disabledAt: '2026-11-03T10:00:00Z' } : one,
        ),
      }));
      await page.goto('/app/admin/users');
      await expect(page.getByRole('button', { name: 'Enable bob' })).toBeVisible();
      await look(page, 'users-disabled');
    });

    test('budgets, a refused one', async ({ page }) => {
      await page.goto('/app/admin/budgets');
      await page.getByRole('button', { name: 'Set a budget' }).click();
      const form = page.getByRole('dialog');
      await form.getByRole('combobox', { name: 'For' }).selectOption({ label: 'Bob Example' });
      await form.getByRole('textbox', { name: 'Amount' }).fill('10');
      await form.getByRole('textbox', { name: 'Alerts' }).fill('9999');
      await form.getByRole('button', { name: 'Save' }).click();
      await expect(form.getByText('thresholds')).toBeVisible();
      await look(page, 'budgets-form-refused');
    });

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
