import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { ConfigurationError } from './configuration-error.ts';

/** How to reach the Enterprise API: what `sync` needs. */
export type ApiEnvironment = z.output<typeof apiEnvironment>;

/** Where the snapshot is and what to render from it: what `render` needs. */
export type SiteEnvironment = z.output<typeof siteEnvironment>;

export type EnvironmentVariables = Record<string, string | undefined>;

/**
 * Parses what `sync` needs. Throws one `ConfigurationError` that lists every problem, each with its variable
 * and what to do.
 */
export function parseApiEnvironment(variables: EnvironmentVariables): ApiEnvironment {
  return parse(apiEnvironment, withSecretFiles(variables, apiSecretNames));
}

/** Parses what `render` needs; throws like `parseApiEnvironment`. */
export function parseSiteEnvironment(variables: EnvironmentVariables): SiteEnvironment {
  return parse(siteEnvironment, variables);
}

/**
 * What the environment holds that may not be published, by the variable's name. A file that can't be read is
 * passed over: a render needs none of them.
 */
export function listPrivateValues(
  variables: EnvironmentVariables,
): { name: string; value: string }[] {
  return privateNames.flatMap((name) => {
    const value = variables[name] ?? readSecretFile(variables[`${name}_FILE`]);
    return value === undefined ? [] : [{ name, value: value.trim() }];
  });
}

const apiSecretNames = ['ENTERPRISE_API_CLIENT_SECRET', 'ENTERPRISE_API_TOKEN'];

export const adminSecretNames = ['OIDC_CLIENT_SECRET', 'ADMIN_DATABASE_URL', 'ASTRO_KEY'];

const privateNames = [...apiSecretNames, ...adminSecretNames, 'ENTERPRISE_API_CLIENT_ID'];

export const text = z
  .string()
  .trim()
  .transform((value) => (value === '' ? undefined : value))
  .optional();

const httpUrl = text.refine((value) => value === undefined || isHttpUrl(value), {
  error: 'must be an address that begins with http:// or https://.',
});

const snapshotDir = text.transform((value) => path.resolve(value ?? '.prospectus/snapshot'));

const imageCacheDir = text.transform((value) => path.resolve(value ?? '.prospectus/images'));

const images = text.refine((value) => value === undefined || value === 'on' || value === 'off', {
  error: 'must be "on" or "off".',
});

const dayMs = 86_400_000;

/** A number of days, as milliseconds. */
export const days = (usual: number) =>
  text
    .refine((value) => value === undefined || Number(value) > 0, {
      error: 'must be a number of days.',
    })
    .transform((value) => Number(value ?? usual) * dayMs);

/** A percentage, as a share from 0 to 1. */
const percentage = (usual: number) =>
  text
    .refine((value) => value === undefined || (Number(value) >= 0 && Number(value) <= 100), {
      error: 'must be a percentage from 0 to 100.',
    })
    .transform((value) => Number(value ?? usual) / 100);

const maxAge = days(14);

const apiEnvironment = z
  .object({
    ENTERPRISE_API_URL: httpUrl,
    ENTERPRISE_API_CLIENT_ID: text,
    ENTERPRISE_API_CLIENT_SECRET: text,
    ENTERPRISE_API_TOKEN_URL: httpUrl,
    ENTERPRISE_API_TOKEN: text,
    ENTERPRISE_API_RATE: text.refine(
      (value) => value === undefined || value === 'off' || Number(value) > 0,
      {
        error: 'must be a number of requests a minute, or "off".',
      },
    ),
    ENTERPRISE_CUSTOMER_UUID: text,
    SNAPSHOT_DIR: snapshotDir,
    SNAPSHOT_MAX_AGE: maxAge,
    SYNC_FULL_EVERY: days(7),
    SYNC_MAX_COURSE_DROP: percentage(20),
    SYNC_MAX_RUN_DROP: percentage(20),
    SYNC_MAX_PROGRAM_DROP: percentage(20),
    SYNC_MAX_LINK_DROP: percentage(20),
    SYNC_MAX_REFUSED: percentage(2),
    IMAGES: images,
    IMAGE_CACHE_DIR: imageCacheDir,
  })
  .superRefine((value, context) => {
    if (value.ENTERPRISE_API_URL === undefined) {
      context.addIssue({
        code: 'custom',
        path: ['ENTERPRISE_API_URL'],
        message:
          'is missing: the origin of the Enterprise API, e.g. https://api.edx.org. To try Prospectus without an account, run "npm run demo".',
      });
    }
    if (value.ENTERPRISE_API_TOKEN !== undefined) return;
    for (const name of ['ENTERPRISE_API_CLIENT_ID', 'ENTERPRISE_API_CLIENT_SECRET'] as const) {
      if (value[name] === undefined) {
        context.addIssue({
          code: 'custom',
          path: [name],
          message:
            'is missing: edX gives a client id and a secret to each customer of the Enterprise API.',
        });
      }
    }
  })
  .transform((value) => ({
    apiUrl: value.ENTERPRISE_API_URL ?? '',
    credentials:
      value.ENTERPRISE_API_TOKEN === undefined
        ? {
            clientId: value.ENTERPRISE_API_CLIENT_ID ?? '',
            clientSecret: value.ENTERPRISE_API_CLIENT_SECRET ?? '',
            tokenUrl: value.ENTERPRISE_API_TOKEN_URL,
          }
        : { token: value.ENTERPRISE_API_TOKEN },
    requestsPerMinute: rateOf(value.ENTERPRISE_API_RATE),
    enterpriseCustomer: value.ENTERPRISE_CUSTOMER_UUID,
    snapshotDir: value.SNAPSHOT_DIR,
    /** Whether pictures are fetched; pages show covers where not. */
    hasImages: value.IMAGES !== 'off',
    imageCacheDir: value.IMAGE_CACHE_DIR,
    /** Milliseconds. */
    maxAgeMs: value.SNAPSHOT_MAX_AGE,
    fullEveryMs: value.SYNC_FULL_EVERY,
    /** Shares from 0 to 1 from which on a snapshot is refused. */
    limits: {
      courses: value.SYNC_MAX_COURSE_DROP,
      runs: value.SYNC_MAX_RUN_DROP,
      programs: value.SYNC_MAX_PROGRAM_DROP,
      enrollmentLinks: value.SYNC_MAX_LINK_DROP,
      refused: value.SYNC_MAX_REFUSED,
    },
  }));

