import { execFileSync } from 'node:child_process';
import { signIn } from './people';
import { issueKey, subscribe } from './steps';
import { expect, test } from './wall';

test('a newcomer has a key that works, and sees what it cost', async ({ page }) => {
  await signIn(page, 'nina');
  const first = page.getByRole('list', { name: 'First steps' });
  await first.getByRole('link', { name: 'See the models' }).click();
  await page.getByRole('textbox', { name: 'Search' }).fill('mini');
  await expect(page.getByRole('row')).toHaveCount(2);
  await page.getByRole('link', { name: 'gpt-4o-mini' }).click();
  await expect(page.getByText('US$0.15')).toBeVisible();

  await subscribe(page, 'gpt-4o-mini', 'First try');
  await expect(page.getByRole('row', { name: 'First try' }).getByText('Active')).toBeVisible();

  const value = await issueKey(page, 'First try', 'Laptop');
  await expect(page.getByRole('list', { name: 'It may call' })).toHaveText('gpt-4o-mini');
  await page.getByRole('button', { name: 'Copy: The key’s value' }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(value);

  const curl = (await page.getByRole('region', { name: 'curl' }).textContent()) ?? '';
  const answer = JSON.parse(execFileSync('sh', ['-c', curl.replace('curl ', 'curl -sS ')]).toString());
  expect(answer.choices[0].message.content).toBeTruthy();
  await page.getByRole('button', { name: 'Python' }).click();
  const program = (await page.getByRole('region', { name: 'Python' }).textContent()) ?? '';
  expect(execFileSync('python3', ['-c', program]).toString().trim()).not.toBe('');

  await page.getByRole('link', { name: 'I have put it away' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Laptop' })).toBeVisible();
  await expect(page.getByText(value)).toHaveCount(0);
  await page.goto('/app/usage');
  await expect(page.getByRole('row', { name: /^gpt-4o-mini 2 0 / })).toBeVisible({ timeout: 30_000 });
  await page.getByRole('button', { name: 'Key', exact: true }).click();
  await expect(page.getByRole('row', { name: /^Laptop 2 / })).toBeVisible();
  await page.goto('/app/keys');
  await expect(page.getByRole('row', { name: 'Laptop' }).locator('time')).toBeVisible();
});
