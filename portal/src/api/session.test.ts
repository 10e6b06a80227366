import { describe, expect, it } from 'vitest';
import { json, problem, serve } from '../test/answers';
import { answerOf, api } from './client';

const paths = (requests: Request[]) => requests.map((request) => new URL(request.url).pathname);

/** A server whose access token has ended until it is refreshed. */
function endedSession(refreshed: Response) {
  let isFresh = false;
  const models = () => (isFresh ? json({ items: [] }) : problem('auth.session_ended', 401));
  return serve({
    '/models/list': models,
    '/subscriptions/cancel': models,
    '/auth/refresh': () => {
      isFresh = refreshed.ok;
      return refreshed;
    },
  });
}

describe('a session that has ended', () => {
  it('is refreshed once for all who find it out, and their requests are sent again', async () => {
    const seen = endedSession(new Response(null, { status: 204 }));

    const all = await Promise.all([1, 2, 3].map(() => answerOf(api.GET('/models/list'))));

    expect(all).toEqual([{ items: [] }, { items: [] }, { items: [] }]);
    expect(paths(seen).filter((path) => path === '/auth/refresh')).toHaveLength(1);
  });

  it('sends a change again with its body, and with the header that proves it ours', async () => {
    const seen = endedSession(new Response(null, { status: 204 }));
    const body = { id: '00000000-0000-4000-8000-000000000001', version: 1 };

    await answerOf(api.POST('/subscriptions/cancel', { body }));

    const sent = seen.filter((request) => request.url.endsWith('/subscriptions/cancel'));
    expect(await Promise.all(sent.map((request) => request.json()))).toEqual([body, body]);
    expect(seen.every((request) => request.headers.get('X-LiteMaaS-CSRF') === '1')).toBe(true);
  });

  it('is told where it can not be refreshed', async () => {
    endedSession(problem('auth.session_ended', 401));

    await expect(answerOf(api.GET('/models/list'))).rejects.toMatchObject({ code: 'auth.session_ended', status: 401 });
  });
});

describe('a session of which is not known whether it has ended', () => {
  it.each([
    ['http.rate_limited', 429],
    ['http.room_unavailable', 503],
    ['http.room_silent', 503],
  ])('is not taken for lost: %s', async (code, status) => {
    endedSession(problem(code, status, { 'Retry-After': '7' }));

    const all = await Promise.allSettled([1, 2].map(() => answerOf(api.GET('/models/list'))));

    expect(all).toMatchObject([1, 2].map(() => ({ reason: { code, status, retryAfter: 7 } })));
  });
});

describe('an answer', () => {
  it('that is no problem document is told as unreadable', async () => {
    serve({
      '/models/list': new Response('<h1>proxy</h1>', { status: 502, headers: { 'Content-Type': 'text/html' } }),
    });

    await expect(answerOf(api.GET('/models/list'))).rejects.toMatchObject({ code: 'portal.unreadable', status: 502 });
  });

  it('that never comes is told as unreachable', async () => {
    serve({ '/models/list': () => Promise.reject(new TypeError('no network')) });

    await expect(answerOf(api.GET('/models/list'))).rejects.toMatchObject({ code: 'portal.unreachable' });
  });

  it('says when it may go better', async () => {
    serve({ '/models/list': problem('litellm.unavailable', 503, { 'Retry-After': '7' }) });

    await expect(answerOf(api.GET('/models/list'))).rejects.toMatchObject({ retryAfter: 7 });
  });
});
