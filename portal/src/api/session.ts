/** The browser's session: a cookie that no script can read, continued by another one when it has ended. */

const ENDED = 401;
const LOCK = 'litemaas-refresh';
const CSRF = { 'X-LiteMaaS-CSRF': '1' };

let refreshing: Promise<boolean> | undefined;

async function refresh(): Promise<boolean> {
  const answer = await fetch('/auth/refresh', {
    method: 'POST',
    headers: { ...CSRF, 'Content-Type': 'application/json', Accept: 'application/json' },
    body: '{}',
  });
  if (answer.status >= 500) throw new TypeError('the session could not be asked for');
  return answer.ok;
}

/** One at a time in this tab, and one tab at a time where the browser can lock. */
function refreshOnce(): Promise<boolean> {
  const started: Promise<boolean> = refreshing ?? locked(refresh).finally(() => (refreshing = undefined));
  refreshing = started;
  return started;
}

async function locked(work: () => Promise<boolean>): Promise<boolean> {
  return 'locks' in navigator ? await navigator.locks.request(LOCK, work) : work();
}

/** `fetch` with the session: where it has ended it is refreshed, and the request sent again. */
export async function sessionFetch(request: Request): Promise<Response> {
  if (request.method === 'POST') request.headers.set('X-LiteMaaS-CSRF', CSRF['X-LiteMaaS-CSRF']);
  const again = request.clone();
  const answer = await fetch(request);
  if (answer.status !== ENDED) return answer;
  return (await refreshOnce()) ? fetch(again) : answer;
}
