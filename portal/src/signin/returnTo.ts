const ROOT = '/app';

/** A page of the portal that one came from, or its start: nothing else is returned to. */
export function pageToReturnTo(search: URLSearchParams): string {
  const wanted = search.get('returnTo') ?? '';
  const isOurs =
    /^\/app\/[\x21-\x7e]*$/.test(wanted) && !wanted.includes('\\') && !wanted.startsWith(`${ROOT}/sign-in`);
  return isOurs ? wanted : `${ROOT}/`;
}

/** Where the sign-in page is for somebody who was on a page. */
export function signInPageFor(location: Location): string {
  const here = location.pathname + location.search;
  return `/sign-in?returnTo=${encodeURIComponent(here)}`;
}

/** The address that begins the sign-in; it is the provider's from there on. */
export function signInAddress(returnTo: string): string {
  return `/auth/login?returnTo=${encodeURIComponent(returnTo)}`;
}
