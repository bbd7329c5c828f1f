const MAX_LENGTH = 4000;
const BASE = 'http://dashboard.invalid';

/** The path of a page to return to after sign-in: `/` for anything that isn’t a path of this dashboard. */
export function returnPath(text: string | null | undefined): string {
  if (!text?.startsWith('/') || text.length > MAX_LENGTH || !URL.canParse(text, BASE)) return '/';
  const { origin, pathname, search, hash } = new URL(text, BASE);
  // A second slash at the start would name another host.
  if (origin !== BASE || pathname.startsWith('//')) return '/';
  const isOfSignIn = /^\/(sign-in|signed-out|no-access|api)(\/|$)/.test(pathname);
  return isOfSignIn ? '/' : `${pathname}${search}${hash}`;
}
