import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createSandbox, type Fault, type SandboxOptions } from '#sandbox';
import { openCurrentSnapshot } from '#snapshot';
import { testNow } from './builders.ts';
import { syncSandbox } from './sync-sandbox.ts';

/** The deployed service, which lists everything whole and as often as it is asked. */
const wholeGateway = { throttle: 'off', filter: 'off', sparse: 0, portal: 'off' } as const;
/** Every mishap that a night can bring, in one. */
const mishaps: Fault[] = [
  { match: { route: 'token' }, set: { expires_in: '3600' } },
  { match: { route: 'content', query: { page: '2' } }, status: 503, body: '', times: 2 },
  {
    match: { route: 'content' },
    status: 400,
    body: '<h1>503 Service Temporarily Unavailable</h1>',
    skip: 2,
    times: 1,
  },
  { match: { route: 'content' }, hangUp: true, skip: 1, times: 2 },
  { match: { route: 'program' }, truncate: true, times: 1 },
  { match: { route: 'content' }, next: 'foreign', times: 3 },
  {
    match: { route: 'content' },
    status: 429,
    body: { detail: 'Request was throttled. Expected available in 42 seconds.' },
    times: 1,
  },
  { match: { route: 'content' }, tokenCalls: 3 },
];
let directory: string;

beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'prospectus-dialects-'));
});

afterEach(() => rmSync(directory, { recursive: true }));

async function sync(name: string, options: SandboxOptions, faults: Fault[] = []) {
  const sandbox = await createSandbox({ courses: 80, now: new Date(testNow), ...options });
  try {
    for (const fault of faults) sandbox.faults.add(fault);
    const folder = path.join(directory, name);
    const report = await syncSandbox(sandbox.url, folder);
    const snapshot = openCurrentSnapshot(folder);
    // Pictures stand under the sandbox's own address, which is another one each time.
    const withoutOrigin = <Item>(item: Item): Item =>
      JSON.parse(JSON.stringify(item).replaceAll(sandbox.url, '')) as Item;
    const courses = [...snapshot.outlines('course')].map(({ item }) => withoutOrigin(item));
    const programs = [...snapshot.outlines('program')].map(({ item }) => withoutOrigin(item));
    snapshot.close();
    return { report, courses, programs };
  } finally {
    await sandbox.close();
  }
}

test('a sync of the gateway holds what a sync of the reference holds', async () => {
  const reference = await sync('reference', {});
  const gateway = await sync('gateway', { dialect: 'gateway', switches: wholeGateway });

  expect(reference.courses.length).toBeGreaterThan(70);
  // A run that is listed by itself is a search document there, which has no seats (api-ground-truth §5.2).
  const leaveOutSeats = ({ runs, ...course }: (typeof gateway.courses)[number]) => ({
    ...course,
    runs: runs.map((run) => ({ ...run, seats: [] })),
  });
  expect(gateway.courses.map(leaveOutSeats)).toEqual(reference.courses.map(leaveOutSeats));
  expect(gateway.programs).toEqual(reference.programs);
  expect(gateway.report.refused).toEqual([]);
});

test('a sync of the gateway as it is takes all that its pages hold, sparse courses included', async () => {
  const whole = await sync('whole', { dialect: 'gateway', switches: wholeGateway });
  const gateway = await sync('gateway', {
    dialect: 'gateway',
    switches: { throttle: 'off', sparse: 0.5 },
  });

  expect(gateway.report.refused).toEqual([]);
  expect(gateway.courses.length).toBeLessThan(whole.courses.length);
  const titles = new Map(whole.courses.map(({ key, title }) => [key, title]));
  expect(gateway.courses.map(({ key }) => titles.get(key))).toEqual(
    gateway.courses.map(({ title }) => title),
  );
  expect(gateway.report.catalogs[0]?.notes).toEqual([
    expect.stringMatching(/^Announced \d+ items, received \d+\.$/),
  ]);
});

test('a sync of small pages that are throttled now and then holds the same', async () => {
  const plain = await sync('plain', {});
  const throttled = await sync('throttled', { switches: { 'max-page-size': 5 } }, [
    {
      match: { route: 'content' },
      status: 429,
      headers: { 'Retry-After': '20' },
      chance: 0.3,
      seed: 7,
    },
  ]);

  expect(throttled.courses).toEqual(plain.courses);
});

test.each(['reference', 'gateway'] as const)(
  'a sync of the %s through a night of mishaps holds the same',
  async (dialect) => {
    const switches = dialect === 'gateway' ? wholeGateway : {};
    const calm = await sync('calm', { dialect, switches });
    const stormy = await sync('stormy', { dialect, switches }, mishaps);

    expect(stormy.courses).toEqual(calm.courses);
    expect(stormy.programs).toEqual(calm.programs);
    expect(stormy.report.retries).toBeGreaterThan(4);
  },
);
