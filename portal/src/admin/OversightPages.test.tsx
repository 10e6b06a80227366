import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { problem, serve } from '../test/answers';
import { page } from '../test/samples';
import { ALICE, show } from '../test/show';
import { Component as ConflictsPage } from './ConflictsPage';
import { Component as HealthPage } from './HealthPage';
import { Component as LedgerPage } from './LedgerPage';
import { Component as UsersPage } from './UsersPage';

const ADMIN = { ...ALICE, roles: ['user', 'admin'] as (typeof ALICE)['roles'] };
const BOB = { ...ALICE, id: 'b', username: 'bob', fullName: 'Bob Example', createdAt: '2026-11-20T10:00:00Z' };
const usd = (amount: string) => ({ amount, currency: 'USD' });

describe('users', () => {
  it('are disabled after a question, but nobody themselves', async () => {
    const user = userEvent.setup();
    serve({ '/users/list': page(BOB, { ...BOB, ...ADMIN }), '/users/disable': BOB });
    show(UsersPage, { me: ADMIN });
    await user.click(await screen.findByRole('button', { name: 'Disable bob' }));

    expect(screen.queryByRole('button', { name: 'Disable alice' })).toBeNull();
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Disable' }));
    expect(await screen.findByText('Bob Example is disabled.')).toBeInTheDocument();
  });
});

describe('conflicts', () => {
  it('are decided by an admin', async () => {
    const user = userEvent.setup();
    const conflict = { id: 'c', kind: 'unknown_key', object: 'lm:x', detail: { alias: '<b>' }, foundAt: BOB.createdAt };
    const seen = serve({
      '/keys/conflicts': page(conflict),
      '/keys/resolve-conflict': new Response(null, { status: 204 }),
    });
    show(ConflictsPage, { me: ADMIN });
    await user.click(await screen.findByRole('button', { name: 'Delete in LiteLLM' }));
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Delete in LiteLLM' }));

    expect(await screen.findByText('The key is deleted.')).toBeInTheDocument();
    expect(screen.getByText('{"alias":"<b>"}')).toBeInTheDocument();
    const sent = seen.find((request) => request.url.endsWith('/keys/resolve-conflict'));
    expect(await sent?.json()).toEqual({ id: 'c', action: 'delete' });
  });

  it('of keys that are gone are confirmed', async () => {
    const user = userEvent.setup();
    const detail = { missing: 7, active: 7, fingerprint: 'abc' };
    const seen = serve({
      '/keys/conflicts': page({ id: 'c', kind: 'shrunken_listing', object: 'keys', detail, foundAt: BOB.createdAt }),
      '/keys/resolve-conflict': new Response(null, { status: 204 }),
    });
    show(ConflictsPage, { me: ADMIN });
    await user.click(await screen.findByRole('button', { name: 'Leave it' }));
    expect(screen.getByRole('dialog')).toHaveTextContent('this is shown again');
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Cancel' }));
    await user.click(await screen.findByRole('button', { name: 'They are gone' }));
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'They are gone' }));

    expect(await screen.findByText('The next comparison gives them up.')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Delete in LiteLLM' })).toBeNull();
    const sent = seen.find((request) => request.url.endsWith('/keys/resolve-conflict'));
    expect(await sent?.json()).toEqual({ id: 'c', action: 'confirm' });
  });

  it('of what LiteLLM refuses come back if it does again', async () => {
    const user = userEvent.setup();
    const detail = { saying: 'LiteLLM refused with 400: GET /model/info' };
    serve({ '/keys/conflicts': page({ id: 'c', kind: 'refused', object: 'models', detail, foundAt: BOB.createdAt }) });
    show(ConflictsPage, { me: ADMIN });
    await user.click(await screen.findByRole('button', { name: 'Leave it' }));

    expect(screen.getByText('LiteLLM refuses this')).toBeInTheDocument();
    expect(screen.getByRole('dialog')).toHaveTextContent('If LiteLLM refuses it again');
    expect(screen.queryByRole('button', { name: 'Delete in LiteLLM' })).toBeNull();
  });

  it('may be none', async () => {
    serve({ '/keys/conflicts': page() });
    show(ConflictsPage, { me: ADMIN });

    expect(await screen.findByText('LiteLLM and LiteMaaS agree')).toBeInTheDocument();
  });
});

