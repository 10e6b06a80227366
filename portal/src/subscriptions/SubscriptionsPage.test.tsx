import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { serve } from '../test/answers';
import { MODEL, page, SUBSCRIPTION } from '../test/samples';
import { show } from '../test/show';
import { Component as RequestPage } from './RequestPage';
import { Component as SubscriptionsPage } from './SubscriptionsPage';

const RESTRICTED = { ...MODEL, name: 'claude', restricted: true };

describe('the page of subscriptions', () => {
  it('offers a key for what is active only', async () => {
    serve({
      '/subscriptions/list': page(
        SUBSCRIPTION,
        { ...SUBSCRIPTION, id: MODEL.name, name: 'Old', expiresAt: '2020-01-01T00:00:00Z' },
        { ...SUBSCRIPTION, id: 'x', name: 'No', state: 'rejected' as const, reason: 'too dear' },
      ),
    });
    show(SubscriptionsPage);
    const row = async (name: string) => within((await screen.findByText(name)).closest('tr') as HTMLElement);

    expect((await row('Chatbot')).getByRole('link', { name: 'Issue a key' })).toHaveAttribute(
      'href',
      `/keys/new?subscription=${SUBSCRIPTION.id}`,
    );
    expect((await row('Old')).getByText('Expired')).toBeInTheDocument();
    expect((await row('Old')).queryByRole('link')).toBeNull();
    expect((await row('No')).getByText('too dear')).toBeInTheDocument();
    expect((await row('No')).queryByRole('button')).toBeNull();
  });

  it('asks before it cancels, and cancels the version that was seen', async () => {
    const user = userEvent.setup();
    const seen = serve({ '/subscriptions/list': page(SUBSCRIPTION), '/subscriptions/cancel': SUBSCRIPTION });
    show(SubscriptionsPage);
    await user.click(await screen.findByRole('button', { name: 'Cancel subscription Chatbot' }));

    expect(seen.some((request) => request.url.endsWith('/cancel'))).toBe(false);
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Cancel subscription' }));

    expect(await screen.findByText('“Chatbot” is cancelled.')).toBeInTheDocument();
    const sent = seen.find((request) => request.url.endsWith('/cancel'));
    expect(await sent?.json()).toEqual({ id: SUBSCRIPTION.id, version: 1 });
  });

  it('leads to the models where there is nothing', async () => {
    serve({ '/subscriptions/list': page() });
    show(SubscriptionsPage);

    expect(await screen.findByRole('link', { name: 'See the models' })).toHaveAttribute('href', '/models');
  });
});

describe('requesting a subscription', () => {
  const place = { path: '/subscriptions/new', at: '/subscriptions/new?model=claude' };

  it('begins with the model one came from, says that it waits, and sends limits as numbers', async () => {
    const user = userEvent.setup();
    const seen = serve({
      '/models/list': page(MODEL, RESTRICTED),
      '/subscriptions/request': { ...SUBSCRIPTION, state: 'pending' },
    });
    show(RequestPage, place);
    expect(await screen.findByRole('checkbox', { name: 'claude' })).toBeChecked();
    expect(screen.getByText(/waits until an admin has decided/)).toBeInTheDocument();

    await user.type(screen.getByRole('textbox', { name: /Name/ }), ' Chatbot ');
    await user.type(screen.getByRole('spinbutton', { name: 'Requests a minute' }), '60');
    await user.click(screen.getByRole('button', { name: 'Request' }));

    expect(await screen.findByText('The request is sent. An admin decides.')).toBeInTheDocument();
    const sent = seen.find((request) => request.url.endsWith('/request'));
    expect(await sent?.json()).toEqual({ name: 'Chatbot', models: ['claude'], rpmLimit: 60 });
    expect(sent?.headers.get('Idempotency-Key')).toMatch(/^[\w-]{43}$/);
  });

  it('names the fields that are not right', async () => {
    const user = userEvent.setup();
    const document = { code: 'http.invalid_request', errors: [{ field: 'name', message: 'is too long' }] };
    serve({
      '/models/list': page(MODEL, RESTRICTED),
      '/subscriptions/request': new Response(JSON.stringify(document), {
        status: 422,
        headers: { 'Content-Type': 'application/problem+json' },
      }),
    });
    show(RequestPage, place);
    await user.type(await screen.findByRole('textbox', { name: /Name/ }), 'Chatbot');
    await user.click(screen.getByRole('button', { name: 'Request' }));

    expect(await screen.findByText(/Something in the request is not right/)).toBeInTheDocument();
    expect(screen.getByText('is too long')).toBeInTheDocument();
  });
});
