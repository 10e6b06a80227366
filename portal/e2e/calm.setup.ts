import { deliverEvents, givenUp } from './broker';
import { signIn } from './people';
import { expect, test } from './wall';

test.describe.configure({ timeout: 200_000 });

test('from here on events come through again, but what was given up', async ({ page }) => {
  const before = givenUp();
  // nothing is due in a house where all is well, so this is the event that nobody takes
  await signIn(page, 'zoe');
  await expect.poll(givenUp, { timeout: 120_000, intervals: [500] }).toBeGreaterThan(before);
  await deliverEvents();
});
