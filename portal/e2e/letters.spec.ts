import type { Page } from '@playwright/test';
import { look, WIDE } from './look';
import { sessionOf } from './people';
import { expect, test } from './wall';

test.use({ viewport: WIDE, storageState: sessionOf('carol') });

async function lettersThatWait(page: Page): Promise<string[]> {
  const answer = await page.request.get('/dead-letters/list?waiting=true&limit=200');
  const { items } = (await answer.json()) as { items: { id: string }[] };
  return items.map(({ id }) => id);
}

test('what was given up is kept, and sent again when an admin says so', async ({ page, browser }) => {
  const letters = page.getByRole('grid', { name: 'Dead letters' });
  const again = letters.getByRole('button', { name: /^Send again/ });
  await expect(async () => {
    await page.goto('/app/admin/health');
    await expect(again.first()).toBeVisible({ timeout: 3_000 });
  }).toPass({ timeout: 60_000 });
  await expect(letters.getByText('dispatch error: a switch of the emulator').first()).toBeVisible();
  await look(page, 'health-dead-letters');

  const reading = await browser.newContext({ storageState: sessionOf('dave') });
  const reader = await reading.newPage();
  await reader.goto('/app/admin/health');
  await expect(reader.getByRole('grid', { name: 'Dead letters' })).toBeVisible();
  await expect(reader.getByRole('button', { name: /^Send again/ })).toHaveCount(0);
  await reading.close();

  await again.first().click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  await look(page, 'health-send-again');
  const before = await lettersThatWait(page);
  await dialog.getByRole('button', { name: 'Send again' }).click();
  await expect(page.getByText('The event is on its way.')).toBeVisible();
  const after = await lettersThatWait(page);
  expect(before.filter((id) => !after.includes(id))).toHaveLength(1);
  await look(page, 'health-sent-again');
});
