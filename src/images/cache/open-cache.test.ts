import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openImageCache } from './open-cache.ts';

const now = Date.parse('2026-11-25T06:00:00Z');
const dayMs = 86_400_000;

const openCache = () => openImageCache(mkdtempSync(path.join(tmpdir(), 'prospectus-images-')));

test('keeps a source once under the digest of its content', async () => {
  const cache = openCache();

  const digests = await Promise.all([cache.put(Buffer.from('one')), cache.put(Buffer.from('one'))]);

  const digest = createHash('sha256').update('one').digest('hex');
  expect(digests).toEqual([digest, digest]);
  expect(cache.sourceFile(digest)).toBe(
    path.join(cache.directory, 'sources', digest.slice(0, 2), digest),
  );
  expect(readFileSync(cache.requireSource(digest), 'utf8')).toBe('one');
  expect(readdirSync(path.dirname(cache.sourceFile(digest)))).toEqual([digest]);
});

test('says what to do where it has lost a source that is named', () => {
  const cache = openCache();

  expect(cache.has('ab12')).toBe(false);
  expect(() => cache.requireSource('ab12')).toThrow(
    /has lost the picture ab12.* Run "npm run sync"/,
  );
});

test('prunes what nobody names and is old, and what a crash left half written', async () => {
  const cache = openCache();
  const [named, young, old] = [
    await cache.put(Buffer.from('named')),
    await cache.put(Buffer.from('young')),
    await cache.put(Buffer.from('old')),
  ];
  const half = `${cache.sourceFile(old)}.0a0b.partial`;
  writeFileSync(half, 'ol');
  for (const file of [cache.sourceFile(named), cache.sourceFile(old), half]) {
    utimesSync(file, (now - 2 * dayMs) / 1000, (now - 2 * dayMs) / 1000);
  }
  utimesSync(cache.sourceFile(young), now / 1000, now / 1000);

  expect(await cache.prune({ keep: [named], olderThanMs: dayMs, now })).toBe(2);

  expect([named, young, old].map(cache.has)).toEqual([true, true, false]);
});

test('a process that is killed while it writes leaves whole files only', async () => {
  const { directory } = openCache();
  const module = new URL('open-cache.ts', import.meta.url).href;
  const script = `
    import { openImageCache } from ${JSON.stringify(module)};
    const cache = openImageCache(${JSON.stringify(directory)});
    for (let index = 0; ; index += 4) {
      await Promise.all([0, 1, 2, 3].map((more) =>
        cache.put(Buffer.alloc(300_000, String(index + more)))));
      process.stdout.write('.');
    }`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script]);
  await once(child.stdout, 'data');
  child.kill('SIGKILL');
  await once(child, 'close');

  const files = readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.partial'))
    .map(({ parentPath, name }) => ({ name, bytes: readFileSync(path.join(parentPath, name)) }));
  expect(files.length).toBeGreaterThan(3);
  for (const { name, bytes } of files) {
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(name);
  }
});
