import { expect, test } from 'vitest';
import { mediaOrigin, rewriteItem } from './rewrite-item.ts';

const rewrite = (text: string) =>
  Buffer.concat([
    ...rewriteItem(Buffer.from(text), { catalog: 'new', origin: 'http://here' }),
  ]).toString();

test.each([
  [
    'as the only parameter',
    '"enrollment_url":"https://x/?catalog=old"',
    '"enrollment_url":"https://x/?catalog=new"',
  ],
  [
    'between others',
    '"enrollment_url" : "https://x/?a=catalog&catalog=o-l-d&b=1"',
    '"enrollment_url" : "https://x/?a=catalog&catalog=new&b=1"',
  ],
  [
    'with escapes',
    '"enrollment_url":"https:\\/\\/x\\"\\u0026catalog=old\\u0026b"',
    '"enrollment_url":"https:\\/\\/x\\"\\u0026catalog=new\\u0026b"',
  ],
  ['empty', '"enrollment_url":"?catalog=&b"', '"enrollment_url":"?catalog=new&b"'],
  [
    'in each of several',
    '"enrollment_url":"?catalog=1","é":2,"enrollment_url":"?catalog=3"',
    '"enrollment_url":"?catalog=new","é":2,"enrollment_url":"?catalog=new"',
  ],
])('sets the catalog %s', (_, before, after) => {
  expect(rewrite(`{${before}}`)).toBe(`{${after}}`);
});

test.each([
  '{"enrollment_url":null,"marketing_url":"?catalog=old"}',
  '{"enrollment_url":"https://x/?mycatalog=old"}',
  '{"text":"see \\"enrollment_url\\": \\"?catalog=old\\""}',
  '{"enrollment_url":',
])('leaves %s alone', (text) => {
  expect(rewrite(text)).toBe(text);
});

test('names pictures under the origin asked', () => {
  expect(rewrite(`["${mediaOrigin}/media/a.png","ü ${mediaOrigin}"]`)).toBe(
    '["http://here/media/a.png","ü http://here"]',
  );
});
