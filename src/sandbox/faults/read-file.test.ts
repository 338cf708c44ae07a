import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readFaultsFile } from '../index.ts';

function write(text: string): string {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'prospectus-')), 'faults.json');
  writeFileSync(file, text);
  return file;
}

test.each([
  ['one fault', '{"hangUp":true}', { faults: [{ hangUp: true }] }],
  ['a list', '[{"hangUp":true}]', { faults: [{ hangUp: true }] }],
  ['a list with a seed', '{"seed":5,"faults":[]}', { seed: 5, faults: [] }],
])('reads %s', (_name, text, plan) => {
  expect(readFaultsFile(write(text))).toEqual(plan);
});

test('names every problem with its place, one a line', () => {
  const file = write('[{"status":1},{"nxt":"loop"}]');

  expect(() => readFaultsFile(file)).toThrow(
    /faults\.json holds faults that cannot be used:\n {2}faults\.0\.status: .+\n {2}faults\.1: .*nxt/,
  );
});

test('says so of a file that is no JSON', () => {
  expect(() => readFaultsFile(write('{'))).toThrow(/faults\.json is no JSON\. /);
});
