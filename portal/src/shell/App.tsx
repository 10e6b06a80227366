import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from 'react-router';
import { newQueries } from '../api/queries';
import { signInPageFor } from '../signin/returnTo';
import { Notices } from './Notices';
import { router } from './routes';

const SIGN_IN = '/app/sign-in';

function leaveForSignIn() {
  if (window.location.pathname.startsWith(SIGN_IN)) return;
  void router.navigate(signInPageFor(window.location));
}

const queries = newQueries(leaveForSignIn);

export function App() {
  return (
    <QueryClientProvider client={queries}>
      <Notices>
        <RouterProvider router={router} />
      </Notices>
    </QueryClientProvider>
  );
}
