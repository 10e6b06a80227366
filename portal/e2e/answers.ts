import type { Page, Request, Route } from '@playwright/test';

/** What becomes of answers on their way; none is made up, but part of one may be. */
const SIGNED_IN = '/auth/me';

const isHeld = (request: Request, but: string) =>
  request.resourceType() === 'fetch' && new URL(request.url()).pathname !== but;

/** Whatever a page asks for stays unanswered, but who is signed in, until the returned function lets all go. */
export async function holdAnswers(page: Page, but = SIGNED_IN): Promise<() => Promise<void>> {
  const held: Route[] = [];
  let isOver = false;
  await page.route('**', (route, request) => {
    if (isOver || !isHeld(request, but)) return route.fallback();
    held.push(route);
    return undefined;
  });
  return async () => {
    isOver = true;
    await Promise.all(held.map((route) => route.fallback()));
  };
}

/** The network is gone for whatever a page asks for, but who is signed in. */
export async function loseAnswers(page: Page, but = SIGNED_IN) {
  await page.route('**', (route, request) => (isHeld(request, but) ? route.abort() : route.fallback()));
}

/** A path is answered as it is, but for what is changed in it: for what a test can't bring about. */
export async function alterAnswer<T>(page: Page, path: string, change: (answer: T) => T) {
  await page.route(
    (url) => url.pathname === path,
    async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ response: answer, json: change((await answer.json()) as T) });
    },
  );
}

/** One script of the portal can't be had, as when another version was put in its place. */
export async function loseScript(page: Page, name: string) {
  await page.route(`**/assets/${name}-*.js`, (route) => route.abort());
}
