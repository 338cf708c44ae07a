import { expect, test } from 'vitest';
import { shownPartners } from './shown-partners.ts';

const partners = [
  { name: 'Kestrel Institute', slug: 'kestrel' },
  { name: 'Lindqvist School', slug: 'lindqvist' },
];

test('partners are named as they are', () => {
  expect(shownPartners(partners, undefined)).toEqual(partners);
});

test('a name in their place leads to the partner of that name, else to the first', () => {
  expect(shownPartners(partners, 'Lindqvist School')).toEqual([partners[1]]);
  expect(shownPartners(partners, 'Executive Kestrel')).toEqual([
    { name: 'Executive Kestrel', slug: 'kestrel' },
  ]);
  expect(shownPartners([], 'Nobody')).toEqual([{ name: 'Nobody', slug: undefined }]);
});
