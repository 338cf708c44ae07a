import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { createSandbox, writeDataFolder, type FolderContent, type Sandbox } from '#sandbox';
import {
  createCourseResource,
  createProgramResource,
  createRunResource,
} from '../test/builders.ts';
import { syncSandbox } from '../test/sync-sandbox.ts';
import { findCurrentSnapshot } from './files.ts';
import { openCurrentSnapshot } from './reader.ts';

const core = { uuid: 'core', title: 'Core', enterprise_customer: 'company-1' };
const academy = { uuid: 'academy', title: 'Academy', enterprise_customer: 'company-2' };

let sandbox: Sandbox | undefined;

afterEach(async () => {
  await sandbox?.close();
  sandbox = undefined;
});

function temporaryFolder(): string {
  return mkdtempSync(path.join(tmpdir(), 'prospectus-'));
}

async function startWith(content: FolderContent): Promise<string> {
  const data = temporaryFolder();
  writeDataFolder(data, content);
  await sandbox?.close();
  sandbox = await createSandbox({ data });
  return sandbox.url;
}

function catalogOf(keys: string[], extra: object = {}): FolderContent {
  return {
    catalogs: [core],
    contents: { core: { courses: keys, ...extra } },
    courses: keys.map((key) =>
      courseWithUrl({ key, title: key, course_runs: [], advertised_course_run_uuid: null }),
    ),
  };
}

function courseWithUrl(overrides: Record<string, unknown>): object {
  const url = 'https://portal.example/enroll?catalog=main&x=1';
  return { ...createCourseResource({ enrollment_url: url, ...overrides }) };
}

function snapshotFiles(directory: string): string[] {
  return readdirSync(directory).filter(
    (name) => name.includes('sqlite') || name.includes('partial'),
  );
}

describe('a sync', () => {
  test('stores content that catalogs share once, with each catalog’s own enrollment URL', async () => {
    const url = await startWith({
      catalogs: [core, academy],
      contents: { core: { courses: ['KIT+STAT101x'] }, academy: { courses: ['KIT+STAT101x'] } },
      courses: [courseWithUrl({})],
    });
    const directory = temporaryFolder();

    const report = await syncSandbox(url, directory);

    expect(report.stored).toEqual({ courses: 1, programs: 0, runs: 1 });
    const memberships = openCurrentSnapshot(directory).memberships('course', 'KIT+STAT101x');
    expect(memberships.map(({ catalogUuid }) => catalogUuid)).toEqual(['core', 'academy']);
    expect(
      memberships.map(({ enrollmentUrl }) =>
        new URL(enrollmentUrl ?? '').searchParams.get('catalog'),
      ),
    ).toEqual(['core', 'academy']);
  });

  test('reads every page of a catalog', async () => {
    const keys = Array.from({ length: 230 }, (_, index) => `KIT+C${index}`);
    const url = await startWith(catalogOf(keys));

    const report = await syncSandbox(url, temporaryFolder());

    expect(report.stored.courses).toBe(230);
    expect(report.catalogs[0]).toMatchObject({ announced: 230, received: { courses: 230 } });
  });

  test('keeps only the catalogs of the company that is asked for', async () => {
    const url = await startWith({
      catalogs: [core, academy],
      contents: { core: { courses: [] }, academy: { courses: [] } },
    });

    const report = await syncSandbox(url, temporaryFolder(), { enterpriseCustomer: 'company-2' });

    expect(report.catalogs.map(({ uuid }) => uuid)).toEqual(['academy']);
    await expect(
      syncSandbox(url, temporaryFolder(), { enterpriseCustomer: 'company-3' }),
    ).rejects.toThrow(/ENTERPRISE_CUSTOMER_UUID/);
  });

  test('fetches a program that courses name and no listing holds, once', async () => {
    const program = { uuid: 'program-1', title: 'Data Practice', type: 'MicroMasters' };
    const url = await startWith({
      catalogs: [core],
      contents: { core: { courses: ['A+1', 'A+2'], programs: [] } },
      courses: ['A+1', 'A+2'].map((key) => courseWithUrl({ key, programs: [program] })),
      programs: [createProgramResource()],
    });
    const directory = temporaryFolder();

    const report = await syncSandbox(url, directory);

    const asked = sandbox?.requests.filter(({ path: asked }) => asked.includes('/programs/'));
    expect(asked?.length).toBe(1);
    expect(report.details.programs).toBe(1);
    if (report.stored.programs === 1) {
      expect(openCurrentSnapshot(directory).findByKey('program', 'program-1')?.item.title).toBe(
        'Data Practice for Decision Makers',
      );
    }
  });

  test('a hidden program of a listing is not shown, named, and not asked for again', async () => {
    const url = await startWith({
      catalogs: [core],
      contents: { core: { courses: ['A+1'], programs: ['program-1'] } },
      courses: [courseWithUrl({ key: 'A+1', programs: [{ uuid: 'program-1', title: 'Hidden' }] })],
      programs: [createProgramResource({ hidden: true })],
    });

    const report = await syncSandbox(url, temporaryFolder());

    expect(report.stored.programs).toBe(0);
    expect(report.hidden).toEqual([{ kind: 'program', key: 'program-1' }]);
    expect(sandbox?.requests.filter(({ path: asked }) => asked.includes('/programs/'))).toEqual([]);
  });

  test('an item that does not parse is left out and named with path and reason', async () => {
    const url = await startWith({
      catalogs: [core],
      contents: { core: { courses: ['A+1', 'A+2'] } },
      courses: [courseWithUrl({ key: 'A+1' }), courseWithUrl({ key: 'A+2', owners: 'nobody' })],
    });

    const report = await syncSandbox(url, temporaryFolder(), { accept: ['items-refused'] });

    expect(report.stored.courses).toBe(1);
    expect(report.accepted).toEqual([
      'items-refused: 1 of 2 entries could not be understood: 50 %, and 2 % are allowed. First of them: course A+2.',
    ]);
    expect(report.refused).toMatchObject([
      { catalog: 'core', kind: 'course', key: 'A+2', problems: [{ path: 'owners' }] },
    ]);
  });

  test('a run that comes alone has a course page, made from the run where the course is not to be had', async () => {
    const run = createRunResource({
      key: 'course-v1:A+1+1T',
      course: 'A+1',
      content_type: 'courserun',
      title: 'Alone',
    });
    const url = await startWith({
      catalogs: [core],
      contents: { core: { course_runs: ['course-v1:A+1+1T'] } },
      courseRuns: [run],
    });
    const directory = temporaryFolder();

    const report = await syncSandbox(url, directory);

    expect(report.stored).toMatchObject({ courses: 1, runs: 1 });
    const stored = openCurrentSnapshot(directory).findByKey('course', 'A+1');
    expect(stored?.item.title).toBe('Alone');
    expect(stored?.item.runs.map(({ key }) => key)).toEqual(['course-v1:A+1+1T']);
  });
});

