import { expect, test } from 'vitest';
import { roleOfClaims } from './role-of-claims.server.ts';

const rules = { claim: 'roles', viewer: ['reader', 'auditor'], manager: ['steward'] };

test.each([
  [{ roles: ['steward'] }, 'manager'],
  [{ roles: ['reader', 'steward'] }, 'manager'],
  [{ roles: ['reader'] }, 'viewer'],
  [{ roles: 'auditor' }, 'viewer'],
  [{ roles: [] }, 'none'],
  [{ roles: ['Steward', ' steward', 'stewards'] }, 'none'],
  [{ roles: 'reader steward' }, 'none'],
  [{ roles: [['steward'], { steward: true }, 1, null] }, 'none'],
  [{ roles: { steward: true } }, 'none'],
  [{ groups: ['steward'] }, 'none'],
  [{}, 'none'],
])('%j gives the role %s', (claims, role) => {
  expect(roleOfClaims(claims, rules)).toBe(role);
});

test.each([
  ['realm_access.roles', { realm_access: { roles: ['steward'] } }],
  ['https://tarnholt.example/roles', { 'https://tarnholt.example/roles': ['steward'] }],
])('the claim %s is found', (claim, claims) => {
  expect(roleOfClaims(claims, { ...rules, claim })).toBe('manager');
});

test('nothing that every object has is a claim', () => {
  const claim = 'constructor.name';

  expect(roleOfClaims({}, { claim, viewer: ['Object'], manager: ['Object'] })).toBe('none');
});
