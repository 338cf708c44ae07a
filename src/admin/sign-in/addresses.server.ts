/** Where the site stands. */
export interface SiteAddress {
  /** Origin, without a slash at its end: `https://learn.tarnholt.example`. */
  adminUrl: string;
  /** Begins and ends with a slash. */
  basePath: string;
}

/** The addresses of signing in and out, as paths; the guard's table lets everyone reach them. */
export function signInPaths({ basePath }: Pick<SiteAddress, 'basePath'>) {
  const folder = `${basePath}admin/`;
  return {
    home: folder,
    /** Takes `?return=PATH`, and `?again` to be asked who one is although the provider knows. */
    begin: `${folder}sign-in/`,
    /** Where the provider sends back to: to be registered there, with `adminUrl` before it. */
    callback: `${folder}sign-in/callback/`,
    /** A page that words `?why=…`: `parseSignInFailure`. */
    failed: `${folder}sign-in/failed/`,
    /** Takes a POST. */
    end: `${folder}sign-out/`,
    /** A page; to be registered at the provider as the address after sign-out. */
    ended: `${folder}signed-out/`,
  };
}

/**
 * Where to go on after sign-in: a path of this site's admin area, as the browser would read it; the admin area's
 * first page in place of anything else, so that no link can lead through sign-in to another site.
 */
export function parseReturnAddress(wanted: string | null, site: SiteAddress): string {
  const paths = signInPaths(site);
  // Browsers drop control characters and read a backslash as a slash.
  if (wanted === null || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(wanted)) return paths.home;
  if (wanted.length > 2000 || !URL.canParse(wanted, site.adminUrl)) return paths.home;
  const { origin, pathname, search } = new URL(wanted, site.adminUrl);
  const isOwn = origin === new URL(site.adminUrl).origin && pathname.startsWith(paths.home);
  const isSignIn = [paths.begin, paths.end, paths.ended].some((path) => pathname.startsWith(path));
  return isOwn && !isSignIn ? `${pathname}${search}` : paths.home;
}
