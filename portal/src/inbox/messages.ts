import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf, api, type Schemas } from '../api/client';
import { pageOf, usePages } from '../api/pages';
import { useErrorNotice } from '../problems/notice';

export type Message = Schemas['Message'];

const EVERY = 15_000;
const MOST_COUNTED = 20;

/** How many messages wait to be read, for the badge. */
export function useUnread() {
  const { data } = useQuery({
    queryKey: ['inbox', 'unread'],
    queryFn: () => answerOf(api.GET('/inbox/list', { params: { query: { unread: true, limit: MOST_COUNTED } } })),
    refetchInterval: EVERY,
  });
  return { items: data?.items ?? [], count: data?.items.length ?? 0, more: data?.next !== undefined };
}

export function useMessages() {
  return usePages(
    ['inbox', 'all'],
    (cursor) => answerOf(api.GET('/inbox/list', { params: { query: pageOf(cursor) } })),
    { whileChanging: () => EVERY },
  );
}

export function useMarkRead() {
  const queries = useQueryClient();
  const notice = useErrorNotice();
  return useMutation({
    mutationFn: (id: string) => answerOf(api.POST('/inbox/read', { body: { id } })),
    onError: notice,
    onSettled: () => queries.invalidateQueries({ queryKey: ['inbox'] }),
  });
}
