import { loseEvents } from './broker';
import { sessionOf } from './people';
import { expect, test } from './wall';

test.use({ storageState: sessionOf('carol') });

// the broker tries for a minute before it gives up, in which pages are looked at that need no event
test('from here on no event comes through', async ({ page }) => {
  await expect(async () => {
    // the last that is needed: LiteLLM's keys were compared with ours
    await page.goto('/app/admin/conflicts');
    await expect(page.getByText('A key that we do not know')).toBeVisible({ timeout: 3_000 });
  }).toPass({ timeout: 60_000 });
  await loseEvents();
});
