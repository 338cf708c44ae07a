/**
 * BCP 47 code of a language as the services write it: a code ("en-us", "zh-cmn"), or an English name
 * ("English", "Spanish - Spain (Modern)") in sparse items. Undefined for anything else.
 */
export function parseLanguage(value: unknown): string | undefined {
  const text = textOf(value);
  if (text === undefined) return undefined;
  const code = text.replaceAll('_', '-');
  return overrides[code.toLowerCase()] ?? canonicalCode(code) ?? codesByName().get(nameOf(text));
}

/** The language without region and script, for the language facet: "en" of "en-GB". */
export function primaryLanguage(code: string): string {
  return code.split('-')[0] ?? code;
}

/** Discovery's codes that `Intl` would turn into ones that browsers and readers know less well. */
const overrides: Record<string, string> = {
  'zh-cmn': 'zh',
  'zh-hans': 'zh-Hans',
  'zh-hant': 'zh-Hant',
};

const knownCodes =
  'af ar az be bg bn bs ca cs cy da de el en es et eu fa fi fil fr ga gl gu he hi hr hu hy id is it ja ka kk km kn ko ky lo lt lv mk ml mn mr ms my nb ne nl no pa pl ps pt ro ru si sk sl so sq sr sv sw ta te th tr uk ur uz vi zh zu'.split(
    ' ',
  );

let namesCache: Map<string, string> | undefined;

function codesByName(): Map<string, string> {
  if (namesCache !== undefined) return namesCache;
  const names = new Intl.DisplayNames(['en'], { type: 'language' });
  namesCache = new Map(knownCodes.map((code) => [(names.of(code) ?? code).toLowerCase(), code]));
  return namesCache;
}

/** Only codes with a known primary language: "English" is a well-formed code too. */
function canonicalCode(code: string): string | undefined {
  if (!/^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i.test(code)) return undefined;
  try {
    return Intl.getCanonicalLocales(code)[0];
  } catch {
    return undefined;
  }
}

function nameOf(text: string): string {
  return (text.split(/\s+-\s+|\s*\(/)[0] ?? text).trim().toLowerCase();
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value.trim();
  if (typeof value !== 'object' || value === null) return undefined;
  const { code, name, label } = value as { code?: unknown; name?: unknown; label?: unknown };
  return textOf(code) ?? textOf(name) ?? textOf(label);
}
