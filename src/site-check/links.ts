export interface Target {
  /** File of the site, with forward slashes. */
  file: string;
  /** Place on the page, without `#`; empty where none is named. */
  place: string;
}

/** Where a link leads that stays in the site: undefined for one to elsewhere, `outside` below another path. */
export type Resolve = (link: string, page: string) => Target | 'outside' | undefined;

/**
 * Resolves links as a browser does on a host that serves `index.html` for a folder. `base` begins and ends with
 * a slash; absolute addresses of the site's own origin count as its links, where they are below the base.
 */
export function createResolver({ siteUrl, base }: { siteUrl: string; base: string }): Resolve {
  const ownOrigin = URL.canParse(siteUrl) ? new URL(siteUrl).origin : undefined;

  return (link, page) => {
    if (/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(link)) {
      if (ownOrigin === undefined || !link.startsWith(ownOrigin)) return undefined;
      const url = URL.canParse(link) ? new URL(link) : undefined;
      // Another path of the origin may well be another site of the company.
      if (url?.origin !== ownOrigin || !url.pathname.startsWith(base)) return undefined;
      return targetOf(url.pathname, url.hash, base);
    }
    if (link.startsWith('/')) {
      const [, path = '', , hash = ''] = /^([^?#]*)(\?[^#]*)?(#.*)?$/s.exec(link) ?? [];
      return targetOf(path, hash, base);
    }
    const from = `http://site.invalid${base}${encodeURI(page.replace(/(^|\/)index\.html$/, '$1'))}`;
    if (!URL.canParse(link, from)) return 'outside';
    const url = new URL(link, from);
    return targetOf(url.pathname, url.hash, base);
  };
}

function targetOf(path: string, hash: string, base: string): Target | 'outside' {
  if (!path.startsWith(base)) return 'outside';
  const inner = decode(path.slice(base.length));
  const file = inner === '' || inner.endsWith('/') ? `${inner}index.html` : inner;
  return { file, place: decode(hash.slice(1)) };
}

/** An address that is not well encoded is left as it is, and so leads nowhere. */
function decode(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
