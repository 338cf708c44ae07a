import { expect, test } from 'vitest';
import { createInterface } from '#i18n';
import { seatsShown, seatWords } from './seats.ts';

const usd = (cents: number) => ({ cents, currency: 'USD' });

test('an unpaid seat of executive education is never shown as free', () => {
  const seats = [
    { type: 'unpaid-executive-education', price: usd(0) },
    { type: 'audit', price: usd(0) },
    { type: 'verified' },
  ];

  expect(seatsShown({ seats }).map(({ type }) => type)).toEqual(['audit']);
});

test('a seat of an unknown type keeps its own name', () => {
  const { t } = createInterface({ language: 'en', base: '/' });

  expect(seatWords('verified', t)).toBe('Verified certificate');
  expect(seatWords('masters', t)).toBe('masters');
});
