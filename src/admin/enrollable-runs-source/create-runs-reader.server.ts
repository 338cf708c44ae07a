import { unavailable, type RunsAnswer } from './answer.server.ts';
import { createFileSource } from './file-source.server.ts';
import { createUrlSource } from './url-source.server.ts';

export interface RunsReader {
  /** Never throws. What was read is kept in memory until it may have changed. */
  read: () => Promise<RunsAnswer>;
}

/**
 * Reads `data/enrollable-runs.json`: the file of the static site beside the server where there is one, be it good
 * or bad, else the one at the address. Ten minutes pass before the address is asked again, half a minute where
 * it failed; a file is read again when it changed.
 */
export function createRunsReader({
  file,
  url,
  fetch,
  now,
  timeoutMs = 10_000,
  maxBytes = 20 * 1024 * 1024,
}: RunsReaderOptions): RunsReader {
  const readFile = file === undefined ? undefined : createFileSource(file, maxBytes);
  const readUrl =
    url === undefined ? undefined : createUrlSource(url, { fetch, now, timeoutMs, maxBytes });
  return {
    async read() {
      return (await readFile?.()) ?? (await readUrl?.()) ?? nowhere;
    },
  };
}

const nowhere = unavailable(
  'not-set-up',
  'The server has no static site beside it that holds data/enrollable-runs.json. Build it with "npm run build", or set ENROLLABLE_RUNS_URL to that file’s address.',
);

interface RunsReaderOptions {
  /** Path of `dist/client/data/enrollable-runs.json`. */
  file?: string | undefined;
  /** Checked with the environment: https, or this machine. */
  url?: string | undefined;
  fetch: typeof fetch;
  /** Milliseconds since 1970. */
  now: () => number;
  timeoutMs?: number;
  maxBytes?: number;
}
