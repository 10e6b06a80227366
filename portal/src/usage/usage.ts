import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answerOf, api, type Schemas } from '../api/client';
import { zone } from '../time/days';
import type { Period } from './period';

export type Usage = Schemas['Usage'];
export type UsageRow = Schemas['UsageRow'];
export type Sum = Schemas['UsageSum'];
export type By = Usage['by'];

const EVERY = 10_000;

/** The caller's usage, or everybody's, by the days of the browser's zone. */
export function useUsage(by: By, period: Period, all = false) {
  return useQuery({
    queryKey: ['usage', by, period, all],
    queryFn: () =>
      answerOf(api.GET('/usage', { params: { query: { by, ...period, zone: zone(), ...(all ? { all } : {}) } } })),
    placeholderData: keepPreviousData,
    refetchInterval: EVERY,
  });
}
