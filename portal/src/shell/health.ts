import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../api/client';

const EVERY = 10_000;

export function useHealth() {
  return useQuery({
    queryKey: ['health'],
    queryFn: () => answerOf(api.GET('/health/integration')),
    refetchInterval: EVERY,
  });
}
