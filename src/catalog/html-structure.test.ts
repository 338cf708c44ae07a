import { expect, test } from 'vitest';
import { tidyStructure } from './html-structure.ts';

const cases: [what: string, html: string, tidy: string][] = [
  [
    'what is sound',
    '<p>a <b>b</b> <i>c</i></p><ul><li>d</li></ul>',
    '<p>a <b>b</b> <i>c</i></p><ul><li>d</li></ul>',
  ],
  [
    'an entry without a list',
    '<p>a</p><li>b</li> <li>c</li>',
    '<p>a</p><ul><li>b</li><li>c</li></ul>',
  ],
  ['a text in a list', '<ul>a<li>b</li></ul>', '<ul><li>a</li><li>b</li></ul>'],
  [
    'a list among entries',
    '<ol><li>a</li><ul><li>b</li></ul></ol>',
    '<ol><li>a<ul><li>b</li></ul></li></ol>',
  ],
  ['a list without entries', '<p>a</p><ul> </ul>', '<p>a</p>'],
  ['bold blocks', '<b><p>a</p><p>b</p></b>', '<p>a</p><p>b</p>'],
  ['a block in a paragraph', '<p>a<ul><li>b</li></ul>c</p>', '<p>a</p><ul><li>b</li></ul><p>c</p>'],
  ['a block in a heading', '<h3><p>a</p><p>b</p></h3>', '<h3> a  b </h3>'],
  [
    'a link around blocks',
    '<a href="https://x.example/"><p>a</p></a>',
    '<a href="https://x.example/"><p>a</p></a>',
  ],
  [
    'a link in a link',
    '<p><a href="https://x.example/">a<b><a href="https://y.example/">b</a></b></a></p>',
    '<p><a href="https://x.example/">a<b>b</b></a></p>',
  ],
  ['a link that leads nowhere', '<p><a>a</a></p>', '<p>a</p>'],
  ['a picture that is not shown', '<p>a<img /></p>', '<p>a</p>'],
  [
    'a cell without a row',
    '<table><td>a</td><td></td></table>',
    '<table><tbody><tr><td>a</td><td></td></tr></tbody></table>',
  ],
  [
    'rows beside a head',
    '<table><thead><tr><th>a</th></tr></thead><tr><td>b</td></tr></table>',
    '<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>',
  ],
  [
    'a second head',
    '<table><thead><tr><th>a</th></tr></thead><thead><tr><th>b</th></tr></thead></table>',
    '<table><thead><tr><th>a</th></tr></thead><tbody><tr><th>b</th></tr></tbody></table>',
  ],
  [
    'a heading in a heading cell',
    '<table><tbody><tr><th><h3>a</h3></th></tr></tbody></table>',
    '<table><tbody><tr><th>a</th></tr></tbody></table>',
  ],
  [
    'a text in a table',
    '<table>a<tbody><tr><td>b</td></tr></tbody></table>',
    'a<table><tbody><tr><td>b</td></tr></tbody></table>',
  ],
  [
    'a text in a row',
    '<table><tbody><tr>a<td>b</td></tr></tbody></table>',
    '<table><tbody><tr><td>a</td><td>b</td></tr></tbody></table>',
  ],
  ['a table without rows', '<table><caption>a</caption></table>', 'a'],
  ['a cell without a table', '<td>a</td>', 'a'],
];

test.each(cases)('%s', (_what, html, tidy) => {
  expect(tidyStructure(html)).toBe(tidy);
});

test.each(cases)('%s is tidied once', (_what, html) => {
  const once = tidyStructure(html);

  expect(tidyStructure(once)).toBe(once);
});

test.each(cases)('no word of %s is lost', (_what, html) => {
  const words = (text: string) => text.replace(/<[^>]*>|\s+/g, '');

  expect(words(tidyStructure(html))).toBe(words(html));
});
