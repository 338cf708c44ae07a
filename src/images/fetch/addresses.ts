import { BlockList, isIP } from 'node:net';

/** What is no host of the public internet (IANA's special-purpose registries), and what it is, for people. */
const specialIpv4: readonly (readonly [network: string, prefix: number, what: string])[] = [
  ['0.0.0.0', 8, 'no host'],
  ['10.0.0.0', 8, 'a private network'],
  ['100.64.0.0', 10, 'a shared network of a provider'],
  ['127.0.0.0', 8, 'this machine itself'],
  ['169.254.0.0', 16, 'link-local'],
  ['172.16.0.0', 12, 'a private network'],
  ['192.0.0.0', 24, 'reserved'],
  ['192.0.2.0', 24, 'reserved'],
  ['192.88.99.0', 24, 'reserved'],
  ['192.168.0.0', 16, 'a private network'],
  ['198.18.0.0', 15, 'reserved'],
  ['198.51.100.0', 24, 'reserved'],
  ['203.0.113.0', 24, 'reserved'],
  ['224.0.0.0', 4, 'multicast'],
  ['240.0.0.0', 4, 'reserved'],
];

/** Of IPv6 only what is assigned as global unicast (2000::/3) is let through, and of that not these. */
const specialIpv6: readonly (readonly [network: string, prefix: number])[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

const ipv4Lists = specialIpv4.map(([network, prefix, what]) => ({
  list: listOf(network, prefix, 'ipv4'),
  what,
}));
const globalUnicast = listOf('2000::', 3, 'ipv6');
const ipv6Lists = specialIpv6.map(([network, prefix]) => listOf(network, prefix, 'ipv6'));
const mappedIpv4 = listOf('::ffff:0:0', 96, 'ipv6');
const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

/**
 * Why no picture is fetched from the address: it is none of the public internet. Undefined where it is one.
 * @param address an IPv4 or IPv6 address without brackets
 * @param isLoopbackAllowed whether this machine itself is fine, as it is for the sandbox
 */
export function findAddressProblem(
  address: string,
  isLoopbackAllowed: boolean,
): string | undefined {
  const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
  const isLoopback = loopback.check(address, family);
  if (isLoopback && isLoopbackAllowed) return undefined;
  if (isLoopback) return 'this machine itself';
  if (family === 'ipv4' || mappedIpv4.check(address, 'ipv6')) {
    return ipv4Lists.find(({ list }) => list.check(address, family))?.what;
  }
  const isGlobal =
    globalUnicast.check(address, 'ipv6') && !ipv6Lists.some((list) => list.check(address, 'ipv6'));
  return isGlobal ? undefined : 'a private, link-local or reserved network';
}

/** Whether the host of an http(s) URL is this machine by name or address. */
export function isLoopbackUrl(url: string): boolean {
  const host = new URL(url).hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) === 0) return host === 'localhost' || host.endsWith('.localhost');
  return loopback.check(host, isIP(host) === 6 ? 'ipv6' : 'ipv4');
}

function listOf(network: string, prefix: number, family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList();
  list.addSubnet(network, prefix, family);
  return list;
}
