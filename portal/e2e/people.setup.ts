import { expect } from '@playwright/test';
import { sessionOf, signIn } from './people';
import { test } from './wall';

for (const name of ['alice', 'bob', 'carol', 'dave', 'olga', 'zoe']) {
  test(`${name} signs in`, async ({ page }) => {
    await signIn(page, name);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Hello');
    await page.context().storageState({ path: sessionOf(name) });
  });
}
