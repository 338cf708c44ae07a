import { expect, test } from 'vitest';
import { initialsOf } from './initials.ts';

test.each([
  ['Adaeze Okonjo-Lind', 'AO'],
  ['Dr. Tomas van der Hrabal, PhD', 'TH'],
  ['Dr. Ir. Henk F. Ritzema', 'HR'],
  ['山田', '山'],
  ['Plato', 'P'],
  ['', ''],
])('%s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
