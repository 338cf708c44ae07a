import { expect, test } from 'vitest';
import { isCertified } from './certificate.ts';

test('a verified or professional seat gives a certificate, an audit seat does not', () => {
  expect(isCertified({ seats: [{ type: 'audit' }, { type: 'verified' }] })).toBe(true);
  expect(isCertified({ seats: [{ type: 'audit' }] })).toBe(false);
  expect(isCertified({ type: 'verified', seats: [] })).toBe(true);
});
