import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';

const started: ChildProcess[] = [];

afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
});

function start(parameters: string[], port = '0') {
  const child = spawn(process.execPath, ['scripts/start-sandbox.ts', ...parameters], {
    env: { ...process.env, SANDBOX_PORT: port },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.push(child);
  const output = { out: '', err: '' };
  child.stdout.on('data', (chunk) => (output.out += String(chunk)));
  child.stderr.on('data', (chunk) => (output.err += String(chunk)));
  return { child, output };
}

async function finish(parameters: string[], port?: string) {
  const { child, output } = start(parameters, port);
  const [code] = (await once(child, 'close')) as [number];
  return { code, ...output };
}

test('prints its address and credentials, answers there, and ends on SIGTERM', async () => {
  const { child, output } = start([
    '--courses',
    '5',
    '--dialect',
    'gateway',
    '--set',
    'throttle=off',
  ]);
  while (!output.out.includes('secret sandbox-secret')) await once(child.stdout, 'data');
  const [url = ''] = /http:\/\/\S+/.exec(output.out) ?? [];
  const response = await fetch(`${url}/enterprise/v2/enterprise-catalogs`);
  child.kill('SIGTERM');

  expect(response.status).toBe(401);
  expect(output.out).toContain('Client id sandbox');
  expect(await once(child, 'close')).toEqual([0, null]);
});

test.each([
  ['an unknown option', ['--colour'], '0', /Unknown option '--colour'/],
  ['an argument', ['data'], '0', /data/],
  ['a switch without value', ['--set', 'filter'], '0', /write NAME=VALUE/],
  ['an unknown dialect', ['--dialect', 'x'], '0', /"x" is no dialect/],
  ['a bad number', ['--courses', 'many'], '0', /--courses is "many"/],
  ['a bad port', [], '70000', /SANDBOX_PORT is "70000"/],
  ['both kinds of data', ['--courses', '3', '--data', '.'], '0', /give one of them/],
])('refuses %s with the usage', async (_, parameters, port, message) => {
  const { code, err } = await finish(parameters, port);

  expect(code).toBe(2);
  expect(err).toMatch(message);
  expect(err).toContain('Usage: npm run sandbox');
});

test('says what a folder lacks', async () => {
  const { code, err } = await finish(['--data', 'scripts']);

  expect([code, err]).toEqual([1, expect.stringContaining('has no catalogs.json')]);
});

test('says that its port is taken', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { code, err } = await finish(
    ['--courses', '1'],
    String((server.address() as AddressInfo).port),
  );
  server.close();

  expect([code, err]).toEqual([1, expect.stringContaining('set SANDBOX_PORT')]);
});
