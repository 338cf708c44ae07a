import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSandbox, writeDataFolder } from '#sandbox';
import { openCurrentSnapshot } from '#snapshot';
import { SyncError } from '#snapshot/sync';
import { createProgramResource, testNow } from './builders.ts';
import { courseKeys } from './fault-cases/expectations.ts';
import { readFaultRows } from './fault-cases/read-rows.ts';
import { movingCourse } from './moving-catalog.ts';
import { syncSandbox } from './sync-sandbox.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'prospectus-fault-nights-'));
const rows = [...readFaultRows()];
const clientOptions = { pageSize: 20, maxPages: 20 };
/** Long enough for a slow machine, short enough for answers that never come. */
const timeoutMs = 2000;
/** The list as it is for good once items have come or gone: two at most. */
const moving = 2;

beforeAll(() => {
  for (const [name, title] of [
    ['before', 'as it was'],
    ['after', 'as it is'],
  ] as const) {
    writeDataFolder(path.join(folder, name), {
      catalogs: [{ uuid: 'core', title: 'Core', enterprise_customer: 'company-1' }],
      contents: { core: { courses: courseKeys, programs: ['program-1'] } },
      courses: courseKeys.map((key) => ({
        ...movingCourse(key, { title: `${key} ${title}` }),
      })),
      programs: [{ ...createProgramResource({ uuid: 'program-1' }) }],
    });
  }
});

afterAll(() => rmSync(folder, { recursive: true }));

test.each(
  (['reference', 'gateway'] as const).flatMap((dialect) =>
    rows.map(([name, fault]) => ({ dialect, name, fault })),
  ),
)('$dialect, a night of: $name', async ({ dialect, name, fault }) => {
  const directory = path.join(folder, `${dialect} ${name}`.replaceAll(/\W+/g, '-'));
  const switches = { throttle: 'off', filter: 'off', sparse: '0' } as const;
  const options = { dialect, switches };
  const calm = await createSandbox({ ...options, data: path.join(folder, 'before') });
  await syncSandbox(calm.url, directory, {}, clientOptions);
  await calm.close();

  const stormy = await createSandbox({ ...options, data: path.join(folder, 'after') });
  const control = `${stormy.url}/sandbox/faults`;
  const headers = { 'Content-Type': 'application/json', Connection: 'close' };
  await fetch(control, { method: 'POST', headers, body: fault });
  const night = { clock: () => testNow + 86_400_000, full: true, source: '' };
  const impatient = { ...clientOptions, timeoutMs };
  const result = await syncSandbox(stormy.url, directory, night, impatient).catch(
    (error: unknown) => error,
  );
  await stormy.close();

  const snapshot = openCurrentSnapshot(directory);
  const titles = [...snapshot.outlines('course')].map(({ item }) => item.title);
  snapshot.close();
  if (result instanceof Error) {
    // Nothing was published, and the words are an operator's.
    expect(titles).toEqual(courseKeys.map((key) => `${key} as it was`).toSorted());
    expect(result instanceof SyncError || result.name.startsWith('EnterpriseApi')).toBe(true);
    expect(result.message).not.toMatch(/undefined|\[object|eyJ|at .*:\d+:\d+/);
    return;
  }
  const { catalogs } = result as Awaited<ReturnType<typeof syncSandbox>>;
  const kept = titles.filter((title) => title.endsWith('as it was'));
  expect(titles.length).toBeGreaterThanOrEqual(courseKeys.length - moving);
  if (kept.length > 0) {
    // What could not be read stands as it was, and that is said.
    const isSaid = catalogs[0]?.state === 'kept' || (catalogs[0]?.notes.length ?? 0) > 0;
    expect({ kept, isSaid }).toMatchObject({ isSaid: true });
  }
});
