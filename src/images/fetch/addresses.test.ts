import { expect, test } from 'vitest';
import { findAddressProblem, isLoopbackUrl } from './addresses.ts';

test.each([
  '0.0.0.0',
  '10.0.0.1',
  '100.64.0.1',
  '127.0.0.1',
  '127.8.8.8',
  '169.254.169.254',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '198.18.0.1',
  '224.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::7f00:1',
  '::ffff:10.0.0.1',
  '::ffff:a9fe:a9fe',
  '64:ff9b::a9fe:a9fe',
  '2001::1',
  '2002:a00:1::',
  '2001:db8::1',
  'fc00::1',
  'fd12:3456::1',
  'fe80::1',
  'fec0::1',
  'ff02::1',
])('%s is no address of the public internet', (address) => {
  expect(findAddressProblem(address, false)).toBeTypeOf('string');
});

test.each(['1.1.1.1', '100.63.0.1', '172.32.0.1', '::ffff:1.1.1.1', '2606:4700::1111'])(
  '%s is one',
  (address) => {
    expect(findAddressProblem(address, false)).toBeUndefined();
  },
);

test('for the sandbox this machine is fine, and nothing else of what is private', () => {
  const allowed = ['127.0.0.1', '::1', '::ffff:127.0.0.1'];

  expect(allowed.map((address) => findAddressProblem(address, true))).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  expect(findAddressProblem('10.0.0.1', true)).toBe('a private network');
  expect(findAddressProblem('169.254.169.254', true)).toBe('link-local');
  expect(findAddressProblem('0.0.0.0', true)).toBe('no host');
});

test.each([
  ['http://localhost:4010', true],
  ['http://127.0.0.1:4010/x', true],
  ['http://[::1]:4010', true],
  ['http://2130706433/', true],
  ['https://api.edx.org', false],
  ['http://localhost.example', false],
])('%s is this machine: %s', (url, expected) => {
  expect(isLoopbackUrl(url)).toBe(expected);
});
