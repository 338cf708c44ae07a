import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ConfigurationError } from './configuration-error.ts';
import { readSiteConfig, textIn } from './site-config.ts';

const plainSvg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"></svg>';

let directory: string;

beforeAll(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'prospectus-config-'));
  write('logo.svg', plainSvg);
  write('script.svg', plainSvg.replace('></', '><script>1</script></'));
  write('foreign.svg', plainSvg.replace('></', '><image href="https://x.example/a.png"/></'));
  write('logo.png', plainSvg);
});

afterAll(() => {
  rmSync(directory, { recursive: true });
});

test('without a file there are defaults', () => {
  expect(readSiteConfig(undefined)).toMatchObject({
    companyName: 'Your company',
    indexing: false,
    prices: 'show',
    languages: ['en'],
    home: { sections: ['featured', 'starting-soon', 'subjects', 'catalogs', 'skills'] },
  });
});

test('a logo is found beside the configuration, wherever the build runs', () => {
  expect(read({ logo: { file: 'logo.svg' } }).logo).toEqual({
    file: path.join(directory, 'logo.svg'),
    hasName: false,
  });
});

test('one message lists every problem with its path', () => {
  expect(
    problemsOf({
      companyname: 'Tarnholt',
      logo: { file: 'nowhere.svg' },
      colors: { accent: 'forest' },
      home: { sections: ['subjects', 'subjects'] },
      prices: 'no',
      supportEmail: 'us',
      supportUrl: 'ftp://help.example',
      links: [{ label: { en: '' }, url: 'intranet' }],
      languages: ['en', 'en'],
    }),
  ).toEqual([
    `logo.file: ${path.join(directory, 'nowhere.svg')} is not there. The path is relative to the configuration.`,
    'colors.accent: is no colour that CSS knows, such as "#1f5a45".',
    'home.sections: must not name a section twice.',
    expect.stringMatching(/^prices: .*"show"\|"hide"/),
    'supportEmail: must be an e-mail address.',
    'supportUrl: must be an address with http(s)://.',
    expect.stringMatching(/^links\.0\.label\.en: /),
    'links.0.url: must be an address with http(s)://.',
    'languages: must not name a language twice.',
    expect.stringMatching(/^\(file\): .*"companyname"/),
  ]);
});

describe('a logo', () => {
  test.each([
    ['script.svg', 'holds a script'],
    ['foreign.svg', 'loads something from elsewhere'],
    ['logo.png', 'does not hold what its name says'],
    ['logo.gif', 'no picture of a known kind'],
  ])('%s is refused: it %s', (file, reason) => {
    expect(problemsOf({ logo: { file } })).toEqual([expect.stringContaining(reason)]);
  });
});

describe('a text', () => {
  test('is the same in all languages, or one in each', () => {
    expect(textIn(read({ headline: 'Grow' }).headline ?? '', 'de')).toBe('Grow');
    expect(textIn(read({ headline: { en: 'Grow' } }).headline ?? '', 'en')).toBe('Grow');
  });

  test('that lacks a language of the site is a problem', () => {
    expect(problemsOf({ introduction: {} })).toEqual([
      'introduction.en: is missing: the site has this language.',
    ]);
  });
});

test('a file that is no JSON, or not there, is named with the reason', () => {
  write('broken.json', '{"companyName": }');

  expect(() => readSiteConfig(path.join(directory, 'broken.json'))).toThrow(/broken\.json: .*JSON/);
  expect(() => readSiteConfig(path.join(directory, 'none.json'))).toThrow(
    /none\.json is not there/,
  );
});

function write(name: string, content: string): string {
  const file = path.join(directory, name);
  writeFileSync(file, content);
  return file;
}

function read(config: object) {
  return readSiteConfig(write('site.json', JSON.stringify(config)));
}

function problemsOf(config: object): readonly string[] {
  try {
    read(config);
  } catch (error) {
    if (error instanceof ConfigurationError) return error.problems;
    throw error;
  }
  return [];
}
