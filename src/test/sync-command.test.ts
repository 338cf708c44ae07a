import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSandbox, type Sandbox } from '#sandbox';
import { findCurrentSnapshot, openCurrentSnapshot } from '#snapshot';
import { dumpSnapshot } from './moving-catalog.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'prospectus-command-'));
let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await createSandbox({ courses: 320, now: new Date('2026-11-23') });
});

afterAll(async () => {
  await sandbox.close();
  rmSync(folder, { recursive: true });
});

function start(directory: string, parameters: string[] = [], command?: string[]): ChildProcess {
  const [program = process.execPath, ...rest] = command ?? [];
  return spawn(
    program,
    [
      ...rest,
      ...(command === undefined ? [] : [process.execPath]),
      'scripts/sync-catalogs.ts',
      ...parameters,
    ],
    {
      env: {
        ...process.env,
        ENTERPRISE_API_URL: sandbox.url,
        ENTERPRISE_API_CLIENT_ID: sandbox.clientId,
        ENTERPRISE_API_CLIENT_SECRET: sandbox.clientSecret,
        SNAPSHOT_DIR: directory,
        IMAGES: 'off',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
}

async function finish(directory: string, parameters: string[] = [], command?: string[]) {
  const child = start(directory, parameters, command);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk) => (output += String(chunk)));
  }
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, output };
}

test('killed at ten random moments, it ends where one that was left alone does', async () => {
  const left = path.join(folder, 'left-alone');
  const began = performance.now();
  await finish(left);
  const whole = performance.now() - began;
  const directory = path.join(folder, 'killed');
  let resumed = 0;
  for (let round = 0; round < 10; round += 1) {
    const child = start(directory, ['--full']);
    const closed = once(child, 'close');
    // From the moment at which it begins to read to past its end, by the golden ratio: spread, and never the same.
    await sleep(whole * (0.4 + 0.7 * ((round * 0.618) % 1)));
    child.kill('SIGKILL');
    await closed;
    const current = findCurrentSnapshot(directory);
    if (current !== undefined) expect(() => openCurrentSnapshot(directory).report()).not.toThrow();
    if (readdirSync(directory).some((name) => name.endsWith('.partial'))) resumed += 1;
  }
  const { code, output } = await finish(directory, ['--full']);

  expect(code, output).toBe(0);
  expect(resumed).toBeGreaterThan(0);
  expect(dumpSnapshot(directory)).toEqual(dumpSnapshot(left));
  expect(readdirSync(directory).filter((name) => name.includes('partial'))).toEqual([]);
}, 120_000);

test('on a disk that is full it says so, leaves no litter, and the last snapshot stays', async () => {
  const directory = path.join(folder, 'full');
  await finish(directory);
  const current = findCurrentSnapshot(directory);
  // A limit on the size of files, which the process may survive, does what a full disk does.
  const limited = ['sh', '-c', 'trap "" XFSZ; ulimit -f 2048; exec "$@"', 'sh'];
  const { code, output } = await finish(directory, ['--full'], limited);

  expect([code, output]).toEqual([1, expect.stringMatching(/The disk that holds .* is full\./)]);
  expect(findCurrentSnapshot(directory)).toBe(current);
  expect(readdirSync(directory).filter((name) => name.includes('partial'))).toEqual([]);
  expect((await finish(directory)).code).toBe(0);
});

describe('exit codes and words', () => {
  test('a refusal has its own number', async () => {
    const directory = path.join(folder, 'refused');
    await finish(directory);
    const smaller = await createSandbox({ courses: 40, now: new Date('2026-11-23') });
    const url = sandbox.url;
    sandbox.url = smaller.url;
    const { code, output } = await finish(directory, ['--full']);
    sandbox.url = url;
    await smaller.close();

    expect(code, output).toBe(11);
    expect(output).toMatch(/courses-dropped: There were \d+ courses, there are \d+/);
  });

  test('nothing changed is 3 where asked for', async () => {
    const directory = path.join(folder, 'unchanged');
    await finish(directory);

    expect((await finish(directory, ['--exit-code'])).code).toBe(3);
    expect((await finish(directory)).code).toBe(0);
  });

  test('bad usage is 2, with the usage', async () => {
    for (const parameters of [['--accept', 'x'], ['--colour'], ['diff', 'a', 'b', 'c'], ['go']]) {
      const { code, output } = await finish(path.join(folder, 'usage'), parameters);

      expect([code, output]).toEqual([2, expect.stringContaining('Usage: npm run sync')]);
    }
  });

  test('a dry run asks for the list only and changes nothing', async () => {
    const directory = path.join(folder, 'dry');
    sandbox.requests.length = 0;
    const { code, output } = await finish(directory, ['--dry-run']);

    expect(code).toBe(0);
    expect(output).toContain('would be read, for the first time');
    expect(sandbox.requests.map(({ path: asked }) => asked)).toEqual([
      '/oauth2/v1/access_token',
      '/enterprise/v2/enterprise-catalogs',
    ]);
    expect(findCurrentSnapshot(directory)).toBeUndefined();
  });

  test('diff tells two snapshots apart', async () => {
    const directory = path.join(folder, 'diff');
    await finish(directory);
    const one = await finish(directory, ['diff']);
    await finish(directory, ['--full']);
    const two = await finish(directory, ['diff']);

    expect([one.code, one.output]).toEqual([1, expect.stringContaining('it takes two snapshots')]);
    expect(two.output).toMatch(/^From \S+ to \S+:\nAdded: nothing\.\nChanged: nothing\./);
    expect(two.output).toMatch(/Closes within 14 days: \d+\n/);
  });
});
