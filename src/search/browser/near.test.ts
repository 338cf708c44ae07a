import { describe, expect, test } from 'vitest';
import { findNear, partsOfAddress } from './near.ts';

const slugs = [
  'kit-stat101x',
  'kit-stat201x',
  'nhu-cpp1',
  'edx-demox',
  '5b4a8a33-2753-4b6a-8f6d-dc0000000001',
  'حياة-101',
];

describe('an address means', () => {
  test.each([
    ['/courses/kit-stat101/', ['kit-stat101']],
    ['/x/es/course/edX+DemoX', ['edx-demox']],
    ['/courses/kit-stat101x/9t2020/', ['kit-stat101x', '9t2020']],
    ['/programs/5b4a8a33.html', ['5b4a8a33']],
    ['/courses/%D8%AD%D9%8A%D8%A7%D8%A9-101/', ['حياة-101']],
    ['/courses/%E0%A4%A/', ['e0-a4-a']],
    ['/search/', []],
  ])('%s: %o', (address, parts) => {
    expect(partsOfAddress(address)).toEqual(parts);
  });
});

describe('near to', () => {
  test.each([
    ['kit-stat10x', ['kit-stat101x', 'kit-stat201x']],
    ['kti-stat201x', ['kit-stat201x', 'kit-stat101x']],
    ['edxdemox', ['edx-demox']],
    ['5b4a8a33', ['5b4a8a33-2753-4b6a-8f6d-dc0000000001']],
    ['حياة101', ['حياة-101']],
    ['cooking', []],
  ])('%s is %o', (part, expected) => {
    expect(findNear([part], slugs, 3)).toEqual(expected);
  });

  test('any part, no more than asked for', () => {
    expect(findNear(['9t2020', 'kit-stat101x'], slugs, 1)).toEqual(['kit-stat101x']);
    expect(findNear([], slugs, 3)).toEqual([]);
  });
});
