import { setTimeout as sleep } from 'node:timers/promises';
import { Agent, fetch as undiciFetch } from 'undici';
import type { ApiEnvironment } from '#config';
import { createEnterpriseApiClient, type EnterpriseApiClient } from '#enterprise-api';

/** A host that is not there is known after so long (api-ground-truth §11.18); Node's own limit is 10 s. */
const connectTimeoutMs = 5000;

/**
 * A client of the API that the environment names. Close it in the end.
 * @param choices `tries`: how often a call that fails for a while is tried; `warn`: told of that, by default on
 *   stderr
 */
export function createClient(
  { apiUrl, credentials, requestsPerMinute }: ApiEnvironment,
  { tries, warn = writeWarning }: { tries?: number; warn?: (message: string) => void } = {},
): { client: EnterpriseApiClient; close: () => Promise<void> } {
  const dispatcher = new Agent({ connect: { timeout: connectTimeoutMs } });
  const client = createEnterpriseApiClient({
    ...(tries === undefined ? {} : { tries }),
    apiUrl,
    credentials,
    fetch: createFetch(dispatcher),
    clock: {
      now: Date.now,
      sleep: (ms, signal) => sleep(ms, undefined, signal === undefined ? {} : { signal }),
    },
    logger: { warn },
    ...(requestsPerMinute === undefined ? {} : { requestsPerMinute }),
  });
  return { client, close: () => dispatcher.close() };
}

function writeWarning(message: string): void {
  console.warn(message);
}

/** Node's `fetch` is undici's, but takes no dispatcher of another version; their types differ in name only. */
function createFetch(dispatcher: Agent): typeof fetch {
  return ((input: string, init: object) =>
    undiciFetch(input, { ...init, dispatcher })) as unknown as typeof fetch;
}
