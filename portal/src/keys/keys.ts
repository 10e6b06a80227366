import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf, api, type Schemas } from '../api/client';
import { pageOf, usePages } from '../api/pages';
import { dayOf, plusDays, zone } from '../time/days';

export type VirtualKey = Schemas['VirtualKey'];
export type Verdict = Schemas['KeyVerdict'];

const SOON = 2_000;
const LATER = 15_000;
/** The most that usage can be asked for at once. */
const DAYS_OF_USE = 400;

const ENDED: Verdict[] = ['failed', 'revoked', 'expired', 'lost', 'subscription_ended'];

export function hasEnded(key: VirtualKey): boolean {
  return ENDED.includes(key.state);
}

/** Whether LiteLLM does not agree yet, which changes by itself. One that is being issued waits for who issues it instead. */
export function follows(key: VirtualKey): boolean {
  return key.sync === 'pending' && key.state !== 'pending';
}

/** Whether something of it is about to change, whoever does it. */
export function isPending(key: VirtualKey): boolean {
  return key.sync === 'pending' || key.state === 'pending';
}

/** The caller's keys; asked for often while one is pending, and seldom otherwise, since budgets block keys too. */
export function useKeys(ended = false) {
  return usePages(
    ['keys', 'list', ended],
    (cursor) => answerOf(api.GET('/keys/list', { params: { query: { ...pageOf(cursor, 200), ended } } })),
    { whileChanging: (keys) => (keys.some(isPending) ? SOON : LATER) },
  );
}

/** When each key was used last, to a quarter of an hour. */
export function useLastUse() {
  return useQuery({
    queryKey: ['usage', 'lastUse'],
    queryFn: async () => {
      const to = dayOf(new Date());
      const query = { by: 'key' as const, zone: zone(), to, from: plusDays(to, 1 - DAYS_OF_USE) };
      const usage = await answerOf(api.GET('/usage', { params: { query } }));
      return new Map(usage.rows.map((row) => [row.keyId, row.lastUsedAt]));
    },
    refetchInterval: LATER,
  });
}

const CHANGES = {
  block: (id: string) => answerOf(api.POST('/keys/block', { body: { id } })),
  unblock: (id: string) => answerOf(api.POST('/keys/unblock', { body: { id } })),
  revoke: (id: string) => answerOf(api.POST('/keys/revoke', { body: { id } })),
};

export type KeyChange = keyof typeof CHANGES;

export function useKeyChange(change: KeyChange, onSuccess: () => void, onError: (error: unknown) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: CHANGES[change],
    onSuccess,
    onError,
    onSettled: () => queries.invalidateQueries({ queryKey: ['keys'] }),
  });
}
