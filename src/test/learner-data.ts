import { onTestFinished } from 'vitest';
import { createLearnerData, type LearnerData } from '#admin/learner-data';
import { createLog } from '#admin/log';
import { createEnterpriseApiClient, type EnterpriseApiClientOptions } from '#enterprise-api';
import type { Sandbox, SandboxOptions } from '#sandbox';
import { ownCompany, startLicensing } from './licensing-sandbox.ts';

interface LearnerSandbox {
  sandbox: Sandbox;
  data: LearnerData;
  /** What was asked of the learner summary so far: page and page size. */
  asked: () => string[];
  /** Lines of JSON. */
  logged: string[];
  clock: { now: number };
}

/** The learner summary of a sandbox of its own; waiting takes no time, and `clock` stands still. */
export async function setUpLearnerData({
  fetch: send = fetch,
  ...options
}: SandboxOptions &
  Partial<Pick<EnterpriseApiClientOptions, 'fetch'>> = {}): Promise<LearnerSandbox> {
  const { sandbox } = await startLicensing({
    learners: 2400,
    ...options,
    switches: { 'max-page-size': 1000, ...options.switches },
  });
  const logged: string[] = [];
  const clock = { now: Date.parse('2026-11-25T12:00:00Z') };
  const data = createLearnerData({
    client: createLearnerClient(sandbox.url, send),
    enterpriseCustomer: ownCompany,
    now: () => clock.now,
    idKey: 'a secret',
    log: createLog({ level: 'debug', destination: { write: (line) => logged.push(line) } }),
  });
  onTestFinished(() => data.close());
  const asked = () =>
    sandbox.requests
      .filter(({ path }) => path.includes('learner-summary'))
      .map(({ query }) => `${query['page'] ?? ''} of ${query['page_size'] ?? ''}`);
  return { sandbox, data, asked, logged, clock };
}

export function createLearnerClient(apiUrl: string, send: typeof fetch = fetch) {
  let now = Date.now();
  return createEnterpriseApiClient({
    apiUrl,
    credentials: { clientId: 'sandbox', clientSecret: 'sandbox-secret' },
    fetch: send,
    clock: {
      now: () => now,
      sleep: async (ms) => {
        now += ms;
      },
    },
  });
}

/** Reads CSV as RFC 4180 writes it, strictly: throws where a quote or a line end stands out of place. */
export function readCsv(text: string): string[][] {
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
  const rows: string[][] = [];
  let row: string[] = [];
  while (cell.lastIndex < text.length) {
    const start = cell.lastIndex;
    const found = cell.exec(text);
    if (found === null) throw new Error(`No cell of RFC 4180 at character ${String(start)}.`);
    row.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '');
    if (found[3] === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}
