import { useMutation } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import { passes } from './problem';

const SHORTEST_WAIT = 2_000;
/** Where the server does not ask for a longer one. */
const LONGEST_WAIT = 15_000;
/** What the server asks for at most. */
const LONGEST_ASKED = 300_000;

/** Milliseconds. Who is told when to come again does not come sooner. */
export function waitFor(failures: number, error: unknown): number {
  const asked = passes(error) && error.retryAfter !== undefined ? error.retryAfter * 1000 : 0;
  const own = Math.min(LONGEST_WAIT, Math.max(SHORTEST_WAIT * failures, SHORTEST_WAIT));
  return Math.max(own, Math.min(asked, LONGEST_ASKED));
}

/**
 * A change that must come to an end: while LiteLLM is away, the same request is sent again until it is answered, the
 * page is left, or the person stops it. `waitingFor` is why it has not been answered yet; `onRefused` is called when the
 * answer is a no that will stay one.
 */
export function usePersistentChange<Input, Output>(
  change: (input: Input) => Promise<Output>,
  onSuccess: (output: Output) => void,
  onRefused: () => void,
) {
  const wanted = useRef(true);
  useEffect(() => {
    wanted.current = true;
    return () => {
      wanted.current = false;
    };
  }, []);
  const mutation = useMutation<Output, Error, Input>({
    mutationFn: (input: Input) => change(input),
    retry: (_failures, error) => wanted.current && passes(error),
    retryDelay: waitFor,
    onSuccess,
    onError: (error) => {
      if (!passes(error)) onRefused();
    },
  });
  const stop = useCallback(() => {
    wanted.current = false;
    mutation.reset();
  }, [mutation]);
  const start = (input: Input) => {
    wanted.current = true;
    mutation.mutate(input);
  };
  const waitingFor = mutation.isPending ? mutation.failureReason : null;
  return { ...mutation, start, stop, waitingFor };
}
