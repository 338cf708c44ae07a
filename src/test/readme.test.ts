import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const readme = readFileSync('README.md', 'utf8');
const example = readFileSync('.env.example', 'utf8');
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  scripts: Record<string, string>;
};

function allMatches(text: string, pattern: RegExp): string[] {
  return [...new Set([...text.matchAll(pattern)].map(([, match = '']) => match))];
}

test('every path that the README names is there', () => {
  const named = [
    ...allMatches(readme, /`((?:src|scripts|public)\/[\w./-]+)`/g),
    ...allMatches(readme, /\]\(((?!https?:)[\w./-]+)\)/g),
  ];

  expect(named.length).toBeGreaterThan(15);
  expect(named.filter((path) => !existsSync(path))).toEqual([]);
});

test('every command that the README names is one of package.json, and the other way round', () => {
  const named = allMatches(readme, /npm (?:run )?([a-z:]+)\b/g).filter((name) => name !== 'run');

  expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
  expect(Object.keys(scripts).filter((name) => !named.includes(name))).toEqual([]);
});

test('README and .env.example name the same variables', () => {
  const inExample = allMatches(example, /^#? ?([A-Z][A-Z_]+)=/gm);
  const inReadme = allMatches(readme, /`([A-Z][A-Z]+_[A-Z_]+|PORT|IMAGES)`/g).filter(
    (name) => name !== 'ENTERPRISE_API',
  );

  expect(inExample.toSorted()).toEqual(inReadme.toSorted());
});
