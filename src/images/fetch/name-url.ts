const longestName = 300;

/** A URL as reports and messages show it: without what may be a secret (user, password, query), and not endless. */
export function nameUrl(url: string): string {
  if (!URL.canParse(url)) return shorten(url);
  const { origin, pathname, search } = new URL(url);
  return shorten(`${origin === 'null' ? '' : origin}${pathname}${search === '' ? '' : '?…'}`);
}

function shorten(text: string): string {
  return text.length > longestName ? `${text.slice(0, longestName)}…` : text;
}