const siteEnvironment = z
  .object({
    SNAPSHOT_DIR: snapshotDir,
    IMAGES: images,
    IMAGE_CACHE_DIR: imageCacheDir,
    SNAPSHOT_MAX_AGE: maxAge,
    PORT: text.refine((value) => value === undefined || isPort(value), {
      error: 'must be a port number from 1 to 65535.',
    }),
    SITE_URL: httpUrl,
    BASE_PATH: text,
    SITE_CONFIG: text,
    BUILD_NOW: text.refine((value) => value === undefined || !Number.isNaN(Date.parse(value)), {
      error: 'must be an ISO time such as 2026-11-23T06:00:00Z.',
    }),
  })
  .transform((value) => ({
    snapshotDir: value.SNAPSHOT_DIR,
    /** Whether pages show the pictures that the snapshot names; covers where not. */
    hasImages: value.IMAGES !== 'off',
    imageCacheDir: value.IMAGE_CACHE_DIR,
    /** Milliseconds. */
    maxAgeMs: value.SNAPSHOT_MAX_AGE,
    port: Number(value.PORT ?? 4321),
    siteUrl: (value.SITE_URL ?? `http://localhost:${value.PORT ?? 4321}`).replace(/\/+$/, ''),
    /** Begins and ends with a slash. */
    basePath: `/${value.BASE_PATH ?? ''}/`.replace(/\/{2,}/g, '/'),
    siteConfigFile: value.SITE_CONFIG === undefined ? undefined : path.resolve(value.SITE_CONFIG),
    /** The moment to build for, in milliseconds; the caller's present where it is not set. */
    buildNow: value.BUILD_NOW === undefined ? undefined : Date.parse(value.BUILD_NOW),
  }));

export function parse<Schema extends z.ZodType>(
  schema: Schema,
  variables: EnvironmentVariables,
): z.output<Schema> {
  const result = schema.safeParse(variables);
  if (result.success) return result.data;
  throw new ConfigurationError(
    'The environment is not complete',
    result.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`),
  );
}

/** Any secret may be given as a file (design §10): `NAME_FILE` holds its path. */
export function withSecretFiles(
  variables: EnvironmentVariables,
  secretNames: string[],
): EnvironmentVariables {
  const values = { ...variables };
  const problems: string[] = [];
  for (const name of secretNames) {
    const file = variables[`${name}_FILE`];
    if (file === undefined || file === '') continue;
    if (values[name]) problems.push(`${name} and ${name}_FILE are both set; keep one of them.`);
    try {
      values[name] = readFileSync(file, 'utf8').trim();
    } catch {
      problems.push(`${name}_FILE names "${file}", which can't be read.`);
    }
  }
  if (problems.length > 0)
    throw new ConfigurationError('The environment is not complete', problems);
  return values;
}

function readSecretFile(file: string | undefined): string | undefined {
  if (file === undefined || file === '') return undefined;
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function rateOf(value: string | undefined): number | 'off' | undefined {
  if (value === undefined || value === 'off') return value;
  return Number(value);
}

function isHttpUrl(value: string): boolean {
  return /^https?:\/\//i.test(value) && URL.canParse(value);
}

function isPort(value: string): boolean {
  const port = Number(value);
  return Number.isInteger(port) && port >= 1 && port <= 65535;
}
