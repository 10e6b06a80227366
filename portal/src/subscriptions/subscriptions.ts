import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answerOf, api, type Schemas } from '../api/client';
import { pageOf, usePages } from '../api/pages';

export type Subscription = Schemas['Subscription'];
export type State = Subscription['state'];

const EVERY = 10_000;

/** The caller's own; one that waits is asked for again, since an admin decides elsewhere. */
export function useSubscriptions() {
  return usePages(
    ['subscriptions', 'mine'],
    (cursor) => answerOf(api.GET('/subscriptions/list', { params: { query: pageOf(cursor, 200) } })),
    { whileChanging: (items) => items.some((item) => item.state === 'pending') && EVERY },
  );
}

export function useCancel(onSuccess: () => void, onError: (error: unknown) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, version }: Subscription) =>
      answerOf(api.POST('/subscriptions/cancel', { body: { id, version } })),
    onSuccess,
    onError,
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['subscriptions'] }),
        queries.invalidateQueries({ queryKey: ['keys'] }),
      ]),
  });
}

export function isExpired(subscription: Subscription, now = new Date()): boolean {
  return subscription.expiresAt !== undefined && new Date(subscription.expiresAt) <= now;
}

/** Whether a key can be issued on it. */
export function isUsable(subscription: Subscription): boolean {
  return subscription.state === 'active' && !isExpired(subscription);
}

export function hasEnded(subscription: Subscription): boolean {
  return subscription.state === 'cancelled' || subscription.state === 'rejected';
}