describe('the ledger', () => {
  it('shows drift, and what waits in quarantine', async () => {
    const check = { ours: usd('1'), theirs: usd('2'), tolerance: usd('0'), drift: usd('-1'), checkedAt: BOB.createdAt };
    const counts = { pushedOnly: 0, pulledOnly: 0, both: 1, quarantined: 1, discrepancies: 0, rejectedCalls: 0 };
    const row = {
      number: 1,
      source: 'push',
      reason: 'no start',
      callId: 'call-1',
      requestId: '',
      receivedAt: BOB.createdAt,
    };
    serve({
      '/ledger/days': {
        items: [
          { day: '2026-11-24', ...counts, check },
          { day: '2026-11-23', ...counts },
        ],
      },
      '/ledger/quarantine': page(row),
      '/ledger/discrepancies': problem('http.database_unavailable', 500),
    });
    show(LedgerPage, { me: ADMIN });

    expect(await screen.findByText('-$1.00')).toBeInTheDocument();
    expect(screen.getByText('not yet')).toBeInTheDocument();
    expect(await screen.findByText('no start')).toBeInTheDocument();
    // one part that can't be read takes no other with it
    expect(await screen.findByText(/can’t reach its database/)).toBeInTheDocument();
  });
});

describe('health', () => {
  it('shows what each process saw', async () => {
    const seen = {
      integration: 'litellm',
      instance: '',
      room: '',
      state: 'open',
      changedAt: BOB.createdAt,
      seenAt: BOB.createdAt,
    };
    serve({
      '/health/integration': {
        status: 'unavailable',
        seenAt: BOB.createdAt,
        observations: [
          { ...seen, cause: 'credential' },
          { ...seen, instance: 'of a release before', cause: 'timeout' },
        ],
      },
    });
    show(HealthPage, { me: ADMIN });

    expect(await screen.findByText('All together')).toBeInTheDocument();
    expect(screen.getByText('LiteLLM refuses our key')).toBeInTheDocument();
    expect(screen.getByText('timeout')).toBeInTheDocument();
    expect(screen.getByText('Unavailable')).toBeInTheDocument();
    expect(screen.getByText('Last heard from')).toBeInTheDocument();
  });

  it.each([
    ['proven', '1.110.2', 'proven'],
    ['unproven', '1.111.0', 'not proven'],
    ['unknown', undefined, 'LiteLLM does not tell it, or was not asked yet.'],
  ])('shows a version that is %s beside those that were proven', async (state, found, text) => {
    const version = { state, ...(found ? { found } : {}), proven: ['1.108.7', '1.110.2'] };
    serve({ '/health/integration': { status: 'available', version, refusals: 0, observations: [] } });
    show(HealthPage, { me: ADMIN });

    expect(await screen.findByText(text)).toBeInTheDocument();
    expect(screen.getByText('Proven on: 1.108.7, 1.110.2')).toBeInTheDocument();
    expect(screen.queryByText('See the conflicts')).toBeNull();
  });

  it('leads to what LiteLLM refuses', async () => {
    serve({ '/health/integration': { status: 'available', refusals: 2, observations: [] } });
    show(HealthPage, { me: ADMIN });

    expect(await screen.findByText(/LiteLLM refuses 2 things/)).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'See the conflicts' })).toHaveAttribute('href', '/admin/conflicts');
    expect(screen.queryByText(/does not let LiteMaaS read its log/)).toBeNull();
  });

  it('tells of a log that LiteLLM refuses, for which there is no conflict to be seen', async () => {
    serve({ '/health/integration': { status: 'available', refusals: 0, logRefused: true, observations: [] } });
    show(HealthPage, { me: ADMIN });

    expect(await screen.findByText(/does not let LiteMaaS read its log/)).toBeInTheDocument();
    expect(screen.queryByRole('link', { name: 'See the conflicts' })).toBeNull();
  });
});
