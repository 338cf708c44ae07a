/**
 * A cookie that only this origin can write and no script can read. On https its name begins with `__Host-`, which
 * the browser accepts with Secure and Path=/ alone, and from no other host.
 */
export interface Cookie {
  name: string;
  isSecure: boolean;
}

/** `siteUrl` says whether the site is on https. */
export function createCookie(name: string, siteUrl: string): Cookie {
  const isSecure = siteUrl.startsWith('https:');
  return { name: isSecure ? `__Host-${name}` : name, isSecure };
}

/** The cookie that holds a session's id. */
export function sessionCookie({ adminUrl }: { adminUrl: string }): Cookie {
  return createCookie('prospectus-session', adminUrl);
}

/** What a request brings; undefined where the cookie is missing, or comes twice with different values. */
export function readCookie(request: Request, { name }: Cookie): string | undefined {
  const values = (request.headers.get('Cookie') ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1));
  return new Set(values).size === 1 && /^[\w-]+$/.test(values[0] ?? '') ? values[0] : undefined;
}

/** The value of a `Set-Cookie` header. Without `maxAgeS` it lasts as long as the browser runs. */
export function writeCookie(
  { name, isSecure }: Cookie,
  value: string,
  { maxAgeS }: { maxAgeS?: number } = {},
): string {
  return [
    `${name}=${value}`,
    'Path=/',
    'HttpOnly',
    'SameSite=Lax',
    ...(isSecure ? ['Secure'] : []),
    ...(maxAgeS === undefined ? [] : [`Max-Age=${String(maxAgeS)}`]),
  ].join('; ');
}

/** The value of a `Set-Cookie` header that takes the cookie out of the browser. */
export function clearCookie(cookie: Cookie): string {
  return writeCookie(cookie, '', { maxAgeS: 0 });
}
