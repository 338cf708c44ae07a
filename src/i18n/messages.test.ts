import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import { ar } from './messages/ar/index.ts';
import { de } from './messages/de/index.ts';
import { en } from './messages/en/index.ts';
import { es } from './messages/es/index.ts';
import { fr } from './messages/fr/index.ts';
import { ja } from './messages/ja/index.ts';
import type { MessageKey } from './translate.ts';

const translations = { es, fr, de, ar, ja };
const keys = Object.keys(en) as MessageKey[];

describe.each(Object.entries({ en, ...translations }))('%s', (language, messages) => {
  test('has words for every key and no other', () => {
    expect(Object.keys(messages).toSorted()).toEqual(keys.toSorted());
    expect(keys.filter((key) => messages[key].trim() === '')).toEqual([]);
  });

  test('names the arguments that English names', () => {
    for (const key of keys) expect(argumentsOf(messages[key]), key).toEqual(argumentsOf(en[key]));
  });

  test('has a word for each kind of number', () => {
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
    // Romance languages keep "many" for whole millions.
    const needed = pluralCategories.filter((category) => language === 'ar' || category !== 'many');
    for (const key of keys) {
      for (const forms of pluralsOf(messages[key])) {
        expect(forms, key).toEqual(expect.arrayContaining(needed));
        // A number may have words of its own: "both".
        const categories = forms.filter((form) => !form.startsWith('='));
        expect(pluralCategories, key).toEqual(expect.arrayContaining(categories));
      }
    }
  });
});

// That every used one is there is for the type check to say.
test('every message is used', () => {
  const texts = sourceFiles('src').map((file) => readFileSync(file, 'utf8'));
  const source = texts.join('\n');
  const literals = new Set(source.match(/(?<=['"`])[a-z][A-Za-z]*(?:\.[\w-]+)+(?=['"`])/g));
  // t(`kind.${kind}`): what stands before and after the place.
  const patterns = Array.from(
    source.matchAll(/`([a-z][A-Za-z]*\.[\w.-]*)\$\{[^}`]*\}([\w.-]*)`/g),
    ([, before = '', after = '']) => ({ before, after }),
  );
  const isUsed = (key: string): boolean =>
    literals.has(key) ||
    patterns.some(({ before, after }) => key.startsWith(before) && key.endsWith(after));

  expect(keys.filter((key) => !isUsed(key))).toEqual([]);
});

/** Names of the arguments of a message. A language may need forms of a number where English needs none. */
function argumentsOf(message: string): string[] {
  const named = elementsOf(message).filter(({ type }) => type !== 0 && type !== 7);
  return [...new Set(named.map(({ value }) => String(value)))].toSorted();
}

/** The forms of each plural in a message. */
function pluralsOf(message: string): string[][] {
  return elementsOf(message).flatMap(({ options }) =>
    options === undefined ? [] : [Object.keys(options)],
  );
}

/** An element of a message's syntax tree: 0 is text, 7 the number of a plural. */
interface Element {
  type: number;
  value?: string;
  options?: Record<string, { value: Element[] }>;
}

function elementsOf(message: string): Element[] {
  const tree = new IntlMessageFormat(message, 'en').getAst() as Element[];
  return tree.flatMap(withInner);
}

function withInner(element: Element): Element[] {
  const inner = Object.values(element.options ?? {}).flatMap(({ value }) => value);
  return [element, ...inner.flatMap(withInner)];
}

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(folder, name))
    .filter((file) => /\.(?:astro|ts)$/.test(file) && !/\.test\.ts$|\/messages\//.test(file));
}
