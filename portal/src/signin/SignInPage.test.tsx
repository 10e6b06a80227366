import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { serve } from '../test/answers';
import { show } from '../test/show';
import { pageToReturnTo } from './returnTo';
import { Component as SignInPage } from './SignInPage';

const PATH = '/sign-in';
const PROVIDER = { '/auth/provider': { name: 'Example Corp', kind: 'oidc' } };

describe('the way in', () => {
  it('names the provider, and leads back to where one was', async () => {
    serve(PROVIDER);
    show(SignInPage, { path: PATH, at: `${PATH}?returnTo=%2Fapp%2Fkeys%3Fx%3D1` });

    expect(await screen.findByRole('link', { name: 'Sign in with Example Corp' })).toHaveAttribute(
      'href',
      '/auth/login?returnTo=%2Fapp%2Fkeys%3Fx%3D1',
    );
  });

  it.each([
    ['auth.sign_in_refused', 'The sign-in was refused.'],
    ['auth.sign_in_expired', 'The sign-in has expired.'],
    ['auth.provider_unavailable', 'The sign-in service can’t be reached.'],
    ['<img src=x onerror=alert(1)>', 'The answer can’t be read.'],
  ])('explains %s, and offers another try', async (code, sentence) => {
    serve(PROVIDER);
    show(SignInPage, { path: PATH, at: `${PATH}?problem=${encodeURIComponent(code)}` });

    expect(await screen.findByText(new RegExp(sentence))).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Try again' })).toBeInTheDocument();
  });
});

describe('a page to return to', () => {
  it.each([
    ['/app/usage?x=1#y', '/app/usage?x=1#y'],
    ['//evil.example', '/app/'],
    ['/app/\\evil.example', '/app/'],
    ['https://evil.example/app/', '/app/'],
    ['/app/sign-in?returnTo=/app/', '/app/'],
    ['', '/app/'],
  ])('%s is %s', (wanted, page) => {
    expect(pageToReturnTo(new URLSearchParams({ returnTo: wanted }))).toBe(page);
  });
});
