import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { isSessionLost, passes } from './problem';

const TRIES = 2;

/** What pages have read; whoever finds the session ended is told once for all of them. */
export function newQueries(onSessionLost: () => void): QueryClient {
  const onError = (error: unknown) => {
    if (isSessionLost(error)) onSessionLost();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        retry: (failures, error) => failures < TRIES && passes(error),
        retryDelay: (failures) => 500 * (failures + 1),
      },
    },
  });
}
