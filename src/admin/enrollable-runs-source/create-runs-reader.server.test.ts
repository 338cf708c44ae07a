import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { formatEnrollableRuns } from '#admin/enrollable-runs';
import { startServer, type Answer } from '../../test/http-server.ts';
import { createRunsReader } from './index.server.ts';

const dataDate = '2026-11-23T02:00:00.000Z';

function textOf(...titles: string[]): string {
  const runs = titles.map((title) => ({
    key: `course-v1:KIT+${title}+1T2026`,
    courseKey: `KIT+${title}`,
    title,
    partners: ['KIT'],
    catalogs: ['catalog-1'],
  }));
  return formatEnrollableRuns({ dataDate, runs });
}

function createFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'prospectus-runs-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

/** A reader whose clock the test moves, with what it says in short. */
function startReader(options: Partial<Parameters<typeof createRunsReader>[0]>) {
  const clock = { now: Date.parse('2026-11-23T06:00:00Z') };
  const reader = createRunsReader({ fetch, now: () => clock.now, ...options });
  const read = async () => {
    const answer = await reader.read();
    return answer.kind === 'available' ? answer.runs.map(({ title }) => title) : answer.reason;
  };
  return { reader, read, passMinutes: (minutes: number) => (clock.now += minutes * 60_000) };
}

const badTexts: [name: string, text: string | Uint8Array, reason: string][] = [
  ['nothing', '', 'not-json'],
  ['a page', '<!doctype html><title>Sign in</title>', 'not-json'],
  ['half of the file', textOf('A').slice(0, -20), 'not-json'],
  ['no UTF-8', Uint8Array.of(0x22, 0xff, 0x22), 'not-json'],
  ['JSON of something else', '{"courses":[]}', 'unexpected'],
];

describe('the file', () => {
  test('is read, and again once another has taken its place', async () => {
    const folder = createFolder();
    const file = path.join(folder, 'enrollable-runs.json');
    writeFileSync(file, textOf('A'));
    const { read, reader } = startReader({ file });

    expect(await read()).toEqual(['A']);
    const answer = await reader.read();
    expect(answer).toMatchObject({ kind: 'available', dataDate });
    expect(await reader.read()).toBe(answer);

    const other = path.join(folder, 'other.json');
    writeFileSync(other, textOf('B'));
    utimesSync(other, 0, 0);
    renameSync(other, file);
    expect(await read()).toEqual(['B']);
    writeFileSync(file, 'C');
    expect(await read()).toBe('not-json');
    writeFileSync(file, textOf('D'));
    expect(await read()).toEqual(['D']);
  });

  test.each(badTexts)('%s is told', async (_name, text, reason) => {
    const file = path.join(createFolder(), 'enrollable-runs.json');
    writeFileSync(file, text);

    expect(await startReader({ file }).read()).toBe(reason);
  });

  test('that is too large, or no file, is told', async () => {
    const folder = createFolder();
    const file = path.join(folder, 'enrollable-runs.json');
    writeFileSync(file, textOf('A'));
    mkdirSync(path.join(folder, 'folder'));

    expect(await startReader({ file, maxBytes: 50 }).read()).toBe('too-large');
    expect(await startReader({ file: path.join(folder, 'folder') }).read()).toBe('refused');
  });

  test('wins over the address, also where it is bad, and the address stands in while it is missing', async () => {
    const server = await startServer(() => ({ body: textOf('address') }));
    const file = path.join(createFolder(), 'enrollable-runs.json');
    const { read } = startReader({ file, url: `${server.url}/runs.json` });

    expect(await read()).toEqual(['address']);
    writeFileSync(file, textOf('file'));
    expect(await read()).toEqual(['file']);
    writeFileSync(file, '');
    expect(await read()).toBe('not-json');
    rmSync(file);
    expect(await read()).toEqual(['address']);
  });

  test('without either, the answer says what to do', async () => {
    const { read, reader } = startReader({});

    expect(await read()).toBe('not-set-up');
    expect(await reader.read()).toMatchObject({ detail: expect.stringContaining('npm run build') });
  });
});

describe('the address', () => {
  test('is asked once in ten minutes, however many ask', async () => {
    const server = await startServer((_request, index) => ({ body: textOf(`answer-${index}`) }));
    const { read, passMinutes } = startReader({ url: `${server.url}/data/runs.json?key=1` });

    expect(await Promise.all([read(), read(), read()])).toEqual([
      ['answer-0'],
      ['answer-0'],
      ['answer-0'],
    ]);
    passMinutes(9.9);
    expect(await read()).toEqual(['answer-0']);
    passMinutes(0.1);
    expect(await read()).toEqual(['answer-1']);
    expect(server.requests).toHaveLength(2);
    expect(server.requests[0]?.query.get('key')).toBe('1');
  });

  test('is asked by its ETag, and an unchanged list stays', async () => {
    const tags = ['"one"', '"one"', '"two"'];
    const server = await startServer(({ headers }, index) => {
      const tag = tags[index] ?? '';
      if (headers['if-none-match'] === tag) return { status: 304, bytes: new Uint8Array() };
      return { headers: { ETag: tag }, body: textOf(tag.slice(1, -1)) };
    });
    const { read, passMinutes } = startReader({ url: server.url });

    expect(await read()).toEqual(['one']);
    passMinutes(10);
    expect(await read()).toEqual(['one']);
    passMinutes(10);
    expect(await read()).toEqual(['two']);
    expect(server.requests.map(({ headers }) => headers['if-none-match'])).toEqual([
      undefined,
      '"one"',
      '"one"',
    ]);
  });

  test('that failed is asked again after half a minute', async () => {
    const server = await startServer((_request, index) =>
      index === 0 ? { status: 503 } : { body: textOf('A') },
    );
    const { read, passMinutes } = startReader({ url: server.url });

    expect(await read()).toBe('refused');
    passMinutes(0.4);
    expect(await read()).toBe('refused');
    passMinutes(0.1);
    expect(await read()).toEqual(['A']);
  });

  test.each<[name: string, answer: Answer, reason: string]>([
    ...badTexts.map(([name, text, reason]): [string, Answer, string] => [
      name,
      { bytes: Buffer.from(text) },
      reason,
    ]),
    ['an error', { status: 500, body: textOf('A') }, 'refused'],
    ['a way elsewhere', { status: 302, headers: { Location: '/sign-in' } }, 'refused'],
    ['“unchanged” unasked', { status: 304, bytes: new Uint8Array() }, 'refused'],
    ['an end without a word', { hangsUp: true }, 'unreachable'],
    ['a body that is cut off', { body: textOf('A'), cutAfter: 20 }, 'unreachable'],
    ['too much', { bytes: Buffer.alloc(4096, ' ') }, 'too-large'],
    ['a body without end', { bytes: Buffer.alloc(512, ' '), isEndless: true }, 'too-large'],
  ])('%s is told', async (_name, answer, reason) => {
    const server = await startServer(() => answer);

    expect(await startReader({ url: server.url, maxBytes: 2048 }).read()).toBe(reason);
    expect(server.requests).toHaveLength(1);
  });

  test('that never answers is given up', async () => {
    const server = await startServer(() => ({ isSilent: true }));

    expect(await startReader({ url: server.url, timeoutMs: 50 }).read()).toBe('unreachable');
  });

  test('is told without its query', async () => {
    const server = await startServer(() => ({ status: 404 }));
    const { reader } = startReader({ url: `${server.url}/runs.json?signature=secret` });

    expect(await reader.read()).toEqual({
      kind: 'unavailable',
      reason: 'refused',
      detail: `${server.url}/runs.json answers with status 404.`,
    });
  });
});
