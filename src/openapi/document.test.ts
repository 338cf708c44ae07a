import { createConfig, lintFromString } from '@redocly/openapi-core';
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createOpenApiDocument } from './index.ts';

const text = JSON.stringify(createOpenApiDocument());

test('the document is the same at every call', () => {
  expect(JSON.stringify(createOpenApiDocument())).toBe(text);
});

test('the examples are those of the reference', () => {
  const examples = new URL('examples/', import.meta.url);
  const fixtures = new URL('../test/fixtures/reference/', import.meta.url);
  const names = readdirSync(examples);

  expect(names).toHaveLength(6);
  for (const name of names) {
    expect(JSON.parse(readFileSync(new URL(name, examples), 'utf8'))).toEqual(
      JSON.parse(readFileSync(new URL(name, fixtures), 'utf8')),
    );
  }
});

test('the linter finds nothing', async () => {
  const config = await createConfig({
    extends: ['recommended-strict'],
    rules: {
      'no-invalid-media-type-examples': 'error',
      'no-invalid-parameter-examples': 'error',
      'operation-4xx-response': 'error',
      'operation-description': 'error',
      'no-unused-components': 'error',
    },
  });

  const problems = await lintFromString({ source: text, absoluteRef: 'openapi.json', config });

  expect(
    problems.map(({ ruleId, message, location }) => ({
      ruleId,
      message,
      at: location[0]?.pointer,
    })),
  ).toEqual([]);
});
