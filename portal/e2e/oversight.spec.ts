import { deliverEvents, givenUp, loseEvents } from './broker';
import { call, push } from './ledger';
import { look, settle, WIDE } from './look';
import { sessionOf } from './people';
import { expect, test } from './wall';

test.use({ viewport: WIDE, storageState: sessionOf('carol') });
// the broker tries for a minute before it gives up, in which the others look at something else
test.describe.configure({ mode: 'serial', timeout: 150_000 });

const HOSTILE = '<img src=x onerror=alert(1)>';
let givenUpBefore = 0;

test.afterAll(deliverEvents);

test('a key that nobody issued is a conflict until an admin decides', async ({ page }) => {
  await expect(async () => {
    await page.goto('/app/admin/conflicts');
    await expect(page.getByText('A key that we do not know')).toBeVisible({ timeout: 3_000 });
  }).toPass({ timeout: 60_000 });
  // it came by an event; from here on none is needed
  givenUpBefore = givenUp();
  await loseEvents();
  await expect(page.getByText(HOSTILE).first()).toBeVisible();
  await expect(page.locator('img[src=x]')).toHaveCount(0);
  await look(page, 'conflicts-filled');
  for (const [name, button] of [
    ['conflicts-delete', 'Delete in LiteLLM'],
    ['conflicts-leave', 'Leave it'],
  ] as const) {
    await page.getByRole('button', { name: button }).first().click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await look(page, name);
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  }
  const open = page.getByRole('button', { name: 'Delete in LiteLLM' });
  while ((await open.count()) > 0) {
    const left = await open.count();
    await open.first().click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete in LiteLLM' }).click();
    await expect(open).toHaveCount(left - 1);
  }
  await expect(page.getByText('LiteLLM and LiteMaaS agree')).toBeVisible();
});

test('the ledger shows what it could not book, and what came otherwise', async ({ page }) => {
  const once = call();
  await push(once);
  await push({ ...once, response_cost: 0.5 });
  await push(call({ id: 'of no cost', litellm_call_id: HOSTILE, response_cost: 'much' }));
  await page.goto('/app/admin/ledger');
  await settle(page);
  await expect(page.getByRole('region', { name: 'Quarantine' }).getByText(HOSTILE)).toBeVisible();
  await expect(page.getByRole('region', { name: 'Discrepancies' }).getByText('US$0.50')).toBeVisible();
  await expect(page.locator('img[src=x]')).toHaveCount(0);
  await look(page, 'ledger-filled');
});

test('when all is decided, nothing waits', async ({ page }) => {
  await page.goto('/app/admin/approvals');
  await settle(page);
  const waiting = page.getByRole('button', { name: 'Reject' });
  while ((await waiting.count()) > 0) {
    const left = await waiting.count();
    await waiting.first().click();
    await page.getByRole('dialog').getByRole('button', { name: 'Reject' }).click();
    await expect(waiting).toHaveCount(left - 1);
  }
  await expect(page.getByText('Nothing waits')).toBeVisible();
  await look(page, 'approvals-empty');
});

test('when no budget is left, it says how to set one', async ({ page }) => {
  await page.goto('/app/admin/budgets');
  await settle(page);
  const budgets = page.getByRole('button', { name: /^Remove/ });
  while ((await budgets.count()) > 0) {
    const left = await budgets.count();
    await budgets.first().click();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    await expect(budgets).toHaveCount(left - 1);
  }
  await expect(page.getByText('No budgets yet')).toBeVisible();
  await look(page, 'budgets-empty');
});

test('what was given up is kept, and sent again when an admin says so', async ({ page, browser }) => {
  await expect.poll(givenUp, { timeout: 120_000 }).toBeGreaterThan(givenUpBefore);
  await deliverEvents();
  const letters = page.getByRole('grid', { name: 'Dead letters' });
  const again = letters.getByRole('button', { name: /^Send again/ });
  await expect(async () => {
    await page.goto('/app/admin/health');
    await expect(again).toHaveCount(givenUp() - givenUpBefore, { timeout: 3_000 });
  }).toPass({ timeout: 60_000 });
  await expect(letters.getByText('dispatch error: a switch of the emulator').first()).toBeVisible();
  await look(page, 'health-dead-letters');

  const reading = await browser.newContext({ storageState: sessionOf('dave') });
  const reader = await reading.newPage();
  await reader.goto('/app/admin/health');
  await expect(reader.getByRole('grid', { name: 'Dead letters' })).toBeVisible();
  await expect(reader.getByRole('button', { name: /^Send again/ })).toHaveCount(0);
  await reading.close();

  const name = (await again.first().getAttribute('aria-label')) ?? '';
  const ofThisName = letters.getByRole('button', { name, exact: true });
  const left = await ofThisName.count();
  await again.first().click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await look(page, 'health-send-again');
  await page.getByRole('dialog').getByRole('button', { name: 'Send again' }).click();
  await expect(page.getByText('The event is on its way.')).toBeVisible();
  await expect(ofThisName).toHaveCount(left - 1);
  await look(page, 'health-sent-again');
});
