import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { problem, serve } from '../test/answers';
import { page, SUBSCRIPTION } from '../test/samples';
import { ALICE, show } from '../test/show';
import { Component as ApprovalsPage } from './ApprovalsPage';

const ADMIN = { ...ALICE, roles: ['user', 'admin'] as (typeof ALICE)['roles'] };
const READER = { ...ALICE, roles: ['user', 'admin-readonly'] as (typeof ALICE)['roles'] };
const WAITING = { ...SUBSCRIPTION, state: 'pending' as const, name: '<img src=x onerror=alert(1)>' };
const WELL = {
  '/subscriptions/list': page(WAITING),
  '/users/list': page({ ...ALICE, createdAt: '2026-11-20T10:00:00Z' }),
};

describe('approvals', () => {
  it('are decided with a reason, and a name is text whatever it holds', async () => {
    const user = userEvent.setup();
    const seen = serve({ ...WELL, '/subscriptions/decide': { ...WAITING, state: 'rejected' } });
    show(ApprovalsPage, { me: ADMIN });

    expect(await screen.findByText(WAITING.name)).toBeInTheDocument();
    expect(await screen.findByText('Alice Example')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Reject' }));
    await user.type(screen.getByRole('textbox'), 'too dear');
    await user.click(screen.getAllByRole('button', { name: 'Reject' }).at(-1) as HTMLElement);

    expect(await screen.findByText(`“${WAITING.name}” is rejected.`)).toBeInTheDocument();
    const decided = seen.find((request) => request.url.endsWith('/subscriptions/decide'));
    expect(await decided?.json()).toEqual({ id: WAITING.id, version: 1, approve: false, reason: 'too dear' });
  });

  it('show nothing to press to who only reads', async () => {
    serve(WELL);
    show(ApprovalsPage, { me: READER });

    expect(await screen.findByText(WAITING.name)).toBeInTheDocument();
    expect(screen.queryAllByRole('button')).toEqual([]);
    expect(screen.getByText(/You read along/)).toBeInTheDocument();
  });

  it('are no page for a user, and are not asked for', async () => {
    const seen = serve(WELL);
    show(ApprovalsPage);

    expect(await screen.findByText('This page is for admins')).toBeInTheDocument();
    expect(seen).toEqual([]);
  });

  it('tell when somebody else was quicker', async () => {
    const user = userEvent.setup();
    serve({ ...WELL, '/subscriptions/decide': problem('subscriptions.changed', 409) });
    show(ApprovalsPage, { me: ADMIN });

    await user.click(await screen.findByRole('button', { name: 'Approve' }));
    await user.click(screen.getAllByRole('button', { name: 'Approve' }).at(-1) as HTMLElement);

    expect(await screen.findByText(/The subscription has changed meanwhile/)).toBeInTheDocument();
  });

  it('say that nothing waits', async () => {
    serve({ ...WELL, '/subscriptions/list': page() });
    show(ApprovalsPage, { me: ADMIN });

    expect(await screen.findByText('Nothing waits')).toBeInTheDocument();
  });
});
