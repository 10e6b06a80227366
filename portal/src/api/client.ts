import createClient from 'openapi-fetch';
import { ProblemError, type ProblemDocument } from './problem';
import type { components, paths } from './schema';
import { sessionFetch } from './session';

export type Schemas = components['schemas'];

/** The API as its contract types it. */
export const api = createClient<paths>({
  baseUrl: window.location.origin,
  fetch: sessionFetch,
  headers: { Accept: 'application/json' },
});

interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** What was answered, or a {@link ProblemError} that says why not. */
export async function answerOf<T>(request: Promise<Answer<T>>): Promise<T> {
  let answer: Answer<T>;
  try {
    answer = await request;
  } catch {
    throw ProblemError.unreachable();
  }
  if (!answer.response.ok) throw ProblemError.of(documentIn(answer.error), answer.response);
  return answer.data as T;
}

function documentIn(error: unknown): Partial<ProblemDocument> | undefined {
  return typeof error === 'object' && error !== null && 'code' in error ? (error as ProblemDocument) : undefined;
}
