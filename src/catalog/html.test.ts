import { describe, expect, test } from 'vitest';
import { maxHtmlLength, plainTitle, sanitize, toPlainText } from './html.ts';

const cases: [name: string, html: string, safe: string | undefined][] = [
  ['scripts and their text go', '<p>a<script>alert(1)</script></p>', '<p>a</p>'],
  [
    'handlers, styles and classes go',
    '<p style="color:red" class="x" onclick="x()">a</p>',
    '<p>a</p>',
  ],
  [
    'javascript addresses lose their link',
    '<p><a href="javascript:alert(1)">a</a></p>',
    '<p>a</p>',
  ],
  [
    'addresses on the API’s own host lose their link',
    '<p><a href="/course/x">a</a></p>',
    '<p>a</p>',
  ],
  [
    'links keep their address',
    '<a href="https://x.example/?a=1&amp;b=2" target="_blank">a</a>',
    '<p><a href="https://x.example/?a=1&amp;b=2" rel="noopener">a</a></p>',
  ],
  ['headings stand below the section’s', '<h1>a</h1><h6>b</h6>', '<h3>a</h3><h3>b</h3>'],
  [
    'of a picture its address and words stay, where nothing loads them',
    '<p>a<img src="https://x.example/p.png?a=1&amp;b=2" alt="A &quot;b&quot;" srcset="https://y.example/" class="x" onerror="x()"></p>',
    '<p>a<img data-from="https://x.example/p.png?a=1&amp;b=2" alt="A &quot;b&quot;" /></p>',
  ],
  [
    'pictures without an address of their own go, and what held them alone',
    '<p>a</p><p><a href="https://x.example/"><img src="data:image/png;base64,AA"></a></p><p><img src="/p.png"><img></p>',
    '<p>a</p>',
  ],
  [
    'pictures that only count readers go',
    '<p>a<img src="https://x.example/p.gif" width="1" height="1"></p>',
    '<p>a</p>',
  ],
  [
    'a link that only a picture without words would name goes',
    '<p>a <a href="https://x.example/"><img src="https://x.example/p.png"></a></p>',
    '<p>a <img data-from="https://x.example/p.png" alt="" /></p>',
  ],
  ['a text of pictures alone is nothing', '<img src="https://x.example/p.png">', undefined],
  [
    'frames and forms go',
    '<iframe src="https://x.example"></iframe><form><input name="a">b</form>',
    '<p>b</p>',
  ],
  [
    'a link that loses its address and holds another link loses nothing else',
    '<p><a href="/x"><a href="https://x.example/">a</a></a></p>',
    '<p><a href="https://x.example/" rel="noopener">a</a></p>',
  ],
  [
    'values that the standard does not know go',
    '<p lang="english" dir="left">a</p><ol start="x"><li>b</li></ol><table><tr><td colspan="0" rowspan="2">c</td></tr></table>',
    '<p lang="en">a</p><ol><li>b</li></ol><table><tbody><tr><td rowspan="2">c</td></tr></tbody></table>',
  ],
  ['language marks stay', '<p lang="ar" dir="rtl">ا</p>', '<p lang="ar" dir="rtl">ا</p>'],
  ['open elements are closed', '<p>a<b>b', '<p>a<b>b</b></p>'],
  ['empty elements go', '<p>a</p><p> </p><h2></h2>', '<p>a</p>'],
  ['plain text becomes paragraphs', 'a & b\n\nc', '<p>a &amp; b</p><p>c</p>'],
  ['nothing to read is nothing', '<p>&nbsp;</p><div></div>', undefined],
  ['svg goes whole', '<svg><a href="javascript:x()">a</a></svg><p>b</p>', '<p>b</p>'],
];

describe('sanitising', () => {
  test.each(cases)('%s', (_name, html, safe) => {
    expect(sanitize(html)?.html).toBe(safe);
  });

  test('what is safe stays as it is when sanitised again', () => {
    for (const [, html] of cases) {
      const once = sanitize(html)?.html;
      if (once !== undefined) expect(sanitize(once)?.html).toBe(once);
    }
  });

  test('a text over 64 KB is cut at the end of a block and says so', () => {
    const result = sanitize(`<p>${'word '.repeat(2000)}</p>`.repeat(10));

    expect(result?.isCut).toBe(true);
    expect(result?.html.length).toBeLessThanOrEqual(maxHtmlLength);
    expect(result?.html).toMatch(/<\/p>$/);
  });
});

test.each([
  ['<p>One</p><p>two<br>three</p>', 'One two three'],
  ['a &amp; b &lt;c&gt;', 'a & b <c>'],
  ['<ul><li>a</li><li>b</li></ul>', 'a b'],
])('the words of %s', (html, text) => {
  expect(toPlainText(html)).toBe(text);
});

test.each([
  ['Arts &amp; Culture', 'Arts & Culture'],
  ['C++ <in> depth', 'C++ <in> depth'],
  ['R & D', 'R & D'],
])('the title %s', (title, plain) => {
  expect(plainTitle(title)).toBe(plain);
});
