/** Where to go after signing in: only a path of this site, never the sign-in page itself. */
export function redirectTarget(wanted: unknown): string {
  if (typeof wanted !== 'string') return '/';
  const url = new URL(wanted, location.origin);
  const isOurs = wanted.startsWith('/') && url.origin === location.origin;
  return isOurs && url.pathname !== '/login' ? url.pathname + url.search + url.hash : '/';
}
