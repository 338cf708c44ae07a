/** Primary languages that are written from right to left. */
const rightToLeft = new Set([
  'ar',
  'arc',
  'ckb',
  'dv',
  'fa',
  'he',
  'ks',
  'ku',
  'nqo',
  'ps',
  'sd',
  'syr',
  'ug',
  'ur',
  'yi',
]);

const rightToLeftScripts = /-(?:Arab|Hebr|Syrc|Thaa|Nkoo|Adlm)(?:-|$)/;
const leftToRightScripts = /-(?:Latn|Cyrl|Deva)(?:-|$)/;

export type Direction = 'ltr' | 'rtl';

export interface LanguageAttributes {
  lang?: string;
  dir?: Direction | 'auto';
}

export function directionOf(code: string): Direction {
  if (rightToLeftScripts.test(code)) return 'rtl';
  return rightToLeft.has(primaryOf(code)) && !leftToRightScripts.test(code) ? 'rtl' : 'ltr';
}

/** `lang` and `dir` of content, only where its language is not the interface's; nobody knows one that is not said. */
export function languageAttributes(
  code: string | undefined,
  interfaceLanguage: string,
): LanguageAttributes {
  if (code === undefined) return { dir: 'auto' };
  if (primaryOf(code) === primaryOf(interfaceLanguage)) return {};
  return { lang: code, dir: directionOf(code) };
}

/** A language in its own words, with its country only where that says something: "Español", "日本語". */
export function nameOfLanguage(code: string): string {
  const known = names.get(code);
  if (known !== undefined) return known;
  const locale = new Intl.Locale(code);
  const hasScript = locale.script !== undefined;
  const shortCode = hasScript ? code : locale.minimize().toString();
  const languageDisplay = hasScript ? 'dialect' : 'standard';
  const name =
    new Intl.DisplayNames([shortCode], { type: 'language', languageDisplay }).of(shortCode) ?? code;
  const capitalised = name.replace(/^\p{Ll}/u, (letter) => letter.toLocaleUpperCase(shortCode));
  names.set(code, capitalised);
  return capitalised;
}

const names = new Map<string, string>();

function primaryOf(code: string): string {
  return code.split('-')[0]?.toLowerCase() ?? code;
}
