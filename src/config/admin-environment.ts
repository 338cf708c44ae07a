import path from 'node:path';
import { z } from 'zod';
import { ConfigurationError } from './configuration-error.ts';
import {
  adminSecretNames,
  days,
  parse,
  parseApiEnvironment,
  parseSiteEnvironment,
  text,
  withSecretFiles,
  type ApiEnvironment,
  type EnvironmentVariables,
} from './environment.ts';

/** What the admin server needs. */
export interface AdminEnvironment extends z.output<typeof adminEnvironment> {
  site: {
    /** Origin of the admin area, without a slash at its end. */
    adminUrl: string;
    /** Begins and ends with a slash. */
    basePath: string;
  };
  api: ApiEnvironment;
  /** The company whose plans and learners are shown. */
  enterpriseCustomer: string;
}

/**
 * Parses what the admin server needs; undefined where no variable of sign-in is set, which means a site without
 * an admin area. Throws one `ConfigurationError` that lists every problem, those of the API's variables included.
 */
export function parseAdminEnvironment(
  variables: EnvironmentVariables,
): AdminEnvironment | undefined {
  if (!Object.keys(variables).some((name) => name.startsWith('OIDC_') && variables[name]?.trim())) {
    return undefined;
  }
  const problems: string[] = [];
  const admin = collect(problems, () =>
    parse(adminEnvironment, withSecretFiles(variables, adminSecretNames)),
  );
  const site = collect(problems, () => parseSite(variables));
  const api = collect(problems, () => parseApiEnvironment(variables));
  const enterpriseCustomer = api?.enterpriseCustomer ?? variables['ENTERPRISE_CUSTOMER_UUID'];
  if (!enterpriseCustomer?.trim()) {
    problems.push(
      'ENTERPRISE_CUSTOMER_UUID is missing: the company whose licenses the admin area manages.',
    );
  }
  if (problems.length > 0 || !admin || !site || !api || !enterpriseCustomer) {
    throw new ConfigurationError('The admin area is not set up', problems);
  }
  return { ...admin, site, api, enterpriseCustomer };
}

const minutes = (usual: number) =>
  text
    .refine((value) => value === undefined || Number(value) > 0, {
      error: 'must be a number of minutes.',
    })
    .transform((value) => Number(value ?? usual) * 60_000);

/** Names with commas between. */
const list = (usual: string) =>
  text.transform((value) =>
    (value ?? usual)
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== ''),
  );

const required = (meaning: string) =>
  text.transform((value, context) => {
    if (value !== undefined) return value;
    context.addIssue({ code: 'custom', message: `is missing: ${meaning}` });
    return z.NEVER;
  });

const adminEnvironment = z
  .object({
    OIDC_ISSUER: required('the address of your company’s sign-in service.').refine(isProtectedUrl, {
      error: 'must be an address that begins with https:// (or http:// on this machine).',
    }),
    OIDC_CLIENT_ID: required('your sign-in service gives it to this site.'),
    OIDC_CLIENT_SECRET: required('your sign-in service gives it to this site.'),
    OIDC_SCOPE: text.refine((value) => value === undefined || /\bopenid\b/.test(value), {
      error: 'must contain "openid".',
    }),
    OIDC_ROLE_CLAIM: text,
    OIDC_VIEWER_ROLES: list('prospectus-viewer'),
    OIDC_MANAGER_ROLES: list('prospectus-manager'),
    ADMIN_DATABASE_URL: text.transform((value) => databaseOf(value ?? '.prospectus/admin.db')),
    ADMIN_IDLE_MINUTES: minutes(30),
    ADMIN_SESSION_MINUTES: minutes(12 * 60),
    ADMIN_RESULTS_DAYS: days(90),
    ADMIN_LEARNERS_MINUTES: minutes(15),
    ADMIN_LOG_LEVEL: text.pipe(
      z
        .enum(['debug', 'info', 'warn', 'error'], {
          error: 'must be debug, info, warn or error.',
        })
        .default('info'),
    ),
    ADMIN_TRUST_PROXY: text
      .refine((value) => value === undefined || /^\d$/.test(value), {
        error: 'must be the number of proxies in front of the server, from 0 to 9.',
      })
      .transform((value) => Number(value ?? 0)),
    ENROLLABLE_RUNS_URL: text.refine((value) => value === undefined || isProtectedUrl(value), {
      error: 'must be an address that begins with https:// (or http:// on this machine).',
    }),
  })
  .transform((value) => ({
    provider: {
      issuer: value.OIDC_ISSUER,
      clientId: value.OIDC_CLIENT_ID,
      clientSecret: value.OIDC_CLIENT_SECRET,
      scope: value.OIDC_SCOPE ?? 'openid profile',
    },
    roles: {
      claim: value.OIDC_ROLE_CLAIM ?? 'roles',
      viewer: value.OIDC_VIEWER_ROLES,
      manager: value.OIDC_MANAGER_ROLES,
    },
    /** A file's full path, or `postgres://…`. */
    databaseUrl: value.ADMIN_DATABASE_URL,
    limits: { idleMs: value.ADMIN_IDLE_MINUTES, maxAgeMs: value.ADMIN_SESSION_MINUTES },
    /** How long addresses and results of operations are kept, in milliseconds. */
    resultsKeptMs: value.ADMIN_RESULTS_DAYS,
    /** How old the summary of learners may get before it is read again, in milliseconds. */
    learnersMaxAgeMs: value.ADMIN_LEARNERS_MINUTES,
    logLevel: value.ADMIN_LOG_LEVEL,
    /** How many proxies in front of the server say for whom they ask. */
    trustedProxies: value.ADMIN_TRUST_PROXY,
    /** Where the runs that can be enrolled in are, for a server without the static site beside it. */
    enrollableRunsUrl: value.ENROLLABLE_RUNS_URL,
  }));

function parseSite(variables: EnvironmentVariables): AdminEnvironment['site'] {
  const { siteUrl, basePath } = parseSiteEnvironment(variables);
  const adminUrl = variables['ADMIN_URL']?.trim() || siteUrl;
  if (!isProtectedUrl(adminUrl)) {
    const name = variables['ADMIN_URL']?.trim() ? 'ADMIN_URL' : 'SITE_URL';
    throw new ConfigurationError('The admin area is not set up', [
      `${name} must begin with https:// (or http:// on this machine) for the admin area: a session could be read on its way.`,
    ]);
  }
  return { adminUrl: new URL(adminUrl).origin, basePath };
}

/** Whether what is sent to an address can't be listened to: by https, or by http on this machine. */
export function isProtectedUrl(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  const isLoopback =
    ['localhost', '[::1]'].includes(hostname) || /^127(\.\d{1,3}){3}$/.test(hostname);
  return protocol === 'https:' || (protocol === 'http:' && isLoopback);
}

function databaseOf(value: string): string {
  return /^postgres(ql)?:\/\//i.test(value) ? value : path.resolve(value);
}

function collect<Value>(problems: string[], read: () => Value): Value | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    problems.push(...error.problems);
    return undefined;
  }
}
