import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { json, serve } from '../test/answers';
import { page } from '../test/samples';
import { show } from '../test/show';
import { Component as InboxPage } from './InboxPage';

const MESSAGE = {
  id: '00000000-0000-4000-8000-000000000009',
  kind: 'budget_crossed',
  title: 'The budget of “Laptop” is used up',
  text: 'Its keys have stopped.',
  createdAt: '2026-11-24T10:00:00Z',
};

describe('the inbox', () => {
  it('notes what was read', async () => {
    const user = userEvent.setup();
    let readAt: string | undefined;
    const seen = serve({
      '/inbox/list': () => page({ ...MESSAGE, ...(readAt ? { readAt } : {}) }),
      '/inbox/read': () => {
        readAt = '2026-11-24T11:00:00Z';
        return new Response(null, { status: 204 });
      },
    });
    show(InboxPage);

    await user.click(await screen.findByRole('button', { name: `Mark as read: ${MESSAGE.title}` }));

    await expect.poll(() => screen.queryByRole('button', { name: /Mark as read/ })).toBeNull();
    const sent = seen.find((request) => request.url.endsWith('/inbox/read'));
    expect(await sent?.json()).toEqual({ id: MESSAGE.id });
  });

  it('leads whose key is lost to a new one', async () => {
    serve({ '/inbox/list': page({ ...MESSAGE, kind: 'key_lost', title: 'The key laptop is lost' }) });
    show(InboxPage);

    expect(await screen.findByRole('link', { name: 'Issue a key' })).toHaveAttribute('href', '/keys/new');
  });

  it('leads admins to the health when LiteLLM can not be used', async () => {
    serve({ '/inbox/list': page({ ...MESSAGE, kind: 'integration_opened', title: 'LiteLLM can’t be used' }) });
    show(InboxPage);

    expect(await screen.findByRole('link', { name: 'Health' })).toHaveAttribute('href', '/admin/health');
  });

  it('says what will come', async () => {
    serve({ '/inbox/list': page() });
    show(InboxPage);

    expect(await screen.findByText('No messages')).toBeInTheDocument();
  });

  it('goes on in a long list', async () => {
    const user = userEvent.setup();
    serve({
      '/inbox/list': (request) =>
        new URL(request.url).searchParams.has('cursor')
          ? json(page({ ...MESSAGE, id: MESSAGE.id.replace('9', '8'), title: 'An older one' }))
          : json({ ...page(MESSAGE), next: 'abc' }),
    });
    show(InboxPage);

    await user.click(await screen.findByRole('button', { name: 'Show more' }));

    expect(await screen.findByText('An older one')).toBeInTheDocument();
    expect(screen.getByText(MESSAGE.title)).toBeInTheDocument();
  });
});
