import { expect, test } from 'vitest';
import { parseReturnAddress, signInPaths } from './addresses.server.ts';

const site = { adminUrl: 'https://learn.tarnholt.example', basePath: '/' };

test.each([
  ['/admin/', '/admin/'],
  ['/admin/plans/9ca7?tab=renewals', '/admin/plans/9ca7?tab=renewals'],
  ['/admin/learners/?q=%2F%2Fevil.example', '/admin/learners/?q=%2F%2Fevil.example'],
  ['/admin/plans/../learners/', '/admin/learners/'],
])('%s is an address to return to', (wanted, address) => {
  expect(parseReturnAddress(wanted, site)).toBe(address);
});

test.each([
  null,
  '',
  'admin/',
  '//evil.example',
  '//evil.example/admin/',
  '///evil.example/admin/',
  String.raw`/\evil.example/admin/`,
  String.raw`\\evil.example/admin/`,
  String.raw`/admin/\..\..\evil.example`,
  '/\t/evil.example/admin/',
  '\t//evil.example',
  '/\n/evil.example',
  '/admin/\r\nLocation: https://evil.example',
  'https://evil.example/admin/',
  'https://learn.tarnholt.example@evil.example/admin/',
  'https://learn.tarnholt.example.evil.example/admin/',
  'http:evil.example',
  'javascript:alert(1)//admin/',
  'data:text/html,/admin/',
  '/admin/..//evil.example',
  '/admin/../..//evil.example/admin/',
  '/admin/%2e%2e//evil.example',
  '/%2f%2fevil.example',
  '/%5cevil.example',
  '/@evil.example',
  '/.evil.example',
  '/administrator/',
  '/courses/',
  '/admin/sign-in/',
  '/admin/sign-in/?return=/admin/sign-in/',
  '/admin/plans/../sign-out/',
  '/admin/signed-out/',
  `/admin/${'a'.repeat(3000)}`,
])('%j leads to the first page of the admin area', (wanted) => {
  expect(parseReturnAddress(wanted, site)).toBe('/admin/');
});

test('a path prefix is part of every address', () => {
  const below = { ...site, basePath: '/learning/' };

  expect(signInPaths(below).callback).toBe('/learning/admin/sign-in/callback/');
  expect(parseReturnAddress('/learning/admin/plans/', below)).toBe('/learning/admin/plans/');
  expect(parseReturnAddress('/admin/plans/', below)).toBe('/learning/admin/');
});
