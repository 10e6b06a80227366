import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { problem, serve } from '../test/answers';
import { BUDGET, KEY, page, SUBSCRIPTION, usage } from '../test/samples';
import { ALICE, show } from '../test/show';
import { Component as HomePage } from './HomePage';

const SOON = new Date(Date.now() + 3 * 24 * 60 * 60 * 1000).toISOString();
const QUIET = {
  '/usage': usage([]),
  '/budgets/list': page(),
  '/keys/list': page(),
  '/subscriptions/list': page(),
  '/inbox/list': page(),
};
const panel = (name: string) => within(screen.getByRole('region', { name }));

describe('home', () => {
  it('shows what one may call, what it cost, and what needs one', async () => {
    serve({
      ...QUIET,
      '/budgets/list': page(BUDGET, { ...BUDGET, id: KEY.id, ownerId: KEY.id, name: 'of somebody else' }),
      '/keys/list': page(
        { ...KEY, expiresAt: SOON },
        { ...KEY, id: BUDGET.id, name: 'Server', sync: 'pending' as const },
      ),
      '/subscriptions/list': page(SUBSCRIPTION, {
        ...SUBSCRIPTION,
        id: KEY.id,
        name: 'Waiting',
        state: 'pending' as const,
      }),
    });
    show(HomePage);

    expect(await screen.findByRole('link', { name: 'team-llama' })).toHaveAttribute('href', '/models/team-llama');
    expect(await panel('Keys that need you').findByText(/ends on/)).toBeInTheDocument();
    expect(panel('Under way').getByText('Waiting')).toBeInTheDocument();
    expect(panel('Under way').getByText('Server')).toBeInTheDocument();
    expect(await panel('Spent this month').findByRole('progressbar')).toBeInTheDocument();
    expect(screen.queryByText('of somebody else')).toBeNull();
  });

  it('leads a newcomer to a model, then to a key', async () => {
    serve(QUIET);
    show(HomePage);
    const steps = within(await screen.findByRole('list', { name: 'First steps' }));

    expect(steps.getByRole('link')).toHaveAttribute('href', '/models');
  });

  it('leads who is subscribed to a key', async () => {
    serve({ ...QUIET, '/subscriptions/list': page(SUBSCRIPTION) });
    show(HomePage);
    const steps = within(await screen.findByRole('list', { name: 'First steps' }));

    expect(steps.getByRole('link')).toHaveAttribute('href', '/keys/new');
  });

  it('leads who is subscribed to nothing that is left to a model', async () => {
    serve({ ...QUIET, '/subscriptions/list': page({ ...SUBSCRIPTION, expiresAt: '2026-01-01T00:00:00Z' }) });
    show(HomePage);
    const steps = within(await screen.findByRole('list', { name: 'First steps' }));

    expect(steps.getByRole('link')).toHaveAttribute('href', '/models');
  });

  it('says of a key whose issuing was left that nobody finishes it', async () => {
    serve({ ...QUIET, '/keys/list': page({ ...KEY, state: 'pending' as const, sync: 'pending' as const }) });
    show(HomePage);

    expect(await panel('Under way').findByText(/withdrawn/)).toBeInTheDocument();
    expect(panel('Under way').queryByText('LiteLLM follows')).toBeNull();
  });

  it('does not say that there is nothing where it could not look', async () => {
    const broken = () => problem('http.internal', 500);
    serve({ ...QUIET, '/inbox/list': broken, '/keys/list': broken });
    show(HomePage);

    const sentence = 'Something went wrong on our side.';
    expect(await panel('Unread messages').findByText(sentence)).toBeInTheDocument();
    expect(await panel('Under way').findByText(sentence)).toBeInTheDocument();
    expect(await panel('Keys that need you').findByText(sentence)).toBeInTheDocument();
  });

  it('says that LiteLLM does not know one yet', async () => {
    serve(QUIET);
    show(HomePage, { me: { ...ALICE, litellm: { state: 'pending' } } });

    expect(await screen.findByText('Your account is being made known to LiteLLM.')).toBeInTheDocument();
  });
});
