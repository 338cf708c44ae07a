import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { ConfigurationError } from './configuration-error.ts';
import { parseIslandKey } from './island-key.ts';

const key = randomBytes(32).toString('base64');

function problemsOf(variables: Record<string, string>): string {
  try {
    return `no problem: ${String(parseIslandKey(variables))}`;
  } catch (error) {
    if (error instanceof ConfigurationError) return error.problems.join('\n');
    throw error;
  }
}

test('a key is taken as it is, and none is needed on a machine of one’s own', () => {
  expect(parseIslandKey({ ASTRO_KEY: key })).toBe(key);
  expect(parseIslandKey({ OIDC_ISSUER: 'https://login.tarnholt.example' })).toBeUndefined();
  expect(parseIslandKey({ CI: 'true' })).toBeUndefined();
});

test('in CI the admin area needs a key', () => {
  const variables = { CI: 'true', OIDC_ISSUER: 'https://login.tarnholt.example' };

  expect(problemsOf(variables)).toContain('ASTRO_KEY is missing');
  expect(parseIslandKey({ ...variables, ASTRO_KEY: key })).toBe(key);
});

test('what is no key is told before anything is built, without repeating it', () => {
  expect(problemsOf({ ASTRO_KEY: 'hidden-word' })).toContain('ASTRO_KEY is not a key');
  expect(problemsOf({ ASTRO_KEY: 'hidden-word' })).not.toContain('hidden-word');
});
