import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { serve, type Reply } from '../test/answers';
import { usage } from '../test/samples';
import { ALICE, show } from '../test/show';
import { dayOf } from '../time/days';
import { periodOf } from './period';
import { Component as UsagePage } from './UsagePage';

const SUM = {
  cost: { amount: '0.0000405', currency: 'USD' },
  requests: 3,
  failedRequests: 1,
  promptTokens: 30,
  completionTokens: 60,
};
const ROWS = {
  day: { day: dayOf(new Date()), sum: SUM },
  model: { model: 'gpt-4o-mini', sum: SUM },
  key: { sum: SUM },
  subscription: { subscriptionName: 'Chatbot', sum: SUM },
};

const asked = (request: Request) => new URL(request.url).searchParams;

function answer(request: Request): Reply {
  const by = asked(request).get('by') as keyof typeof ROWS;
  return { ...usage([ROWS[by]], SUM), by, completeUntil: '2026-11-24T10:00:00Z', driftDays: ['2026-11-23'] };
}

describe('the page of usage', () => {
  it('shows the sum, its days as bars, and until when nothing is missing', async () => {
    serve({ '/usage': answer });
    show(UsagePage);

    expect(await screen.findByRole('img', { name: /^Cost of each day/ })).toBeInTheDocument();
    expect(screen.getByText(/Complete until/)).toBeInTheDocument();
    expect(screen.getAllByTitle('0.0000405 USD')[0]).toHaveTextContent('$0.000041');
  });

  it('says where LiteLLM tells another sum', async () => {
    serve({ '/usage': answer });
    show(UsagePage);

    expect(await screen.findByText(/own total differs on Nov 23, 2026/)).toBeInTheDocument();
  });

  it('breaks the sum down as one likes, in the days of the browser', async () => {
    const user = userEvent.setup();
    const seen = serve({ '/usage': answer });
    show(UsagePage);
    const table = await screen.findByRole('grid', { name: 'Breakdown' });

    expect(within(table).getByText('gpt-4o-mini')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Subscription' }));
    expect(await screen.findByText('Chatbot')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Key' }));
    expect(await screen.findByText('Not issued here')).toBeInTheDocument();
    expect(
      seen.every((request) => asked(request).get('zone') === Intl.DateTimeFormat().resolvedOptions().timeZone),
    ).toBe(true);
  });

  it('leads to the keys where nothing was used', async () => {
    serve({ '/usage': usage([]) });
    show(UsagePage);

    expect(await screen.findByText('Nothing was used in this time')).toBeInTheDocument();
    expect(screen.getByText('Not yet compared with LiteLLM’s own totals')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Keys' })).toHaveAttribute('href', '/keys');
  });

  it('shows everybody’s usage to admins only', async () => {
    const user = userEvent.setup();
    const seen = serve({ '/usage': answer });
    show(UsagePage, { me: { ...ALICE, roles: ['user', 'admin-readonly'] } });

    await user.click(await screen.findByRole('switch', { name: 'Everybody’s usage' }));

    await expect.poll(() => seen.some((request) => asked(request).get('all') === 'true')).toBe(true);
  });
});

describe('a period', () => {
  const now = new Date(2026, 2, 1, 12);

  it.each([
    ['week', '2026-02-23', '2026-03-01'],
    ['month', '2026-03-01', '2026-03-01'],
    ['lastMonth', '2026-02-01', '2026-02-28'],
    ['quarter', '2025-12-02', '2026-03-01'],
    ['year', '2025-03-02', '2026-03-01'],
  ] as const)('%s is from %s to %s', (name, from, to) => {
    expect(periodOf(name, now)).toEqual({ from, to });
  });
});
