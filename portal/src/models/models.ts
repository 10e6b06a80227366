import { useQuery } from '@tanstack/react-query';
import { answerOf, api, type Schemas } from '../api/client';
import { pageOf, usePages } from '../api/pages';

export type Model = Schemas['Model'];

/** The catalogue, or what of it holds a text. */
export function useModels(text = '') {
  return usePages(['models', 'list', text], (cursor) =>
    answerOf(api.GET('/models/list', { params: { query: { ...pageOf(cursor, 200), ...(text ? { text } : {}) } } })),
  );
}

export function useModel(name: string) {
  return useQuery({
    queryKey: ['models', 'one', name],
    queryFn: () => answerOf(api.GET('/models/get', { params: { query: { name } } })),
  });
}