describe('a sync that fails', () => {
  test('leaves the old snapshot current and nothing half-done behind', async () => {
    const directory = temporaryFolder();
    await syncSandbox(await startWith(catalogOf(['A+1'])), directory);
    const current = findCurrentSnapshot(directory);
    const before = snapshotFiles(directory);
    const url = await startWith(catalogOf(['A+1', 'A+2']));
    sandbox?.faults.add({
      match: { path: /enterprise-catalogs\/core/ },
      status: 403,
      body: '{"detail":"MISSING"}',
    });

    await expect(syncSandbox(url, directory)).rejects.toThrow(/403/);

    expect(findCurrentSnapshot(directory)).toBe(current);
    expect(snapshotFiles(directory)).toEqual(before);
    expect(openCurrentSnapshot(directory).findByKey('course', 'A+2')).toBeUndefined();
  });

  test('leaves no snapshot where there was none', async () => {
    const directory = temporaryFolder();
    const url = await startWith(catalogOf(['A+1']));
    sandbox?.faults.add({
      match: { path: /enterprise-catalogs/ },
      status: 403,
      body: '{"detail":"no"}',
    });

    await expect(syncSandbox(url, directory)).rejects.toThrow();

    expect(existsSync(path.join(directory, 'current.json'))).toBe(false);
    expect(snapshotFiles(directory)).toEqual([]);
  });
});

describe('from sync to sync', () => {
  test('slugs once given stay, and a newcomer never takes the address of one that was there', async () => {
    const directory = temporaryFolder();
    await syncSandbox(await startWith(catalogOf(['kit+a'])), directory);
    await syncSandbox(await startWith(catalogOf(['KIT+A', 'kit+a'])), directory);

    const snapshot = openCurrentSnapshot(directory);
    expect(snapshot.slugOf('course', 'kit+a')?.slug).toBe('kit-a');
    expect(snapshot.slugOf('course', 'KIT+A')?.slug).toMatch(/^kit-a-[\da-f]{6}$/);
  });

  test('an item that has left keeps its address for its return', async () => {
    const directory = temporaryFolder();
    await syncSandbox(await startWith(catalogOf(['kit+a'])), directory);
    await syncSandbox(await startWith(catalogOf(['KIT+A'])), directory);
    await syncSandbox(await startWith(catalogOf(['KIT+A', 'kit+a'])), directory);

    expect(openCurrentSnapshot(directory).slugOf('course', 'kit+a')?.slug).toBe('kit-a');
  });

  test('the last ten snapshots are kept', async () => {
    const directory = temporaryFolder();
    const url = await startWith(catalogOf(['A+1']));
    for (let round = 0; round < 12; round += 1) await syncSandbox(url, directory);

    expect(snapshotFiles(directory)).toHaveLength(10);
    const current: unknown = JSON.parse(readFileSync(path.join(directory, 'current.json'), 'utf8'));
    expect(Object.keys(current as object)).toEqual(['id']);
    expect(findCurrentSnapshot(directory)).toBeDefined();
  });
});
