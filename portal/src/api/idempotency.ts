import { useRef } from 'react';

/** 256 random bits: with it whoever repeats the request is given the same secret again, so nobody may guess it. */
export function newIdempotencyKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/**
 * The header for what a form sends: made once for each opening of it, and kept for every repetition of the same
 * request. Who changes the form makes another request; so does who sends it again after a refusal, which is kept for
 * its header (`renew`).
 */
export function useIdempotencyKey() {
  const sent = useRef<{ key: string; body?: string }>({ key: newIdempotencyKey() });
  const renew = () => {
    sent.current = { key: newIdempotencyKey() };
  };
  const headerFor = (request: object) => {
    const body = JSON.stringify(request);
    if (sent.current.body !== undefined && sent.current.body !== body) renew();
    sent.current.body = body;
    return { 'Idempotency-Key': sent.current.key };
  };
  return { headerFor, renew };
}
