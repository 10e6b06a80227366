import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { show } from '../test/show';
import { Component as ProblemPage } from './ProblemPage';

const PATH = '/problems/:code';

describe('the page of a problem', () => {
  it('explains a code that it knows', async () => {
    show(ProblemPage, { path: PATH, at: '/problems/keys.quota_exhausted' });

    expect(await screen.findByRole('heading', { name: 'You have as many keys as you may.' })).toBeInTheDocument();
    expect(screen.getByText('keys.quota_exhausted')).toBeInTheDocument();
    expect(screen.getByText('There is a limit for each person.')).toBeInTheDocument();
    expect(screen.getByText('Revoke one that you do not need.')).toBeInTheDocument();
  });

  it('knows no other', async () => {
    show(ProblemPage, { path: PATH, at: '/problems/keys' });

    expect(await screen.findByRole('heading', { name: 'No such page' })).toBeInTheDocument();
  });
});
