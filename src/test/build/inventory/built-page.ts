import { decode as decodeEntities } from '../../site-files.ts';

/** A built page, or a part of one, as a reader takes it in. */
export interface BuiltPage {
  html: string;
  /** Its words, white space folded. */
  text: string;
  title: string | undefined;
  /** The value, with its note, under a label of the ruled grid or of a card. */
  fact: (label: string) => string | undefined;
  /** What stands under a heading of the text or of the margin. */
  section: (heading: string) => BuiltPage | undefined;
  /** The enrollment box. */
  box: BuiltPage;
  links: { href: string; text: string }[];
  /** Addresses of its pictures, by their words ("" of those that only decorate). */
  pictures: { src: string; alt: string }[];
}

export function readBuiltPage(html: string): BuiltPage {
  const facts = matchAll(html, /<dt\b[^>]*>([^]*?)<\/dt>\s*<dd\b[^>]*>([^]*?)<\/dd>/g);
  const sections = matchAll(html, /<h2\b[^>]*>([^]*?)<\/h2>([^]*?)(?=<h2\b|<\/aside>|<\/main>)/g);
  return {
    html,
    text: textOf(html),
    title: firstText(html, /<h1\b[^>]*>([^]*?)<\/h1>/),
    fact: (label) => {
      const found = facts.find(([name]) => textOf(name) === label);
      return found && textOf(found[1]);
    },
    section: (heading) => {
      const found = sections.find(([name]) => textOf(name) === heading);
      return found && readBuiltPage(found[1]);
    },
    get box() {
      return readBuiltPage(/<section class="box[^]*?<\/section>/.exec(html)?.[0] ?? '');
    },
    links: matchAll(html, /<a\b([^>]*)>([^]*?)<\/a>/g).map(([attributes, content]) => ({
      href: attributeOf(attributes, 'href') ?? '',
      text: textOf(content),
    })),
    pictures: matchAll(html, /<img\b([^>]*)(>)/g).map(([attributes]) => ({
      src: attributeOf(attributes, 'src') ?? '',
      alt: attributeOf(attributes, 'alt') ?? '',
    })),
  };
}

/** The words of HTML, as the API sends it or as a page has it. */
export function textOf(html: string): string {
  const spaced = html.replace(
    /<(?!\/?(?:a|b|i|em|strong|span|bdi|small|time|sup|sub)\b)[^>]*>/g,
    ' ',
  );
  return decode(spaced.replace(/<[^>]*>/g, ''))
    .replace(/\s+/g, ' ')
    .trim();
}

function matchAll(html: string, pattern: RegExp): [string, string][] {
  return [...html.matchAll(pattern)].map(([, first = '', second = '']) => [first, second]);
}

function firstText(html: string, pattern: RegExp): string | undefined {
  const found = pattern.exec(html)?.[1];
  return found === undefined ? undefined : textOf(found);
}

function attributeOf(attributes: string, name: string): string | undefined {
  const value = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1];
  return value === undefined ? undefined : decode(value);
}

/** Also spaces that don't break, as plain ones. */
function decode(text: string): string {
  return decodeEntities(text.replaceAll('&nbsp;', ' '));
}
