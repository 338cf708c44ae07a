import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { createLog } from './index.server.ts';

function startLog(level: Parameters<typeof createLog>[0]['level'] = 'debug') {
  let text = '';
  const log = createLog({ level, destination: { write: (line) => (text += line) } });
  return {
    log,
    text: () => text,
    lines: () =>
      text
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as Record<string, unknown>),
  };
}

test('a line is JSON with its time, level, event and fields', () => {
  const { log, lines } = startLog();

  log.info('store.opened', { kind: 'sqlite', migrations: 3, isNew: true, more: undefined });

  expect(lines()).toEqual([
    {
      level: 'info',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      event: 'store.opened',
      kind: 'sqlite',
      migrations: 3,
      isNew: true,
    },
  ]);
});

test('only what is as grave as the level is written', () => {
  const { log, lines } = startLog('warn');

  log.debug('one');
  log.info('two');
  log.warn('three');
  log.error('four');

  expect(lines().map(({ event }) => event)).toEqual(['three', 'four']);
});

test('a request’s lines have its id', () => {
  const { log, lines } = startLog();

  log.request('5f0c').info('plan.read', { plan: 'plan-1' });
  log.requestLog({
    id: '5f0c',
    method: 'GET',
    path: '/admin/plans/plan-1/?q=ada',
    status: 200,
    ms: 12.34,
    route: '/admin/plans/[plan]/',
  });

  expect(lines()).toMatchObject([
    { request: '5f0c', event: 'plan.read', plan: 'plan-1' },
    {
      request: '5f0c',
      event: 'request',
      method: 'GET',
      path: '/admin/plans/plan-1/',
      route: '/admin/plans/[plan]/',
      status: 200,
      ms: 12,
    },
  ]);
});

test.each([
  [200, 'info'],
  [404, 'info'],
  [500, 'warn'],
])('a request with status %i: %s', (status, level) => {
  const { log, lines } = startLog();

  log.requestLog({ id: '1', method: 'GET', path: '/', status, ms: 1 });

  expect(lines()[0]?.['level']).toBe(level);
});

test('an address gets into the log by no way', () => {
  const { log, text, lines } = startLog();
  const address = 'ada.lovelace@tarnholt.example';
  const cause = Object.assign(new Error(`Key (email)=(${address}) exists\n    at ${address}:1:1`), {
    code: '23505',
    detail: address,
  });
  const error = new Error(`can’t assign ${address}`, { cause });
  error.name = address;

  log.info(address, {
    email: address,
    path: `/admin/learners/${address}/?email=${address}#${address}`,
  });
  log.warn('learner', { path: `/admin/${encodeURIComponent(address)}/` });
  log.failure(address, error, { learner: address });
  log.failure('thrown', address);
  log.request(address).error('x', { token: 'eyJ'.repeat(40) });
  log.requestLog({ id: address, method: address, path: `/${address}`, status: 500, ms: 1 });

  expect(lines()).toHaveLength(6);
  expect(lines()[0]).toMatchObject({ event: '[left out]', path: '/admin/learners/*/' });
  expect(text()).not.toMatch(/lovelace|tarnholt|eyJeyJ/);
});

test('a failure has the error’s name, code, status and place, and those of its cause', () => {
  const { log, lines } = startLog();
  const cause = Object.assign(new TypeError('of the cause'), { code: 'ECONNREFUSED' });

  log.failure('panel', Object.assign(new RangeError('of the error', { cause }), { status: 503 }), {
    route: 'plans',
  });

  const here = expect.arrayContaining([expect.stringContaining('create-log.server.test.ts')]);
  expect(lines()).toMatchObject([
    {
      level: 'error',
      event: 'panel',
      route: 'plans',
      error: {
        name: 'RangeError',
        status: 503,
        at: here,
        cause: { name: 'TypeError', code: 'ECONNREFUSED', at: here },
      },
    },
  ]);
});

test('without a destination lines are on standard output, also where the process ends at once', () => {
  const module = new URL('index.server.ts', import.meta.url).href;
  const program = `import { createLog } from '${module}'; createLog({ level: 'info' }).info('ready'); process.exit();`;

  const output = execFileSync(process.execPath, ['--input-type=module', '--eval', program], {
    encoding: 'utf8',
  });

  expect(JSON.parse(output)).toMatchObject({ event: 'ready' });
});
