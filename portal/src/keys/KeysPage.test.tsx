import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { problem, serve } from '../test/answers';
import { BUDGET, KEY, page, SUBSCRIPTION, usage } from '../test/samples';
import { show } from '../test/show';
import { Component as KeysPage } from './KeysPage';

const WELL = {
  '/budgets/list': page(BUDGET),
  '/subscriptions/list': page(SUBSCRIPTION),
  '/usage': usage([{ keyId: KEY.id, lastUsedAt: '2026-11-24T10:15:00Z', sum: usage([]).total }]),
};

describe('the page of keys', () => {
  it('shows a skeleton before it knows', () => {
    serve({ ...WELL, '/keys/list': () => new Promise(() => undefined) });
    show(KeysPage);

    expect(screen.getByRole('status', { name: 'Loading' })).toBeInTheDocument();
  });

  it('shows what a key may call, its limits, its tightest budget and its last use', async () => {
    serve({ ...WELL, '/keys/list': page(KEY) });
    show(KeysPage);

    const row = (await screen.findByRole('link', { name: 'Laptop' })).closest('tr') as HTMLElement;
    expect(within(row).getByText('Works')).toBeInTheDocument();
    expect(within(row).getByText('gpt-4o-mini')).toBeInTheDocument();
    expect(within(row).getByText('60 requests/min')).toBeInTheDocument();
    expect(await within(row).findByRole('progressbar', { name: 'Budget: Laptop' })).toHaveAttribute(
      'aria-valuetext',
      '$10.00 of $10.00 spent',
    );
    expect(within(row).getByRole('progressbar')).toHaveAttribute('value', '999');
    expect(within(row).getByTitle('2026-11-24 10:15:00 UTC')).toBeInTheDocument();
  });

  it('says that LiteLLM follows, and that it did, by itself', async () => {
    let asked = 0;
    serve({
      ...WELL,
      '/keys/list': () => page({ ...KEY, sync: ++asked === 1 ? ('pending' as const) : ('synced' as const) }),
    });
    show(KeysPage);

    const pending = await screen.findByText('LiteLLM follows');
    await expect.poll(() => pending.isConnected, { timeout: 5_000 }).toBe(false);
  });

  it('leads to the first key', async () => {
    serve({ ...WELL, '/keys/list': page() });
    show(KeysPage);

    expect(await screen.findByText('No keys yet')).toBeInTheDocument();
    expect((await screen.findAllByRole('link', { name: 'Issue a key' })).at(-1)).toHaveAttribute('href', '/keys/new');
  });

  it('leads to a subscription where there is none', async () => {
    serve({ ...WELL, '/keys/list': page(), '/subscriptions/list': page() });
    show(KeysPage);

    expect(await screen.findByRole('link', { name: 'Request a subscription' })).toHaveAttribute(
      'href',
      '/subscriptions/new',
    );
  });

  it('explains what went wrong, and tries again when asked to', async () => {
    let asked = 0;
    serve({ ...WELL, '/keys/list': () => (++asked === 1 ? problem('http.internal', 500) : page(KEY)) });
    show(KeysPage);

    expect(await screen.findByText(/Something went wrong on our side/)).toBeInTheDocument();
    expect(screen.getByText(/tell us the trace id/)).toBeInTheDocument();
    screen.getByRole('button', { name: 'Try again' }).click();
    expect(await screen.findByRole('link', { name: 'Laptop' })).toBeInTheDocument();
  });
});
