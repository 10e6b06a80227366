import { deliverEvents, givenUp } from './broker';
import { expect, test } from './wall';

test.describe.configure({ timeout: 150_000 });

test('from here on events come through again, but what was given up', async () => {
  await expect.poll(givenUp, { timeout: 120_000 }).toBeGreaterThan(0);
  await deliverEvents();
});
