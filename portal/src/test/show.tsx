import { render } from '@testing-library/react';
import { QueryClientProvider } from '@tanstack/react-query';
import type { ComponentType } from 'react';
import { createMemoryRouter, Outlet, RouterProvider } from 'react-router';
import { newQueries } from '../api/queries';
import { Notices } from '../shell/Notices';
import type { Me } from '../signin/me';

export const ALICE: Me = {
  id: '00000000-0000-4000-8000-00000000000a',
  username: 'alice',
  fullName: 'Alice Example',
  roles: ['user'],
  groups: [],
  epoch: 1,
  lastSignInAt: '2026-11-24T10:00:00Z',
  litellm: { state: 'synced' },
  litellmUrl: 'https://litellm.example.org',
};

interface Place {
  path?: string;
  at?: string;
  me?: Me;
}

/** Shows a page as the shell does, to somebody who is signed in. */
export function show(Page: ComponentType, { path = '/', at = path, me = ALICE }: Place = {}) {
  const router = createMemoryRouter(
    [
      {
        element: <Outlet context={me} />,
        children: [
          { path, Component: Page },
          { path: '*', element: <p>another page</p> },
        ],
      },
    ],
    { initialEntries: [at] },
  );
  render(
    <QueryClientProvider client={newQueries(() => undefined)}>
      <Notices>
        <RouterProvider router={router} />
      </Notices>
    </QueryClientProvider>,
  );
  return router;
}
