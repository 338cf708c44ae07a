import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { switchDescriptions } from './switches.ts';

test('the README describes every switch as it is', () => {
  const readme = readFileSync('src/sandbox/README.md', 'utf8');
  const rows = Object.entries(switchDescriptions).map(
    ([name, { values, reference, gateway, meaning }]) =>
      `| \`${name}\` | ${values} | ${reference} | ${gateway} | ${meaning} |`,
  );

  expect(readme).toContain(['| --- | --- | --- | --- | --- |', ...rows, ''].join('\n'));
});
