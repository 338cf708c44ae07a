import { expect, test } from 'vitest';
import { toXml } from './xml.ts';

test.each([
  ['null, an empty list and an empty object', { a: null, b: [], c: {} }, '<a></a><b></b><c></c>'],
  ['booleans and numbers', { a: true, b: false, c: 1.5 }, '<a>True</a><b>False</b><c>1.5</c>'],
  [
    'lists',
    { a: [1, [2]] },
    '<a><list-item>1</list-item><list-item><list-item>2</list-item></list-item></a>',
  ],
  ['markup', { a: '<p>&amp;</p>' }, '<a>&lt;p&gt;&amp;amp;&lt;/p&gt;</a>'],
  [
    'names that XML forbids',
    { 'course-v1:A+B': 1, '3d': 2 },
    '<course-v1_A_B>1</course-v1_A_B><_3d>2</_3d>',
  ],
  ['characters that XML forbids', { a: 'x\u0000\u000by' }, '<a>xy</a>'],
])('writes %s', (_, value, content) => {
  expect(toXml(value)).toBe(`<?xml version="1.0" encoding="utf-8"?>\n<root>${content}</root>`);
});
