import { expect, test } from 'vitest';
import { licenseOf } from './license.ts';

test.each([
  ['', undefined],
  [null, undefined],
  ['all-rights-reserved', 'all-rights-reserved'],
  ['All Rights Reserved', 'all-rights-reserved'],
  ['cc-by-4.0', 'CC BY 4.0'],
  ['cc-by-nc-sa', 'CC BY-NC-SA'],
  ['creative-commons: ver=4.0 BY NC ND', 'CC BY-NC-ND 4.0'],
  ['CC0', 'CC0'],
  ['MIT', 'MIT'],
])('the license %s', (value, license) => {
  expect(licenseOf(value)).toBe(license);
});
