export interface ScannedPage {
  /** Addresses that the page leads to or loads, as they are written, entities decoded. */
  links: string[];
  /** Those of them that a browser loads without being asked. */
  loads: string[];
  /** Values of `content` and texts in JSON-LD, of which some are addresses too (`og:image`, `url`). */
  contents: string[];
  ids: Set<string>;
}

/**
 * What a page names, read tag by tag: text that only looks like an attribute, as a course on HTML may hold it,
 * is none.
 */
export function scanHtml(html: string): ScannedPage {
  const page: ScannedPage = { links: [], loads: [], contents: [], ids: new Set() };
  const tags = new RegExp(tagPattern);
  for (let tag = tags.exec(html); tag !== null; tag = tags.exec(html)) {
    const [, name, attributes = ''] = tag;
    if (name === undefined) continue;
    if (attributes.includes('=')) takeAttributes(attributes, page);
    if (!rawElements.has(name.toLowerCase())) continue;
    const end = html.indexOf(`</${name}`, tags.lastIndex);
    const start = tags.lastIndex;
    tags.lastIndex = end === -1 ? html.length : end;
    if (dataBlock.test(attributes)) collectTexts(html.slice(start, tags.lastIndex), page);
  }
  return page;
}

/** The addresses of a `srcset`. */
export function addressesOfSourceSet(value: string): string[] {
  return value
    .split(/,\s+/)
    .map((candidate) => candidate.trim().split(/\s+/, 1)[0] ?? '')
    .filter((address) => address !== '');
}

/** Comments, and opening tags with their attributes; quotes in pairs, so that a `>` in a value ends nothing. */
const tagPattern =
  /<!--[^]*?(?:-->|$)|<([a-z][^\s/>]*)([^>"']*(?:"[^"]*"[^>"']*|'[^']*'[^>"']*)*)>/gi;

const attributePattern =
  /\s(href|src|srcset|imagesrcset|action|poster|content|id)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+))/gi;

/** The type of a block that no browser runs. */
const dataBlock = /\stype\s*=\s*["']?application\/ld\+json\b/i;

/** Their content is no markup. */
const rawElements = new Set(['script', 'style', 'title', 'textarea']);

function takeAttributes(attributes: string, page: ScannedPage): void {
  for (const [, name = '', double, single, bare = ''] of attributes.matchAll(attributePattern)) {
    const value = decodeEntities(double ?? single ?? bare);
    switch (name.toLowerCase()) {
      case 'id':
        page.ids.add(value);
        break;
      case 'content':
        page.contents.push(value);
        break;
      case 'srcset':
      case 'imagesrcset':
        page.links.push(...addressesOfSourceSet(value));
        page.loads.push(...addressesOfSourceSet(value));
        break;
      case 'src':
      case 'poster':
        page.links.push(value);
        page.loads.push(value);
        break;
      default:
        page.links.push(value);
    }
  }
}

function collectTexts(json: string, page: ScannedPage): void {
  JSON.parse(json, (name, value: unknown) => {
    // An identifier need not lead anywhere.
    if (typeof value === 'string' && name !== '@id') page.contents.push(value);
    return value;
  });
}

const entities: Record<string, string> = { amp: '&', quot: '"', apos: "'", lt: '<', gt: '>' };

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d+)|#x([\da-f]+)|([a-z]+));/gi, (all, decimal, hex, name) => {
    if (name !== undefined) return entities[String(name)] ?? String(all);
    const code = decimal === undefined ? Number.parseInt(String(hex), 16) : Number(decimal);
    return code <= 0x10_ff_ff ? String.fromCodePoint(code) : String(all);
  });
}
