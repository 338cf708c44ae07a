import { expect, test } from 'vitest';
import { clientAddressOf } from './client-address.server.ts';

const socket = '10.0.0.9';

test.each<[name: string, forwarded: string | undefined, proxies: number, address: string]>([
  ['no proxy is trusted', '192.0.2.1', 0, socket],
  ['one proxy says for whom it asks', '192.0.2.1', 1, '192.0.2.1'],
  ['the visitor has written the first entry', '198.51.100.7, 192.0.2.1', 1, '192.0.2.1'],
  ['two proxies', '198.51.100.7, 192.0.2.1, 10.0.0.8', 2, '192.0.2.1'],
  ['fewer proxies than trusted', '192.0.2.1', 2, '192.0.2.1'],
  ['a request that went past the proxy', undefined, 1, socket],
  ['an IPv6 address', '2001:db8::1', 1, '2001:db8::1'],
  ['an address with a port', '192.0.2.1:5000', 1, '192.0.2.1'],
  ['an IPv6 address with a port', '[2001:db8::1]:5000', 1, '2001:db8::1'],
  ['an IPv6 address in brackets', '[2001:db8::1]', 1, '2001:db8::1'],
  ['no address', 'unknown', 1, socket],
  ['an empty entry', '192.0.2.1,', 1, socket],
])('%s', (_name, forwarded, proxies, address) => {
  const headers = new Headers(forwarded === undefined ? {} : { 'X-Forwarded-For': forwarded });

  expect(clientAddressOf(headers, socket, proxies)).toBe(address);
});

test('several headers are one list', () => {
  const headers = new Headers();
  headers.append('X-Forwarded-For', '198.51.100.7');
  headers.append('X-Forwarded-For', '192.0.2.1');

  expect(clientAddressOf(headers, socket, 1)).toBe('192.0.2.1');
});
