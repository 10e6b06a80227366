import { useQuery } from '@tanstack/react-query';
import { useOutletContext } from 'react-router';
import { answerOf, api, type Schemas } from '../api/client';

export type Me = Schemas['Me'];

/** Who is signed in. Asked for anew while LiteLLM does not know them yet. */
export function useMeQuery() {
  return useQuery({
    queryKey: ['me'],
    queryFn: () => answerOf(api.GET('/auth/me')),
    staleTime: 60_000,
    refetchInterval: (query) => (query.state.data?.litellm.state === 'pending' ? 3_000 : false),
  });
}

/** Who is signed in, on pages inside the shell, which are not shown before it is known. */
export function useMe(): Me {
  return useOutletContext<Me>();
}

export function seesAdmin(me: Me): boolean {
  return me.roles.includes('admin') || me.roles.includes('admin-readonly');
}

export function isAdmin(me: Me): boolean {
  return me.roles.includes('admin');
}
