import { Skeleton } from '@patternfly/react-core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Fault } from './Fault';

export interface Query<T> {
  data: T | undefined;
  error: unknown;
  refetch: () => unknown;
}

interface Props<T> {
  query: Query<T>;
  /** How many lines will be there, as far as one can guess. */
  lines?: number;
  children: (data: T) => ReactNode;
}

/** What a query read; a skeleton before, and the problem where it can't be read. What was read once stays in sight. */
export function Loaded<T>({ query, lines = 4, children }: Props<T>) {
  const { t } = useTranslation();
  if (query.data !== undefined) return children(query.data);
  if (query.error) return <Fault error={query.error} retry={() => void query.refetch()} />;
  return (
    <div className="lm-skeleton" role="status" aria-label={t('loading')}>
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton key={line} height="2.5rem" />
      ))}
    </div>
  );
}
