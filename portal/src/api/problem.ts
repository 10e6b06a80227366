import type { components } from './schema';

export type ProblemDocument = components['schemas']['Problem'];
export type FieldError = NonNullable<ProblemDocument['errors']>[number];

/** Codes of what happens on the way, where no answer of ours came. */
export const UNREACHABLE = 'portal.unreachable';
export const UNREADABLE = 'portal.unreadable';

/** A refusal as the API tells it (RFC 9457); pages decide by its code and never show its detail as the explanation. */
export class ProblemError extends Error {
  constructor(
    readonly code: string,
    readonly status: number,
    readonly detail: string,
    readonly traceId?: string,
    readonly errors: FieldError[] = [],
    /** Seconds. */
    readonly retryAfter?: number,
  ) {
    super(code);
  }

  static unreachable() {
    return new ProblemError(UNREACHABLE, 0, '');
  }

  static of(document: Partial<ProblemDocument> | undefined, response: Response) {
    const retryAfter = Number(response.headers.get('Retry-After') ?? NaN);
    return new ProblemError(
      document?.code ?? UNREADABLE,
      response.status,
      document?.detail ?? '',
      document?.traceId,
      document?.errors ?? [],
      Number.isFinite(retryAfter) ? retryAfter : undefined,
    );
  }
}

/** What may go better by itself: the very same request is sent again. */
export function passes(error: unknown): error is ProblemError {
  return (
    error instanceof ProblemError &&
    (error.code === UNREACHABLE || error.code === 'http.in_progress' || error.status === 503)
  );
}

export function isSessionLost(error: unknown): error is ProblemError {
  return error instanceof ProblemError && error.status === 401;
}
