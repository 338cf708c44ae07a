import sanitizeHtml from 'sanitize-html';
import { tidyStructure } from './html-structure.ts';
import { parseLanguage } from './language.ts';
import { hasPicture, markerOf, withoutEmptied } from './text-pictures.ts';
import type { SafeHtml } from './types.ts';
import { cleanText } from './values.ts';

/** Texts longer than this are cut at the end of a block (design §8), in UTF-16 units. */
export const maxHtmlLength = 65_536;

/**
 * Sanitises HTML of the API with an allow-list: text structure only, no classes, styles, scripts or
 * frames; of a picture a marker stays that loads nothing (`text-pictures.ts`). Headings become `h3`, since they stand under a section's `h2`. Links keep http(s) and mailto
 * addresses. Plain text becomes paragraphs. Undefined where nothing is left to read.
 */
export function sanitize(html: string): { html: SafeHtml; isCut: boolean } | undefined {
  const text = cleanText(html);
  const structured = hasMarkup(text) ? text : paragraphsOf(text);
  const sanitised = tidyPictures(text, sanitizeSound(structured));
  if (sanitised === '' || toPlainText(sanitised) === '') return undefined;
  const clean = hasBlock(sanitised) ? sanitised : `<p>${sanitised}</p>`;
  if (clean.length <= maxHtmlLength) return { html: clean, isCut: false };
  return { html: sanitizeSound(cutAtBlock(clean)), isCut: true };
}

function sanitizeSound(html: string): SafeHtml {
  return tidyStructure(sanitizeHtml(html, rules)).trim();
}

/** The words of an HTML text, white space folded. */
export function toPlainText(html: string): string {
  const spaced = html.replace(/<(?:br|\/p|\/li|\/h\d|\/div|\/tr|\/td|\/th)\b[^>]*>/gi, ' $&');
  const escaped = sanitizeHtml(cleanText(spaced), { allowedTags: [], allowedAttributes: {} });
  return decodeEntities(escaped).replace(/\s+/g, ' ').trim();
}

/** A title as plain text: some services send entities in it ("Arts &amp; Culture"). */
export function plainTitle(title: string): string {
  return /&(?:[a-z]+|#x?[\da-f]+);/i.test(title) ? toPlainText(title) : cleanText(title).trim();
}

const headings = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];

const rules: sanitizeHtml.IOptions = {
  allowedTags: [
    'p',
    'br',
    'div',
    'h3',
    'ul',
    'ol',
    'li',
    'blockquote',
    'pre',
    'code',
    'a',
    'strong',
    'em',
    'b',
    'i',
    'sub',
    'sup',
    'table',
    'caption',
    'thead',
    'tbody',
    'tr',
    'th',
    'td',
    'img',
  ],
  allowedAttributes: {
    '*': ['lang', 'dir'],
    a: ['href', 'rel'],
    ol: ['start'],
    th: ['colspan', 'rowspan', 'scope'],
    td: ['colspan', 'rowspan'],
    img: ['data-from', 'alt'],
  },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowProtocolRelative: false,
  nonTextTags: [
    'style',
    'script',
    'textarea',
    'option',
    'noscript',
    'iframe',
    'object',
    'svg',
    'math',
    'title',
  ],
  transformTags: {
    ...Object.fromEntries(
      headings.map((tag) => [tag, sanitizeHtml.simpleTransform('h3', {}, false)]),
    ),
    section: 'div',
    article: 'div',
    a: (_tag, attributes) => linkOf(attributes),
    img: (_tag, attributes) => {
      // Without a marker `tidyStructure` drops it.
      return { tagName: 'img', attribs: { ...markerOf(attributes) } };
    },
    '*': (tagName, attributes) => ({ tagName, attribs: soundAttributes(attributes) }),
  },
  exclusiveFilter: (frame) =>
    emptiable.has(frame.tag) && frame.text.trim() === '' && frame.mediaChildren.length === 0,
};

/** Named as in the source, before any change of tags. */
const emptiable = new Set([
  ...headings,
  'p',
  'div',
  'section',
  'article',
  'a',
  'strong',
  'em',
  'b',
  'i',
  'li',
  'ul',
  'ol',
  'blockquote',
]);

/** An address on the API's own host ("/course/…") leads nowhere from here: the words stay, the link goes. */
function linkOf(attributes: sanitizeHtml.Attributes): sanitizeHtml.Tag {
  const href = attributes['href']?.trim();
  const isUsable = href !== undefined && /^(?:https?:\/\/|mailto:)/i.test(href);
  // Without an address `tidyStructure` drops it.
  return { tagName: 'a', attribs: isUsable ? { href, rel: 'noopener' } : {} };
}

/** Only values that the standard allows; what else is written says nothing. */
function soundAttributes(attributes: sanitizeHtml.Attributes): sanitizeHtml.Attributes {
  return Object.fromEntries(
    Object.entries(attributes).flatMap(([name, value]) => {
      const sound = attributeValues[name]?.(value) ?? value;
      return sound === '' && name in attributeValues ? [] : [[name, sound]];
    }),
  );
}

const span = (value: string): string => (/^[1-9]\d{0,2}$/.test(value) ? value : '');

/** The value as it stays; empty where it goes. */
const attributeValues: Record<string, (value: string) => string> = {
  lang: (value) => parseLanguage(value) ?? '',
  dir: (value) => (/^(?:ltr|rtl|auto)$/i.test(value) ? value.toLowerCase() : ''),
  start: (value) => (/^-?\d{1,9}$/.test(value) ? value : ''),
  colspan: span,
  rowspan: span,
  scope: (value) => (/^(?:row|col)(?:group)?$/i.test(value) ? value.toLowerCase() : ''),
};

/** A picture that goes may leave an empty element behind, which the sanitizer takes for one with a picture. */
function tidyPictures(source: string, sanitised: string): string {
  return /<img\b/i.test(source) || hasPicture(sanitised) ? withoutEmptied(sanitised) : sanitised;
}

function hasMarkup(text: string): boolean {
  return /<\/?[a-z][^>]*>/i.test(text);
}

function hasBlock(html: string): boolean {
  return /<(?:p|div|h3|ul|ol|blockquote|pre|table)\b/.test(html);
}

function paragraphsOf(text: string): string {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => `<p>${paragraph.trim()}</p>`)
    .join('');
}

function cutAtBlock(html: string): string {
  const head = html.slice(0, maxHtmlLength);
  const ends = ['</p>', '</ul>', '</ol>', '</table>', '</h3>', '</div>', '</li>'].map((end) => {
    const at = head.lastIndexOf(end);
    return at === -1 ? 0 : at + end.length;
  });
  return head.slice(0, Math.max(...ends));
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' };

/** sanitize-html leaves only these in text. */
function decodeEntities(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|nbsp);/g, (_match, name: string) => entities[name] ?? '');
}
