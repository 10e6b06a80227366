import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { serve } from '../test/answers';
import { page } from '../test/samples';
import { ALICE, show } from '../test/show';
import { Navigation } from './Navigation';

const message = (number: number) => ({
  id: `m${number}`,
  kind: 'budget_crossed',
  title: `Message ${number}`,
  text: '',
  createdAt: '2026-11-24T10:00:00Z',
});
const messages = (count: number) => page(...Array.from({ length: count }, (_, number) => message(number)));
const inbox = () => screen.findByRole('link', { name: /^Inbox.*unread messages/ });

describe('the badge of the inbox', () => {
  it('counts what was not read', async () => {
    const seen = serve({ '/inbox/list': messages(3) });
    show(() => <Navigation me={ALICE} />);

    expect(within(await inbox()).getByText('3')).toBeInTheDocument();
    expect(new URL(seen[0]?.url ?? '').searchParams.get('unread')).toBe('true');
  });

  it('says that there are more than it counted', async () => {
    serve({ '/inbox/list': { ...messages(20), next: 'abc' } });
    show(() => <Navigation me={ALICE} />);

    expect(within(await inbox()).getByText('20+')).toBeInTheDocument();
  });

  it('is not there where all was read', async () => {
    const seen = serve({ '/inbox/list': page() });
    show(() => <Navigation me={ALICE} />);
    await expect.poll(() => seen.length).toBe(1);

    expect(screen.getByRole('link', { name: 'Inbox' })).toBeInTheDocument();
  });
});
