import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { problem, serve } from '../test/answers';
import { MODEL, page } from '../test/samples';
import { ALICE, show } from '../test/show';
import { Component as ModelPage } from './ModelPage';
import { Component as ModelsPage } from './ModelsPage';

const RESTRICTED = { ...MODEL, name: 'claude', restricted: true, supportsVision: false };
const CATALOGUE = [MODEL, RESTRICTED];

describe('the catalogue', () => {
  it('is searched as one types', async () => {
    const user = userEvent.setup();
    serve({
      '/models/list': (request) => {
        const text = new URL(request.url).searchParams.get('text') ?? '';
        return page(...CATALOGUE.filter((model) => model.name.includes(text)));
      },
    });
    show(ModelsPage);
    expect(await screen.findByRole('link', { name: 'claude' })).toBeInTheDocument();

    await user.type(screen.getByRole('textbox'), 'mini');

    await expect.poll(() => screen.queryByRole('link', { name: 'claude' })).toBeNull();
    expect(screen.getByRole('link', { name: 'gpt-4o-mini' })).toHaveAttribute('href', '/models/gpt-4o-mini');
    expect(screen.getByText('$0.15')).toBeInTheDocument();
  });

  it('is narrowed, and widened again where nothing is left', async () => {
    const user = userEvent.setup();
    serve({ '/models/list': page(...CATALOGUE) });
    show(ModelsPage);
    await user.click(await screen.findByRole('checkbox', { name: 'Without approval' }));
    expect(screen.queryByRole('link', { name: 'claude' })).toBeNull();

    await user.click(screen.getByRole('checkbox', { name: 'Calls functions' }));
    await user.click(screen.getByRole('button', { name: 'Show all models' }));

    expect(screen.getByRole('link', { name: 'claude' })).toBeInTheDocument();
  });

  it('says that LiteLLM lists nothing', async () => {
    serve({ '/models/list': page() });
    show(ModelsPage);

    expect(await screen.findByText('No models yet')).toBeInTheDocument();
  });
});

describe('a model', () => {
  const place = { path: '/models/:name', at: '/models/gpt-4o-mini' };

  it('shows prices for a million tokens, and a program that calls it', async () => {
    serve({ '/models/get': MODEL });
    show(ModelPage, place);

    expect(await screen.findByText('$0.60')).toBeInTheDocument();
    expect(screen.getByText('128,000 tokens')).toBeInTheDocument();
    expect(screen.getByRole('region', { name: 'curl' })).toHaveTextContent(
      'https://litellm.example.org/v1/chat/completions',
    );
    expect(screen.getByRole('link', { name: 'Subscribe' })).toHaveAttribute(
      'href',
      '/subscriptions/new?model=gpt-4o-mini',
    );
  });

  it('has no program where LiteLLM’s address is not known', async () => {
    serve({ '/models/get': MODEL });
    show(ModelPage, { ...place, me: { ...ALICE, litellmUrl: undefined } });

    expect(await screen.findByText(/it is not configured here/)).toBeInTheDocument();
  });

  it('may not be there', async () => {
    serve({ '/models/get': problem('models.not_found', 404) });
    show(ModelPage, place);

    expect(await screen.findByText(/There is no model of that name/)).toBeInTheDocument();
    expect(screen.queryByRole('link', { name: 'Subscribe' })).toBeNull();
  });
});
