import { isIP } from 'node:net';

/**
 * The visitor's network address. Each proxy writes for whom it asks at the end of `X-Forwarded-For`, so with
 * `trustedProxies` of them in front of the server, the visitor stands so many places before the address that the
 * connection comes from; what is further ahead anybody can have written. Where that place holds no address, the
 * connection's own counts.
 */
export function clientAddressOf(
  headers: Pick<Headers, 'get'>,
  socketAddress: string,
  trustedProxies: number,
): string {
  if (trustedProxies === 0) return socketAddress;
  const forwarded = (headers.get('X-Forwarded-For') ?? '').split(',').map(withoutPort);
  const address = forwarded.at(-trustedProxies) ?? forwarded[0] ?? '';
  return isIP(address) === 0 ? socketAddress : address;
}

/** Some proxies write `192.0.2.1:443` or `[2001:db8::1]:443`. */
function withoutPort(entry: string): string {
  const [, bracketed, plain] = /^\[(.*)\](?::\d+)?$|^([^:]*):\d+$/.exec(entry.trim()) ?? [];
  return bracketed ?? plain ?? entry.trim();
}
