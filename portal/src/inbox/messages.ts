import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf, api, type Schemas } from '../api/client';
import { pageOf, usePages } from '../api/pages';
import { useErrorNotice } from '../problems/notice';

export type Message = Schemas['Message'];

const EVERY = 15_000;
const MOST_COUNTED = 20;

/** The newest messages that wait to be read. */
export function useUnread() {
  return useQuery({
    queryKey: ['inbox', 'unread'],
    queryFn: () => answerOf(api.GET('/inbox/list', { params: { query: { unread: true, limit: MOST_COUNTED } } })),
    refetchInterval: EVERY,
  });
}

/** How many messages wait to be read, for the badge: `20+` where there are more than are counted. */
export function useUnreadCount(): string | undefined {
  const { data } = useUnread();
  if (!data || data.items.length === 0) return undefined;
  return data.next === undefined ? `${data.items.length}` : `${data.items.length}+`;
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
