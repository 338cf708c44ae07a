import { writeFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { parseAdminEnvironment } from './admin-environment.ts';
import { ConfigurationError } from './configuration-error.ts';

const api = {
  ENTERPRISE_API_URL: 'https://api.tarnholt.example',
  ENTERPRISE_API_CLIENT_ID: 'id',
  ENTERPRISE_API_CLIENT_SECRET: 'secret',
  ENTERPRISE_CUSTOMER_UUID: 'tarnholt',
};
const complete = {
  ...api,
  OIDC_ISSUER: 'https://login.tarnholt.example',
  OIDC_CLIENT_ID: 'prospectus',
  OIDC_CLIENT_SECRET: 'hidden-word',
};

function problemsOf(variables: Record<string, string>): string[] {
  try {
    parseAdminEnvironment(variables);
    return [];
  } catch (error) {
    if (error instanceof ConfigurationError) return error.problems;
    throw error;
  }
}

test.each([{}, api, { OIDC_ISSUER: '', OIDC_CLIENT_ID: ' ' }, { ADMIN_DATABASE_URL: 'x.db' }])(
  'without a variable of sign-in there is no admin area (%j)',
  (variables) => {
    expect(parseAdminEnvironment(variables)).toBeUndefined();
  },
);

test('three variables of sign-in are enough beside those of the API', () => {
  expect(parseAdminEnvironment(complete)).toMatchObject({
    site: { adminUrl: 'http://localhost:4321', basePath: '/' },
    provider: { issuer: 'https://login.tarnholt.example', scope: 'openid profile' },
    roles: { claim: 'roles', viewer: ['prospectus-viewer'], manager: ['prospectus-manager'] },
    databaseUrl: path.resolve('.prospectus/admin.db'),
    limits: { idleMs: 30 * 60_000, maxAgeMs: 12 * 3_600_000 },
    resultsKeptMs: 90 * 86_400_000,
    learnersMaxAgeMs: 15 * 60_000,
    logLevel: 'info',
    trustedProxies: 0,
    enrollableRunsUrl: undefined,
    enterpriseCustomer: 'tarnholt',
    api: { apiUrl: 'https://api.tarnholt.example' },
  });
});

test('every variable is read', () => {
  const environment = parseAdminEnvironment({
    ...complete,
    SITE_URL: 'https://learn.tarnholt.example',
    BASE_PATH: 'learning',
    ADMIN_URL: 'https://admin.tarnholt.example/',
    OIDC_SCOPE: 'openid groups',
    OIDC_ROLE_CLAIM: 'groups',
    OIDC_VIEWER_ROLES: 'staff, auditors,',
    OIDC_MANAGER_ROLES: 'stewards',
    ADMIN_DATABASE_URL: 'postgres://admin@db.tarnholt.example/prospectus',
    ADMIN_IDLE_MINUTES: '5',
    ADMIN_SESSION_MINUTES: '60',
    ADMIN_RESULTS_DAYS: '1',
    ADMIN_LEARNERS_MINUTES: '60',
    ADMIN_LOG_LEVEL: 'debug',
    ADMIN_TRUST_PROXY: '2',
    ENROLLABLE_RUNS_URL: 'https://learn.tarnholt.example/data/enrollable-runs.json',
  });

  expect(environment).toMatchObject({
    site: { adminUrl: 'https://admin.tarnholt.example', basePath: '/learning/' },
    provider: { scope: 'openid groups' },
    roles: { claim: 'groups', viewer: ['staff', 'auditors'], manager: ['stewards'] },
    databaseUrl: 'postgres://admin@db.tarnholt.example/prospectus',
    limits: { idleMs: 300_000, maxAgeMs: 3_600_000 },
    resultsKeptMs: 86_400_000,
    learnersMaxAgeMs: 3_600_000,
    logLevel: 'debug',
    trustedProxies: 2,
    enrollableRunsUrl: 'https://learn.tarnholt.example/data/enrollable-runs.json',
  });
});

test('one message lists all that is missing, for sign-in and for the API', () => {
  const names = problemsOf({ OIDC_CLIENT_ID: 'prospectus' }).map((line) => line.split(' ', 1)[0]);

  expect(names).toEqual([
    'OIDC_ISSUER',
    'OIDC_CLIENT_SECRET',
    'ENTERPRISE_API_URL',
    'ENTERPRISE_API_CLIENT_ID',
    'ENTERPRISE_API_CLIENT_SECRET',
    'ENTERPRISE_CUSTOMER_UUID',
  ]);
});

test.each([
  [{ OIDC_ISSUER: 'http://login.tarnholt.example' }, 'OIDC_ISSUER must be an address'],
  [{ OIDC_ISSUER: 'login.tarnholt.example' }, 'OIDC_ISSUER must be an address'],
  [{ OIDC_ISSUER: 'http://localhost.evil.example' }, 'OIDC_ISSUER must be an address'],
  [{ OIDC_SCOPE: 'profile' }, 'OIDC_SCOPE must contain'],
  [{ ADMIN_URL: 'http://learn.tarnholt.example' }, 'ADMIN_URL must begin with https://'],
  [{ SITE_URL: 'http://learn.tarnholt.example' }, 'SITE_URL must begin with https://'],
  [{ ADMIN_IDLE_MINUTES: 'soon' }, 'ADMIN_IDLE_MINUTES must be a number of minutes'],
  [{ ADMIN_RESULTS_DAYS: '-1' }, 'ADMIN_RESULTS_DAYS must be a number of days'],
  [{ ADMIN_LEARNERS_MINUTES: '0' }, 'ADMIN_LEARNERS_MINUTES must be a number of minutes'],
  [{ ADMIN_LOG_LEVEL: 'loud' }, 'ADMIN_LOG_LEVEL must be debug, info'],
  [{ ADMIN_TRUST_PROXY: 'true' }, 'ADMIN_TRUST_PROXY must be the number'],
  [{ ADMIN_TRUST_PROXY: '-1' }, 'ADMIN_TRUST_PROXY must be the number'],
  [{ ENROLLABLE_RUNS_URL: 'http://learn.tarnholt.example/' }, 'ENROLLABLE_RUNS_URL must be an'],
  [{ OIDC_CLIENT_SECRET_FILE: '/nowhere' }, 'both set'],
])('%j is told as one problem', (variables, problem) => {
  expect(problemsOf({ ...complete, ...variables }).join('\n')).toContain(problem);
  expect(problemsOf({ ...complete, ...variables }).join('\n')).not.toContain('hidden-word');
});

test('secrets may stand in files', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'prospectus-config-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = path.join(folder, 'secret');
  writeFileSync(file, 'from-a-file\n');
  const { OIDC_CLIENT_SECRET: _, ...rest } = complete;

  const environment = parseAdminEnvironment({ ...rest, OIDC_CLIENT_SECRET_FILE: file });

  expect(environment?.provider.clientSecret).toBe('from-a-file');
});
