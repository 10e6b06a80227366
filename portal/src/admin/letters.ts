import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../api/client';
import { pageOf, usePages } from '../api/pages';

const EVERY = 15_000;
const KEY = ['dead-letters'];

/** The dead letters that were not sent again since. */
export function useDeadLetters() {
  return usePages(
    KEY,
    (cursor) =>
      answerOf(api.GET('/dead-letters/list', { params: { query: { ...pageOf(cursor, 20), waiting: true } } })),
    { whileChanging: () => EVERY },
  );
}

interface Told {
  onSuccess: () => void;
  onError: (error: unknown) => void;
  onSettled: () => void;
}

export function useResend({ onSuccess, onError, onSettled }: Told) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => answerOf(api.POST('/dead-letters/resend', { body: { id } })),
    onSuccess,
    onError,
    onSettled: () => {
      onSettled();
      return queries.invalidateQueries({ queryKey: KEY });
    },
  });
}
