import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { json, problem, serve } from '../test/answers';
import { page } from '../test/samples';
import { ALICE, show } from '../test/show';
import { Component as HealthPage } from './HealthPage';

const ADMIN = { ...ALICE, roles: ['user', 'admin'] as (typeof ALICE)['roles'] };
const READER = { ...ALICE, roles: ['user', 'admin-readonly'] as (typeof ALICE)['roles'] };
const LETTER = {
  id: '00000000-0000-4000-8000-0000000000d1',
  eventId: '00000000-0000-4000-8000-0000000000e1',
  type: 'io.litemaas.budget.crossed.v1',
  subject: '00000000-0000-4000-8000-0000000000b1',
  handler: 'alerts/tell',
  code: 503,
  reason: '<img src=x onerror=alert(1)>',
  firstAt: '2026-11-24T10:00:00Z',
  lastAt: '2026-11-24T11:00:00Z',
  times: 2,
};
const HEALTHY = { '/health/integration': { status: 'available' } };
const paths = (requests: Request[]) => requests.map((request) => new URL(request.url).pathname);

describe('dead letters', () => {
  it('are sent again after a question, and then wait no more', async () => {
    const user = userEvent.setup();
    let waits = true;
    const seen = serve({
      ...HEALTHY,
      '/dead-letters/list': () => (waits ? page(LETTER) : page()),
      '/dead-letters/resend': () => {
        waits = false;
        return new Response(null, { status: 204 });
      },
    });
    show(HealthPage, { me: ADMIN });
    await user.click(
      await screen.findByRole('button', { name: 'Send again: io.litemaas.budget.crossed.v1 to alerts/tell' }),
    );
    expect(paths(seen)).not.toContain('/dead-letters/resend');
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Send again' }));

    expect(await screen.findByText('The event is on its way.')).toBeInTheDocument();
    expect(await screen.findByText('Every event was delivered.')).toBeInTheDocument();
    const sent = seen.find((request) => request.url.endsWith('/dead-letters/resend'));
    expect(await sent?.json()).toEqual({ id: LETTER.id });
  });

  it('say what they are about, who did not take them, and why', async () => {
    const seen = serve({
      ...HEALTHY,
      '/dead-letters/list': page<object>(LETTER, { ...LETTER, id: 'd2', job: 'access.sync' }),
    });
    show(HealthPage, { me: ADMIN });
    const [first, second] = await screen.findAllByRole('row', { name: /alerts\/tell/ });

    expect(first).toHaveTextContent(`${LETTER.type}${LETTER.subject}`);
    expect(first).toHaveTextContent('503<img src=x onerror=alert(1)>');
    expect(first).toHaveTextContent('2 times');
    expect(second).toHaveTextContent('access.sync');
    const asked = seen.find((request) => request.url.includes('/dead-letters/list'));
    expect(new URL(asked?.url ?? '').searchParams.get('waiting')).toBe('true');
  });

  it('go on in a long list', async () => {
    const user = userEvent.setup();
    serve({
      ...HEALTHY,
      '/dead-letters/list': (request) =>
        new URL(request.url).searchParams.has('cursor')
          ? json(page({ ...LETTER, id: 'd2', handler: 'budgets/sweep' }))
          : json({ ...page(LETTER), next: 'abc' }),
    });
    show(HealthPage, { me: ADMIN });
    await user.click(await screen.findByRole('button', { name: 'Show more' }));

    expect(await screen.findByText('budgets/sweep')).toBeInTheDocument();
  });

  it('that can not be read take nothing else with them, and are asked for again', async () => {
    const user = userEvent.setup();
    let isBack = false;
    serve({
      ...HEALTHY,
      '/dead-letters/list': () => (isBack ? page() : problem('http.database_unavailable', 500)),
    });
    show(HealthPage, { me: ADMIN });
    expect(await screen.findByText(/can’t reach its database/)).toBeInTheDocument();
    expect(screen.getByText('Available')).toBeInTheDocument();

    isBack = true;
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Every event was delivered.')).toBeInTheDocument();
  });

  it('are waited for', () => {
    serve({ ...HEALTHY, '/dead-letters/list': () => new Promise(() => undefined) });
    show(HealthPage, { me: ADMIN });

    const part = within(screen.getByRole('region', { name: 'Dead letters' }));
    expect(part.getByRole('status', { name: 'Loading' })).toBeInTheDocument();
  });

  it('are told when they can not be sent again', async () => {
    const user = userEvent.setup();
    serve({
      ...HEALTHY,
      '/dead-letters/list': page(LETTER),
      '/dead-letters/resend': problem('http.database_unavailable', 500),
    });
    show(HealthPage, { me: ADMIN });
    await user.click(await screen.findByRole('button', { name: /^Send again/ }));
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Send again' }));

    expect(await screen.findByText(/can’t reach its database/)).toBeInTheDocument();
    expect(screen.getByRole('button', { name: /^Send again/ })).toBeInTheDocument();
  });

  it('are read, and not sent, by who reads along', async () => {
    serve({ ...HEALTHY, '/dead-letters/list': page(LETTER) });
    show(HealthPage, { me: READER });

    expect(await screen.findByText('alerts/tell')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /^Send again/ })).toBeNull();
  });

  it('are not even asked for by who may not see them', async () => {
    const seen = serve({ ...HEALTHY, '/dead-letters/list': page(LETTER) });
    show(HealthPage);

    expect(await screen.findByText('This page is for admins')).toBeInTheDocument();
    expect(paths(seen)).not.toContain('/dead-letters/list');
  });
});
