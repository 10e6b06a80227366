import { ADMIN_PAGES, PAGES } from './addresses';
import { lookNarrow, NARROW, settle } from './look';
import { sessionOf } from './people';
import { expect, test } from './wall';

test.use({ storageState: sessionOf('alice') });

// its words are the longest
for (const [name, pages] of Object.entries({ alice: PAGES, carol: ADMIN_PAGES })) {
  test.describe('in German', () => {
    test.use({ locale: 'de-DE', viewport: NARROW, storageState: sessionOf(name) });
    test(`each page of ${name} fits a narrow screen`, async ({ page }) => {
      for (const [which, path] of Object.entries(pages)) {
        await page.goto(`/app/${path}`);
        await settle(page);
        await expect(page.locator('html')).toHaveAttribute('lang', 'de');
        await lookNarrow(page, `${which}-german`);
      }
    });
  });
}

test('the portal speaks German where the browser does', async ({ browser }) => {
  const context = await browser.newContext({ locale: 'de-DE', storageState: sessionOf('alice') });
  const page = await context.newPage();
  await page.goto('/app/models');
  await expect(page.getByRole('heading', { level: 1, name: 'Modelle' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await expect(page.getByText('3,00 $').or(page.getByText('3,00\u00a0$'))).toBeVisible();
  await context.close();
});

test('and where one chooses it', async ({ page }) => {
  await page.goto('/app/usage');
  await page.getByRole('button', { name: 'Alice Example' }).click();
  await page.getByRole('menuitem', { name: 'Deutsch' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Nutzung' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Nutzung' })).toBeVisible();
});
