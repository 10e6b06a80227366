import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { problem, serve } from '../test/answers';
import { ISSUED, MODEL, page, SUBSCRIPTION } from '../test/samples';
import { show } from '../test/show';
import { Component as IssuePage } from './IssuePage';

const WELL = { '/subscriptions/list': page(SUBSCRIPTION), '/models/get': MODEL };
const issues = (seen: Request[]) => seen.filter((request) => request.url.endsWith('/keys/issue'));
const header = (request: Request) => request.headers.get('Idempotency-Key');

async function fillIn() {
  const user = userEvent.setup();
  await user.type(await screen.findByRole('textbox', { name: /Name/ }), 'Laptop');
  return user;
}

const send = (user: ReturnType<typeof userEvent.setup>) =>
  user.click(screen.getByRole('button', { name: 'Issue a key' }));

describe('issuing a key', () => {
  it('shows what the key may call before there is one', async () => {
    serve(WELL);
    show(IssuePage);
    const user = await fillIn();
    const preview = screen.getByRole('region', { name: 'What this key will be' });

    expect(within(preview).getByText('team-llama')).toBeInTheDocument();
    await user.click(screen.getByRole('checkbox', { name: 'team-llama' }));

    expect(within(preview).queryByText('team-llama')).not.toBeInTheDocument();
    expect(within(preview).getByText('gpt-4o-mini')).toBeInTheDocument();
  });

  it('can not be sent with nothing to call', async () => {
    serve(WELL);
    show(IssuePage);
    const user = await fillIn();

    for (const model of SUBSCRIPTION.models) await user.click(screen.getByRole('checkbox', { name: model }));

    expect(screen.getByText('Choose at least one model.')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Issue a key' })).toBeDisabled();
  });

  it('shows the value, what it may call, and a program that uses it', async () => {
    serve({ ...WELL, '/keys/issue': ISSUED });
    show(IssuePage);
    await send(await fillIn());

    expect(await screen.findByText(ISSUED.value)).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Copy: The key’s value' })).toBeInTheDocument();
    expect(screen.getByRole('list', { name: 'It may call' })).toHaveTextContent('gpt-4o-mini');
    expect(screen.getByRole('region', { name: 'curl' })).toHaveTextContent(`Bearer ${ISSUED.value}`);
  });

  it('waits for LiteLLM, says so, and finishes by itself with the same header', async () => {
    let asked = 0;
    const seen = serve({
      ...WELL,
      '/keys/issue': () => (++asked === 1 ? problem('litellm.unavailable', 503, { 'Retry-After': '1' }) : ISSUED),
    });
    show(IssuePage);
    await send(await fillIn());

    expect(await screen.findByText('Pending: LiteLLM is away')).toBeInTheDocument();
    expect(await screen.findByText(ISSUED.value, {}, { timeout: 5_000 })).toBeInTheDocument();
    expect(issues(seen)).toHaveLength(2);
    expect(issues(seen).map(header)).toEqual([
      expect.stringMatching(/^[\w-]{43}$/),
      header(issues(seen)[0] as Request),
    ]);
  });

  it.each([
    ['litellm.throttled', 'Pending: LiteLLM wants to be asked later'],
    ['litellm.credential_refused', 'Pending: LiteLLM does not accept LiteMaaS’s key'],
  ])('says why it waits: %s', async (code, words) => {
    serve({ ...WELL, '/keys/issue': problem(code, 503, { 'Retry-After': '60' }) });
    show(IssuePage);
    await send(await fillIn());

    expect(await screen.findByText(words)).toBeInTheDocument();
  });

  it('stops waiting when asked to', async () => {
    serve({ ...WELL, '/keys/issue': problem('litellm.unavailable', 503) });
    show(IssuePage);
    const user = await fillIn();
    await send(user);

    await user.click(await screen.findByRole('button', { name: 'Stop trying' }));

    expect(screen.queryByText('Pending: LiteLLM is away')).not.toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Issue a key' })).toBeEnabled();
  });

  it('explains a refusal, and takes another header for the next try', async () => {
    const seen = serve({ ...WELL, '/keys/issue': problem('keys.quota_exhausted', 409) });
    show(IssuePage);
    const user = await fillIn();
    await send(user);

    expect(await screen.findByText(/You have as many keys as you may/)).toBeInTheDocument();
    expect(screen.getByText(/Revoke one that you do not need/)).toBeInTheDocument();
    await send(user);

    await expect.poll(() => issues(seen).length).toBe(2);
    expect(new Set(issues(seen).map(header)).size).toBe(2);
  });

  it('leads to a subscription where there is none to issue a key for', async () => {
    serve({ ...WELL, '/subscriptions/list': page({ ...SUBSCRIPTION, state: 'pending' as const }) });
    show(IssuePage);

    expect(await screen.findByText('Nothing to issue a key for')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Request a subscription' })).toHaveAttribute('href', '/subscriptions/new');
  });
});
