import { expect, type Page } from '@playwright/test';

/** Where a person's session lies between the set-up and the tests. */
export const sessionOf = (name: string) => `test-results/people/${name}.json`;

/** Chooses somebody on the stand-in's page, as a browser shows it. */
export async function chooseOnProvider(page: Page, name: string) {
  const known = page.getByRole('button', { name: new RegExp(`^${name}\\b`, 'i') });
  await page.waitForURL(/\/oauth\/authorize/);
  if (await known.count()) {
    await known.first().click();
  } else {
    await page.locator('input[name=user]').fill(name);
    await page.locator('input[name=user]').press('Enter');
  }
  await page.waitForURL(/\/app\//);
}

/** Goes to the provider's page; sign-ins are limited to so many a minute, which a run of all tests may come near. */
export async function beginSignIn(page: Page, address: string) {
  await expect(async () => {
    await page.goto(address);
    await page.getByRole('link', { name: /^Sign in with/ }).click();
    await page.waitForURL(/\/oauth\/authorize/, { timeout: 3_000 });
  }).toPass({ intervals: [5_000], timeout: 70_000 });
}

export async function signIn(page: Page, name: string, address = '/app/') {
  await beginSignIn(page, address);
  await chooseOnProvider(page, name);
}
