import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { findBrowser } from './find-browser.ts';

const folder = mkdtempSync(join(tmpdir(), 'browser-'));
const working = createProgram('chromium', 'echo "Chromium 1.2.3"');
const stub = createProgram('chromium-browser', 'echo "install the snap" >&2; exit 1');
const missing = join(folder, 'missing');

afterAll(() => {
  rmSync(folder, { recursive: true });
});

test('takes the browser that CHROMIUM_PATH names', async () => {
  const environment = { CHROMIUM_PATH: working };

  expect(await findBrowser({ environment, candidates: [] })).toBe(working);
});

test('a CHROMIUM_PATH that does not start is an error, also where another browser is installed', async () => {
  const environment = { CHROMIUM_PATH: missing };

  await expect(findBrowser({ environment, candidates: [working] })).rejects.toThrow(
    `CHROMIUM_PATH names ${missing}, which does not start as a browser: correct it.`,
  );
});

test('takes the first browser on PATH that starts', async () => {
  const environment = { PATH: folder };

  expect(await findBrowser({ environment, steps: [] })).toBe(working);
});

test('passes over a program that is only a hint to install something else', async () => {
  const found = await findBrowser({ environment: {}, candidates: [stub, missing, working] });

  expect(found).toBe(working);
});

test('installs a browser where none starts, by the first way that works, and says so', async () => {
  const messages: string[] = [];
  const steps = [
    { name: 'one way', applies: () => false, install: () => Promise.resolve(working) },
    {
      name: 'another',
      applies: () => true,
      install: () => Promise.reject(new Error('no network')),
    },
    { name: 'a third', applies: () => true, install: () => Promise.resolve(working) },
  ];

  const found = await findBrowser({
    environment: {},
    candidates: [stub],
    steps,
    log: (message) => messages.push(message),
  });

  expect(found).toBe(working);
  expect(messages).toEqual([
    'No Chromium or Chrome found: installing one by another …',
    'No Chromium or Chrome found: installing one by a third …',
  ]);
});

test('says how to get a browser and what was tried where nothing works', async () => {
  const steps = [
    {
      name: 'apt-get',
      applies: () => true,
      install: () => Promise.reject(new Error('no network')),
    },
    { name: 'Playwright', applies: () => true, install: () => Promise.resolve(stub) },
  ];

  await expect(
    findBrowser({ environment: {}, candidates: [], steps, log: () => undefined }),
  ).rejects.toThrow(
    `The browser tests need Chromium or Chrome: install one, or set CHROMIUM_PATH to its executable (tried apt-get: no network; Playwright: ${stub} does not start).`,
  );
});

function createProgram(name: string, body: string): string {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\n${body}\n`, { mode: 0o755 });
  return path;
}
