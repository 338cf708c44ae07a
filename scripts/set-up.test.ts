import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

const scripts = [
  'set-up.mjs',
  'require-set-up.mjs',
  'lib/installation.mjs',
  'lib/end-with-parent.mjs',
];
const lock = { packages: { '': { name: 'clone' }, 'node_modules/node': { version: '24.0.0' } } };
// Stands for the Node of the user, which no test can choose.
const oldNode = `Object.defineProperty(process, 'versions', { value: { node: '18.19.1' } })`;

let clone: string;

beforeEach(() => {
  clone = mkdtempSync(join(tmpdir(), 'set-up-'));
  mkdirSync(join(clone, 'scripts/lib'), { recursive: true });
  for (const script of scripts) {
    cpSync(join(import.meta.dirname, script), join(clone, 'scripts', script));
  }
  write('package.json', { name: 'clone', engines: { node: '>=20' } });
  write('package-lock.json', lock);
});

afterEach(() => {
  rmSync(clone, { recursive: true });
});

test('says nothing when node_modules holds what package-lock.json asks for', () => {
  installPackages();

  expect(runNode(['scripts/set-up.mjs'])).toEqual({ status: 0, output: '' });
});

test('installs when node_modules is missing, and says so', () => {
  provideNpm('mkdir -p node_modules/node/bin && touch node_modules/node/bin/node; echo "$@"');

  const { status, output } = runNode(['scripts/set-up.mjs']);

  expect(status).toBe(0);
  expect(output).toMatch(
    /^Dependencies are not installed yet: running npm ci, .*\n.* installed in/,
  );
});

test('installs again when the lockfile asks for another version', () => {
  installPackages();
  write('package-lock.json', { packages: { 'node_modules/node': { version: '24.1.0' } } });
  provideNpm('exit 0');

  expect(runNode(['scripts/set-up.mjs']).output).toMatch(
    /^Dependencies differ from package-lock.json: running npm ci/,
  );
});

test('does not install again for packages of other platforms', () => {
  installPackages();
  const other = { 'node_modules/other': { version: '1.0.0', optional: true } };
  write('package-lock.json', { packages: { ...lock.packages, ...other } });

  expect(runNode(['scripts/set-up.mjs'])).toEqual({ status: 0, output: '' });
});

test('runs a script on the installed Node, with its arguments and exit code', () => {
  installPackages();

  const { status, output } = runNode(['scripts/set-up.mjs', 'script.ts', '--flag']);

  expect({ status, output }).toEqual({ status: 7, output: 'script.ts --flag\n' });
});

test('stops with one sentence when Node is too old', () => {
  const { status, output } = runNode([
    '--import',
    `data:text/javascript,${encodeURIComponent(oldNode)}`,
    'scripts/set-up.mjs',
  ]);

  expect(status).toBe(1);
  expect(output).toBe(
    'Node 18.19.1 is too old: install Node 20 or later (https://nodejs.org) and run the command again.\n',
  );
});

test('stops with one sentence when the lockfile is missing', () => {
  rmSync(join(clone, 'package-lock.json'));

  const { status, output } = runNode(['scripts/set-up.mjs']);

  expect(status).toBe(1);
  expect(output).toMatch(
    /^package-lock.json is missing or damaged in .*: restore it with git .*\n$/,
  );
});

test.for([
  [
    'npm error code EAI_AGAIN\nnpm error request to https://registry.npmjs.org/zod failed',
    'npm ci could not reach the package registry: check the network and proxy settings and run the command again.',
  ],
  [
    'npm error code ENOSPC\nnpm error no space left on device',
    'npm ci failed (no space left on device): run npm ci by itself to see all of its output.',
  ],
])('stops with one sentence when npm says %j', ([complaint, sentence]) => {
  provideNpm(`printf '%s\\n' '${complaint}' >&2; exit 1`);

  const { status, output } = runNode(['scripts/set-up.mjs']);

  expect(status).toBe(1);
  expect(output.split('\n').slice(1)).toEqual([sentence, '']);
});

test('stops with one sentence when install scripts are switched off', () => {
  provideNpm('mkdir node_modules');

  const { status, output } = runNode(['scripts/set-up.mjs']);

  expect(status).toBe(1);
  expect(output).toMatch(/\nnpm ci ran no install scripts, .*: set ignore-scripts=false .*\n$/);
});

test('other scripts name npm ci when nothing is installed', () => {
  const { status, output } = runNode(['--import', './scripts/require-set-up.mjs', 'missing.ts']);

  expect(status).toBe(1);
  expect(output).toBe('Dependencies are not installed: run npm ci first.\n');
});

test('a script ends when the shell that npm started it by is killed', async () => {
  installPackages();
  writeProgram('node_modules/node/bin/node', 'echo started; exec sleep 60');
  const shell = spawn('sh', ['-c', `'${process.execPath}' scripts/set-up.mjs script.ts; true`], {
    cwd: clone,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(shell.stdout, 'data');

  shell.kill('SIGTERM');

  // The pipe closes when the last process that holds it has ended.
  await once(shell.stdout, 'close');
});

function runNode(nodeArguments: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, nodeArguments, {
    cwd: clone,
    encoding: 'utf8',
    env: { PATH: `${join(clone, 'bin')}:/usr/bin:/bin` },
  });
  return { status, output: stdout + stderr };
}

function installPackages(): void {
  mkdirSync(join(clone, 'node_modules/node/bin'), { recursive: true });
  const { '': root, ...installed } = lock.packages;
  write('node_modules/.package-lock.json', { packages: installed });
  writeProgram('node_modules/node/bin/node', 'echo "$@"; exit 7');
}

function provideNpm(body: string): void {
  mkdirSync(join(clone, 'bin'));
  writeProgram('bin/npm', body);
}

function writeProgram(path: string, body: string): void {
  writeFileSync(join(clone, path), `#!/bin/sh\n${body}\n`, { mode: 0o755 });
}

function write(path: string, content: unknown): void {
  writeFileSync(join(clone, path), JSON.stringify(content));
}
