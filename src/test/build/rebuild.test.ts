import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { takeLock } from '#file-lock';
import { createSandbox, type Sandbox } from '#sandbox';
import { testNow } from '../builders.ts';
import { movingCourse, writeMovingFolder, type MovingContent } from '../moving-catalog.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'prospectus-rebuild-'));
const dist = path.join(folder, 'dist');
const data = path.join(folder, 'data');
const keys = Array.from({ length: 6 }, (_, index) => `A+${index}`);
const content: MovingContent = {
  catalogs: {
    core: { title: 'Core', stamp: 0, courses: keys, programs: [], runs: [] },
    other: { title: 'Other', stamp: 0, courses: ['B+0'], programs: [], runs: [] },
  },
  courses: Object.fromEntries([...keys, 'B+0'].map((key) => [key, movingCourse(key)])),
  programs: {},
  runs: {},
};
let sandbox: Sandbox;
let port: number;

interface Outcome {
  code: number | null;
  output: string;
  /** Whether `dist` is another folder than before. */
  isReplaced: boolean;
}

interface Run {
  parameters?: string[];
  variables?: Record<string, string>;
  /** Ends the command by SIGKILL once it has printed this. */
  killAt?: string;
}

/** A command as an operator runs it, on the sandbox, at the tests' moment. */
async function run(
  script: string,
  { parameters = [], variables = {}, killAt }: Run = {},
): Promise<Outcome> {
  const before = inodeOf(dist);
  const child = spawn(process.execPath, [`scripts/${script}`, ...parameters], {
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      ENTERPRISE_API_URL: sandbox.url,
      ENTERPRISE_API_CLIENT_ID: sandbox.clientId,
      ENTERPRISE_API_CLIENT_SECRET: sandbox.clientSecret,
      SNAPSHOT_DIR: path.join(folder, 'snapshot'),
      BUILD_NOW: new Date(testNow).toISOString(),
      SITE_URL: 'https://learning.tarnholt.example',
      IMAGES: 'off',
      ...variables,
    },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += String(chunk);
      if (killAt !== undefined && output.includes(killAt)) child.kill('SIGKILL');
    });
  }
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, output, isReplaced: inodeOf(dist) !== before };
}

function build(options: Run = {}): Promise<Outcome> {
  return run('build-site.ts', {
    ...options,
    parameters: ['--out', dist, ...(options.parameters ?? [])],
  });
}

function inodeOf(place: string): number | undefined {
  return existsSync(place) ? statSync(place).ino : undefined;
}

function readPage(page: string): string {
  return readFileSync(path.join(dist, 'client', page, 'index.html'), 'utf8');
}

function textOf(page: string): string {
  return readPage(page)
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ');
}

function readSitemap(): string {
  return readFileSync(path.join(dist, 'client', 'sitemap-0.xml'), 'utf8');
}

/** Serves the content as it is now, as changed since the last time. */
async function serveAnew(change: () => void): Promise<void> {
  change();
  const core = content.catalogs['core'] ?? expect.unreachable();
  core.stamp += 1;
  await sandbox.close();
  writeMovingFolder(data, content);
  sandbox = await createSandbox({ data, port });
}

function renameCourse(key: string, title: string): void {
  content.courses[key] = movingCourse(key, { title });
}

beforeAll(async () => {
  writeMovingFolder(data, content);
  sandbox = await createSandbox({ data });
  port = Number(new URL(sandbox.url).port);
});

afterAll(async () => {
  await sandbox.close();
  rmSync(folder, { recursive: true });
});

describe('npm run build, night after night', () => {
  test('renders where there is no site, and leaves it alone while nothing changes', async () => {
    const first = await build();
    const second = await build();

    expect(first).toMatchObject({ code: 0, isReplaced: true });
    expect(first.output).toContain('Rendering, because there is no site yet.');
    expect(second).toMatchObject({ code: 0, isReplaced: false });
    expect(second.output).toMatch(
      /Nothing that pages are made of has changed: .*dist stays as it is/,
    );
    expect(second.output).not.toContain('Writing');
  });

  test('a snapshot that holds the same is no reason', async () => {
    await run('sync-catalogs.ts', { parameters: ['--full'] });

    expect(await build()).toMatchObject({ code: 0, isReplaced: false });
  });

  test('a changed title is one', async () => {
    await serveAnew(() => renameCourse('A+1', 'A new title'));
    const { code, output } = await build();

    expect(code).toBe(0);
    expect(output).toContain('Rendering, because the data changed.');
    expect(readPage('courses/a-1')).toContain('A new title');
  });

  test('so is another configuration', async () => {
    const { output, isReplaced } = await build({
      variables: { SITE_URL: 'https://other.example' },
    });

    expect(output).toContain('Rendering, because the configuration changed.');
    expect(isReplaced).toBe(true);
    await build();
  });

  test('and a date that passes, not a moment before', async () => {
    const record = JSON.parse(readFileSync(path.join(dist, 'build.json'), 'utf8')) as {
      validUntil: string;
    };
    const before = new Date(Date.parse(record.validUntil) - 1).toISOString();

    const early = await build({ variables: { BUILD_NOW: before } });
    const late = await build({ variables: { BUILD_NOW: record.validUntil } });

    expect(early.isReplaced).toBe(Date.parse(before) - testNow >= 7 * 86_400_000);
    expect(late.isReplaced).toBe(true);
    expect(late.output).toMatch(
      /Rendering, because (?:a date has passed|the last build is 7 days old)/,
    );
  });

  test('--force renders all the same', async () => {
    await build();
    const { code, output, isReplaced } = await build({ parameters: ['--force'] });

    expect([code, isReplaced]).toEqual([0, true]);
    expect(output).toContain('Rendering, because it is asked for by --force.');
  });
});

