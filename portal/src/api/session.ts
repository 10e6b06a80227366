/** The browser's session: a cookie that no script can read, continued by another one when it has ended. */

const ENDED = 401;
/** With these a refresh says that the session is over. With any other it says nothing of it, such as that it was too often. */
const LOST = [401, 403];
const LOCK = 'litemaas-refresh';
const CSRF = { 'X-LiteMaaS-CSRF': '1' };

let refreshing: Promise<Response> | undefined;

function refresh(): Promise<Response> {
  return fetch('/auth/refresh', {
    method: 'POST',
    headers: { ...CSRF, 'Content-Type': 'application/json', Accept: 'application/json' },
    body: '{}',
  });
}

/** One at a time in this tab, and one tab at a time where the browser can lock. */
function refreshOnce(): Promise<Response> {
  const started: Promise<Response> = refreshing ?? locked(refresh).finally(() => (refreshing = undefined));
  refreshing = started;
  return started;
}

async function locked(work: () => Promise<Response>): Promise<Response> {
  return 'locks' in navigator ? await navigator.locks.request(LOCK, work) : work();
}

/** `fetch` with the session: where it has ended it is refreshed, and the request sent again. */
export async function sessionFetch(request: Request): Promise<Response> {
  if (request.method === 'POST') request.headers.set('X-LiteMaaS-CSRF', CSRF['X-LiteMaaS-CSRF']);
  const again = request.clone();
  const answer = await fetch(request);
  if (answer.status !== ENDED) return answer;
  const refreshed = await refreshOnce();
  if (refreshed.ok) return fetch(again);
  return LOST.includes(refreshed.status) ? answer : refreshed.clone();
}
