import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { answerOf, api, type Schemas } from '../api/client';
import { pageOf, usePages } from '../api/pages';

export type Person = Schemas['Person'];

export function usePeople(text = '') {
  return usePages(['people', text], (cursor) =>
    answerOf(api.GET('/users/list', { params: { query: { ...pageOf(cursor, 200), ...(text ? { text } : {}) } } })),
  );
}

/** Who an id is; pages are read until all who are asked for are found. */
export function useNames(ids: string[]): (id: string) => string {
  const people = usePeople();
  const names = new Map((people.data ?? []).map((person) => [person.id, person.fullName || person.username]));
  const isMissing = ids.some((id) => !names.has(id));
  const { hasNextPage, isFetching, fetchNextPage } = people;
  useEffect(() => {
    if (isMissing && hasNextPage && !isFetching) void fetchNextPage();
  }, [isMissing, hasNextPage, isFetching, fetchNextPage]);
  return (id) => names.get(id) ?? id;
}

const CHANGES = {
  disable: (userId: string) => answerOf(api.POST('/users/disable', { body: { userId } })),
  enable: (userId: string) => answerOf(api.POST('/users/enable', { body: { userId } })),
};

export function useUserChange(change: keyof typeof CHANGES, onSuccess: () => void, onError: (error: unknown) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: CHANGES[change],
    onSuccess,
    onError,
    onSettled: () => queries.invalidateQueries({ queryKey: ['people'] }),
  });
}
