import { expect, type Page } from '@playwright/test';

/** Subscribes as a person does, from the model's page. */
export async function subscribe(page: Page, model: string, name: string) {
  await page.goto(`/app/models/${encodeURIComponent(model)}`);
  await page.getByRole('link', { name: 'Subscribe' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill(name);
  await expect(page.getByRole('checkbox', { name: model })).toBeChecked();
  await page.getByRole('button', { name: 'Request', exact: true }).click();
  await expect(page.getByRole('row', { name })).toBeVisible();
}

export async function fillInKey(page: Page, subscription: string, name: string) {
  await page.goto('/app/keys/new');
  await page.getByRole('textbox', { name: 'Name' }).fill(name);
  await page.getByRole('combobox', { name: 'Subscription' }).selectOption({ label: subscription });
}

/** The value that is shown, this once. */
export async function shownValue(page: Page): Promise<string> {
  const value = page.getByRole('region', { name: 'The key’s value' }).locator('pre');
  await expect(value).toHaveText(/^sk-lm-[0-9A-Za-z]{49}$/);
  return (await value.textContent()) ?? '';
}

export async function issueKey(page: Page, subscription: string, name: string): Promise<string> {
  await fillInKey(page, subscription, name);
  await page.getByRole('button', { name: 'Issue a key' }).click();
  return shownValue(page);
}