describe('what /about/ says', () => {
  test('a catalog that can’t be read, with the day of its last copy', async () => {
    await serveAnew(() => renameCourse('A+1', 'A newer title'));
    sandbox.faults.add({ match: { path: /enterprise-catalogs\/core$/ }, status: 403, body: '{}' });
    const { code } = await build();

    expect(code).toBe(0);
    expect(textOf('about')).toMatch(
      /Core can’t be read at present, and is shown as it was on \d+ \w+ \d{4}/,
    );
    expect(textOf('about')).not.toContain('403');
  });

  test('a last attempt that failed, until one succeeds', async () => {
    const failed = await build({ variables: { ENTERPRISE_API_CLIENT_SECRET: 'a-wrong-secret' } });
    const text = textOf('about');
    await serveAnew(() => renameCourse('A+1', 'The newest title'));
    await build();

    expect(failed.code).toBe(0);
    expect(text).toMatch(/On \d+ \w+ \d{4} ?they could not be read/);
    expect(text).not.toContain(sandbox.url);
    expect(textOf('about')).not.toMatch(/could not be read|can’t be read at present/);
  });
});

describe('a course that leaves', () => {
  test('has a page that says so and leads to others, until it is back', async () => {
    const core = content.catalogs['core'] ?? expect.unreachable();
    await serveAnew(() => (core.courses = keys.filter((key) => key !== 'A+3')));
    const { code } = await build();
    const [gone, sitemap] = [readPage('courses/a-3'), readSitemap()];

    expect(code).toBe(0);
    expect(gone).toMatch(/This course left .* catalogs on \d+ \w+ \d{4}/);
    expect(gone).toMatch(/<meta name="robots" content="noindex/);
    expect(gone).toContain('/search/?q=Course+A%2B3');
    expect(gone).toMatch(/<article[\s\S]*\/courses\/a-[0245]\//);
    expect(sitemap).not.toContain('/courses/a-3/');
    expect(readPage('courses')).not.toContain('/courses/a-3/');

    await serveAnew(() => (core.courses = keys));
    await build();
    expect(readPage('courses/a-3')).not.toContain('data-left');
    expect(readSitemap()).toContain('/courses/a-3/');
  });
});

describe('what must not be published', () => {
  test('is not: the last site stays, and the refused one can be looked at', async () => {
    await serveAnew(() => renameCourse('A+2', 'Why sandbox-secret is no secret'));
    const { code, output, isReplaced } = await build();

    expect([code, isReplaced]).toEqual([1, false]);
    expect(output).toMatch(/Private values in published files: \d+\. Find out/);
    expect(output).toContain('courses/a-2/index.html: the value of ENTERPRISE_API_CLIENT_SECRET');
    expect(output).toContain('The last site stays in use.');
    expect(output.split('The site that was built')[1]).not.toContain('sandbox-secret');
    expect(existsSync(path.join(folder, '.prospectus/staging/client/index.html'))).toBe(true);

    await serveAnew(() => renameCourse('A+2', 'Well kept'));
    expect(await build()).toMatchObject({ code: 0, isReplaced: true });
  });
});

describe('circumstances', () => {
  test('a second one at the same time says so and leaves', async () => {
    const unlock = takeLock(path.join(folder, '.prospectus/build-lock'));
    const { code, output, isReplaced } = await build({ parameters: ['--force'] });
    unlock?.();

    expect([code, isReplaced]).toEqual([1, false]);
    expect(output.trim()).toMatch(/^Another build is at work on .*dist\. This one leaves it alone/);
  });

  test.each(['Writing covers', 'Checking the site'])(
    'killed at “%s” it leaves a whole site, and the next one goes on',
    async (killAt) => {
      await build({ parameters: ['--force'], killAt });

      expect(readPage('courses/a-2')).toContain('Well kept');
      expect(await build()).toMatchObject({ code: 0, isReplaced: false });
    },
  );
});
