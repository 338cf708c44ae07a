import { z } from 'zod';
import type { Clock, Logger } from './clock.ts';
import { problemsOf } from './contract/index.ts';
import { EnterpriseApiError } from './errors.ts';

export interface EnterpriseApiClientOptions {
  /** Origin of the API, maybe with a path prefix; `/enterprise/v2/…` is appended. */
  apiUrl: string;
  /** `tokenUrl` is `{apiUrl}/oauth2/v1/access_token`; a `token` is a JWT that is never renewed. */
  credentials:
    { clientId: string; clientSecret: string; tokenUrl?: string | undefined } | { token: string };
  fetch: typeof fetch;
  clock: Clock;
  logger?: Logger;
  /** Content requests a minute; 30. Ten times as many an hour, details twice as many a minute. Off on loopback. */
  requestsPerMinute?: number | 'off';
  /** Requests in flight; 4. */
  concurrency?: number;
  /** For one request with its whole answer; 60,000. Node's fetch gives up connecting after 10 s by itself. */
  timeoutMs?: number;
  /** 32 MB. */
  maxBodyBytes?: number;
  /** Items asked for on a page; 100. */
  pageSize?: number;
  /** How often a call that fails for a while is tried; 6. */
  tries?: number;
  /** Where a list that never ends is left; 10,000. */
  maxPages?: number;
}

export type Settings = Required<Omit<EnterpriseApiClientOptions, 'logger'>> & {
  logger?: Logger;
  /** Told of each piece of a body, once it is unpacked. */
  onBytes?: (bytes: number) => void;
};

const defaults = {
  requestsPerMinute: 30,
  concurrency: 4,
  timeoutMs: 60_000,
  maxBodyBytes: 32 * 1024 * 1024,
  pageSize: 100,
  tries: 6,
  maxPages: 10_000,
} as const;

const address = z
  .url({ protocol: /^https?$/, error: 'Expected an http or https address.' })
  .refine((text) => URL.canParse(text) && hasOnlyPath(new URL(text)), {
    error: 'Expected an address without query, fragment and password.',
  });

const count = z.int().positive();

const checked = z.object({
  apiUrl: address,
  credentials: z.union([
    z.object({ token: z.string().min(1) }),
    z.object({
      clientId: z.string().min(1),
      clientSecret: z.string().min(1),
      tokenUrl: address.optional(),
    }),
  ]),
  requestsPerMinute: z.union([z.literal('off'), count]),
  concurrency: count,
  timeoutMs: count,
  maxBodyBytes: count,
  pageSize: count,
  tries: count,
  maxPages: count,
});

/** Fills in the defaults; throws one error that lists every bad option. The pace is off on loopback. */
export function parseOptions(options: EnterpriseApiClientOptions): Settings {
  const settings: Settings = { ...defaults, ...options };
  const { error } = checked.safeParse(settings);
  if (error !== undefined) {
    const problems = problemsOf(error).map(({ path, reason }) => `${path}: ${reason}`);
    throw new EnterpriseApiError(`The client cannot start. ${problems.join(' ')}`);
  }
  const apiUrl = settings.apiUrl.replace(/\/+$/, '');
  return {
    ...settings,
    apiUrl,
    requestsPerMinute: isLoopback(apiUrl) ? 'off' : settings.requestsPerMinute,
  };
}

function hasOnlyPath({ search, hash, username, password }: URL): boolean {
  return [search, hash, username, password].every((part) => part === '');
}

function isLoopback(url: string): boolean {
  const { hostname } = new URL(url);
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === '[::1]' ||
    /^127(?:\.\d+){3}$/.test(hostname)
  );
}
