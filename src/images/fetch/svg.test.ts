import sharp from 'sharp';
import { expect, test } from 'vitest';
import { inspectImage } from './inspect-image.ts';
import { defaultLimits } from './limits.ts';
import { ImageRefusedError } from './refusal.ts';

const namespaces = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"';

const drawing = (body: string, attributes = 'viewBox="0 0 40 20"'): string =>
  `<svg ${namespaces} ${attributes}>${body}</svg>`;

const inspect = (text: string | Buffer) =>
  inspectImage(Buffer.from(text), { limits: defaultLimits, isLogo: true });

test('a logo of shapes becomes a PNG', async () => {
  const { bytes, facts } = await inspect(
    `<?xml version="1.0" encoding="UTF-8"?>\n<!-- Logo -->\n${drawing(
      `<defs><linearGradient id="a"><stop stop-color="#14504c"/></linearGradient><path id="b" d="M0 0h20v20H0z"/></defs>
       <use xlink:href="#b" fill="url(#a)"/><rect style="fill: url('#a')" x="30" width="10" height="20"/>`,
    )}`,
  );

  expect(await sharp(bytes).metadata()).toMatchObject({ format: 'png', width: 800, height: 400 });
  expect(facts).toMatchObject({ type: 'png', width: 800, height: 400, hasAlpha: true });
});

test.each([
  ['a script', drawing('<script>alert(1)</script>'), 'holds a script'],
  ['a script by another prefix', drawing('<s:SCRIPT/>'), 'holds a script'],
  ['an event handler', drawing('<rect onload="alert(1)"/>'), 'event handler'],
  ['an event handler of its own', drawing('', "onload='x()'"), 'event handler'],
  ['a page', drawing('<foreignObject><p>Text</p></foreignObject>'), 'embeds other content'],
  ['a picture', drawing('<image href="#a"/>'), 'embeds another picture'],
  ['a link out', drawing('<use xlink:href="https://other.example/a.svg#b"/>'), 'outside of itself'],
  ['a file', drawing('<use href="file:///etc/passwd"/>'), 'outside of itself'],
  ['data', drawing('<use href = "data:image/svg+xml,x"/>'), 'outside of itself'],
  ['a link far from its sign', drawing('<use href         = "https://x.example"/>'), 'outside'],
  ['a fill from outside', drawing('<rect fill="url(https://x.example/a.svg#b)"/>'), 'outside'],
  ['a style from outside', drawing('<style>@import "a.css";</style>'), 'imports or hides'],
  ['an escaped style', drawing('<style>rect{fill:u\\72l(a)}</style>'), 'imports or hides'],
  ['a style sheet', `<?xml-stylesheet href="a.css"?>${drawing('')}`, 'processing instructions'],
  ['entities', `<!DOCTYPE svg [<!ENTITY a "b">]>${drawing('&a;')}`, 'document type or entities'],
  ['numbered characters', drawing('<a title="&#106;"/>'), 'hides characters'],
  ['copies of copies', drawing('<use href="#a"/>'.repeat(60)), 'too often'],
  ['another encoding', `<?xml version="1.0" encoding="UTF-7"?>${drawing('')}`, 'encoding'],
  ['bytes that are no text', Buffer.from(`${drawing('')}\u00ff`, 'latin1'), 'encoding'],
  ['a long one', drawing(' '.repeat(600_000)), 'more than 512 KB'],
  [
    'one that is no XML',
    '<svg xmlns="http://www.w3.org/2000/svg"><rect></svg>',
    "can't be decoded",
  ],
])('an SVG with %s is refused', async (_name, text, reason) => {
  await expect(inspect(text)).rejects.toThrow(reason);
});

test('the check of an odd SVG takes no more time than its length asks for', async () => {
  const odd = ['<?xml ', 'href= ', 'url(', '<use ', ' on', '<a:', '<!--'];

  for (const piece of odd) {
    await expect(inspect(`<svg ${piece.repeat(80_000)}`)).rejects.toThrow(ImageRefusedError);
  }
}, 5000);
