import { useInfiniteQuery, keepPreviousData, type QueryKey } from '@tanstack/react-query';

interface Page<T> {
  items: T[];
  next?: string | undefined;
}

interface Options<T> {
  /** Milliseconds after which the list is asked for again, as long as something in it will change by itself. */
  whileChanging?: (items: T[]) => number | false;
  enabled?: boolean;
}

/** A list that is paged by cursor, as the items that were loaded so far. */
export function usePages<T>(key: QueryKey, load: (cursor?: string) => Promise<Page<T>>, options: Options<T> = {}) {
  return useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam }) => load(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: Page<T>) => page.next,
    select: (data) => data.pages.flatMap((page) => page.items),
    placeholderData: keepPreviousData,
    enabled: options.enabled ?? true,
    refetchInterval: (query) =>
      options.whileChanging?.(query.state.data?.pages.flatMap((page) => page.items) ?? []) ?? false,
  });
}

/** The two parameters of every list, left out where they are not needed. */
export function pageOf(cursor: string | undefined, limit = 50) {
  return { limit, ...(cursor === undefined ? {} : { cursor }) };
}
