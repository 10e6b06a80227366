import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { serve } from '../test/answers';
import { page } from '../test/samples';
import { ALICE } from '../test/show';

vi.mock('../home/HomePage', () => ({
  Component: () => {
    throw new Error('a value that nobody reckoned with');
  },
}));

vi.mock('../usage/UsagePage', () => {
  throw new Error('the script could not be had');
});

/** The portal as it starts in a browser that was given an address. */
async function start(address: string) {
  vi.resetModules();
  window.history.pushState({}, '', address);
  const { App } = await import('./App');
  render(<App />);
}

beforeEach(() => {
  // React and the router tell what they caught
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  serve({
    '/auth/me': ALICE,
    '/inbox/list': page(),
    '/health/integration': { status: 'available' },
  });
});

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

describe('a page that throws', () => {
  it('says so in its place, and the rest of the portal goes on', async () => {
    const user = userEvent.setup();
    await start('/app/');

    expect(await screen.findByRole('heading', { level: 1, name: 'This page broke' })).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Load the page again' })).toBeInTheDocument();
    expect(screen.queryByText(/nobody reckoned with/)).toBeNull();

    await user.click(screen.getByRole('button', { name: 'Navigation' }));
    const navigation = within(screen.getByRole('navigation', { name: 'Main navigation' }));
    await user.click(navigation.getByRole('link', { name: 'Inbox' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Inbox' })).toBeInTheDocument();
  });
});

describe('a page whose script can not be had', () => {
  it('says so in its place', async () => {
    await start('/app/usage');

    expect(await screen.findByRole('heading', { level: 1, name: 'This page broke' })).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Navigation' })).toBeInTheDocument();
  });
});

describe('each page', () => {
  it('has a boundary of its own', async () => {
    const { router } = await import('./routes');
    const shell = router.routes.find((route) => route.children !== undefined);
    const pages = (shell?.children ?? []).filter((route) => route.path !== '*');

    expect(pages.length).toBeGreaterThan(10);
    expect(pages.filter((route) => !route.hasErrorBoundary).map((route) => route.path)).toEqual([]);
  });
});
