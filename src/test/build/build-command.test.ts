import { execFile, execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSandbox } from '#sandbox';

const run = promisify(execFile);

const directory = mkdtempSync(path.join(tmpdir(), 'prospectus-build-'));
let output: string;
let loaded: string[];

/** `npm run build` as an operator runs it, with every module that it loads written down. */
beforeAll(async () => {
  const sandbox = await createSandbox({ courses: 20 });
  const record = path.join(directory, 'modules.txt');
  const recorder = new URL('../record-modules.ts', import.meta.url).href;
  const { stdout } = await run(
    'npm',
    ['run', '--silent', 'build', '--', '--out', path.join(directory, 'dist')],
    {
      env: {
        PATH: process.env['PATH'],
        HOME: process.env['HOME'],
        NODE_OPTIONS: `--import ${recorder}`,
        RECORDED_MODULES: record,
        ENTERPRISE_API_URL: sandbox.url,
        ENTERPRISE_API_CLIENT_ID: sandbox.clientId,
        ENTERPRISE_API_CLIENT_SECRET: sandbox.clientSecret,
        SNAPSHOT_DIR: path.join(directory, 'snapshot'),
        IMAGE_CACHE_DIR: path.join(directory, 'images'),
      },
    },
  );
  await sandbox.close();
  output = stdout;
  loaded = readFileSync(record, 'utf8').split('\n');
});

afterAll(() => {
  rmSync(directory, { recursive: true, force: true });
});

describe('npm run build', () => {
  test('syncs, renders, and says what it did', () => {
    expect(existsSync(path.join(directory, 'dist/client/index.html'))).toBe(true);
    expect(output).toMatch(/Snapshot .*: \d+ courses, \d+ runs, \d+ programs/);
    expect(output).toMatch(/\d+ requests/);
    expect(output).toMatch(
      /holds [\d,]+ files \([\d,]+ of them pictures\), .* MB\. Cloudflare Pages/,
    );
    expect(output).not.toContain('sandbox-secret');
  });

  test.each(['astro', '@astrojs/sitemap', 'pagefind', 'p-retry'])('has %s on its path', (name) => {
    expect(loaded.some((url) => url.includes(`/node_modules/${name}/`))).toBe(true);
  });
});

test('the top level of the project is the customer’s, beside dot-files and files of tools', () => {
  const tracked = execFileSync('git', ['ls-files'], { encoding: 'utf8' }).split('\n');
  const top = new Set(
    tracked.filter((file) => file !== '').map((file) => file.split('/')[0] ?? ''),
  );
  const customers = [
    'src',
    'scripts',
    'public',
    'astro.config.mjs',
    'package.json',
    'tsconfig.json',
    'README.md',
  ];
  const beside =
    /^(?:\..*|package-lock\.json|LICENSE|NOTICE|CHANGELOG\.md|[a-z-]+\.config\.(?:mjs|js|ts)|knip\.jsonc?)$/;

  expect(customers.filter((name) => !top.has(name))).toEqual([]);
  expect([...top].filter((name) => !customers.includes(name) && !beside.test(name))).toEqual([]);
});
