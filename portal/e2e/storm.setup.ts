import { loseEvents } from './broker';
import { sessionOf, signIn } from './people';
import { expect, test } from './wall';

test.use({ storageState: sessionOf('carol') });

// the broker tries for a minute before it gives up, in which pages are looked at that need no event
test.describe.configure({ timeout: 150_000 });

test('from here on no event comes through', async ({ page, browser }) => {
  await expect(async () => {
    // the last that is needed: LiteLLM's keys were compared with ours
    await page.goto('/app/admin/conflicts');
    await expect(page.getByText('A key that we do not know')).toBeVisible({ timeout: 3_000 });
  }).toPass({ timeout: 60_000 });
  await loseEvents();
  // nothing is due in a house where all is well, so this is the event that nobody will take
  const visitor = await browser.newContext({ storageState: { cookies: [], origins: [] } });
  await signIn(await visitor.newPage(), 'zoe');
  await visitor.close();
});
