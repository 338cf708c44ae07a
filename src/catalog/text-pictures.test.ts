import { expect, test } from 'vitest';
import { pictureUrlsIn, resolvePictures, writePictures } from './text-pictures.ts';
import type { Picture } from './types.ts';

const url = 'https://x.example/p.png?a=1&b=2';
const marked = (alt: string) => `<img data-from="${url.replace('&', '&amp;')}" alt="${alt}" />`;
const picture: Picture = {
  files: [{ name: '0a-320.webp', width: 320 }],
  width: 320,
  height: 200,
  tone: 't-teal-dark',
};
const find = (asked: string) => (asked === url ? picture : undefined);
const write = ({ tone }: Picture, alt: string) => `<img class="${tone}" alt="${alt}">`;

test('the addresses of all texts of an item are listed as they were written', () => {
  expect(pictureUrlsIn({ a: marked('x'), b: [{ c: `<p>${marked('')}</p>` }, 1, null] })).toEqual([
    url,
    url,
  ]);
});

test('a known picture becomes one of our own, with its words', () => {
  const html = resolvePictures(`<p>a ${marked('b &quot;c&quot;')}</p>`, find);

  expect(html).not.toContain('x.example');
  expect(writePictures(html, write)).toBe(
    '<p>a <img class="t-teal-dark" alt="b &quot;c&quot;"></p>',
  );
});

test('an unknown one leaves nothing, nor what held it alone', () => {
  const html = `<p>a</p><ul><li><a href="https://y.example/">${marked('b')}</a></li></ul>`;

  expect(resolvePictures(html, () => undefined)).toBe('<p>a</p>');
});

test('what nothing is known of is not written', () => {
  expect(writePictures(`<p>a${marked('b')}</p>`, write)).toBe('<p>a</p>');
});
