import type { Query } from './Loaded';

/** Two queries of which a part needs both: it is loaded when both are, and can't be read when one can't. */
export function both<A, B>(first: Query<A>, second: Query<B>): Query<[A, B]> {
  const isRead = first.data !== undefined && second.data !== undefined;
  return {
    data: isRead ? [first.data as A, second.data as B] : undefined,
    error: first.error ?? second.error,
    refetch: () => Promise.all([first.refetch(), second.refetch()]),
  };
}
