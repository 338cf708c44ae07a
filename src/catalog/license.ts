import { parseText } from './values.ts';

/**
 * The license of a run's materials: `all-rights-reserved`, a Creative Commons license by its usual name
 * ("CC BY-NC-SA 4.0", "CC0"), or what the API says.
 */
export function licenseOf(value: unknown): string | undefined {
  const text = parseText(value);
  if (text === undefined) return undefined;
  if (/^all[\s-]rights[\s-]reserved$/i.test(text)) return 'all-rights-reserved';
  if (!/^(?:cc\b|cc0|creative[\s-]commons)/i.test(text)) return text;
  const terms = text.match(/\b(?:by|nc|nd|sa)\b/gi) ?? [];
  if (terms.length === 0) return /zero|cc0/i.test(text) ? 'CC0' : text;
  const [version] = /\d\.\d/.exec(text) ?? [];
  const name = `CC ${terms.map((term) => term.toUpperCase()).join('-')}`;
  return version === undefined ? name : `${name} ${version}`;
}
