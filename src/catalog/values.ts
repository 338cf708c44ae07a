import type { Money } from './types.ts';

/** Somebody who keeps a note of a value that could not be read: its path in the item, and why. */
export type NoteTaker = (path: string, reason: string) => void;

/** A number, or its text; negative, empty and other values ("null") are absent. */
export function parseNumber(value: unknown): number | undefined {
  if (value === null || value === undefined || value === '') return undefined;
  const parsed = Number(value);
  return Number.isFinite(parsed) && parsed >= 0 ? parsed : undefined;
}

/** Like `parseNumber`, with 0 absent too: no course takes 0 weeks. */
export function parsePositive(value: unknown): number | undefined {
  const parsed = parseNumber(value);
  return parsed === 0 ? undefined : parsed;
}

export function parseMoney(value: unknown, currency?: string | null): Money | undefined {
  const amount = parseNumber(value);
  if (amount === undefined) return undefined;
  const code = currency?.trim().toUpperCase();
  return {
    cents: Math.round(amount * 100),
    currency: code !== undefined && /^[A-Z]{3}$/.test(code) ? code : 'USD',
  };
}

/** An http(s) address, verbatim; anything else is absent, with a note where there was something. */
export function parseUrl(value: unknown, path: string, note: NoteTaker): string | undefined {
  if (value === null || value === undefined || value === '') return undefined;
  if (typeof value === 'string' && /^https?:\/\//i.test(value) && URL.canParse(value)) return value;
  note(path, `is no http(s) address: ${excerpt(value)}`);
  return undefined;
}

/** A short form of any value, for notes. */
export function excerpt(value: unknown): string {
  const text = typeof value === 'string' ? JSON.stringify(value) : String(JSON.stringify(value));
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}

/** The entries of a list that may be null, without null entries. */
export function entriesOf<Entry>(
  list: readonly (Entry | null | undefined)[] | null | undefined,
): Entry[] {
  return (list ?? []).filter((entry): entry is Entry => entry !== null && entry !== undefined);
}

/** The first entry of each key, in their order. */
export function uniqueBy<Entry>(entries: Entry[], keyOf: (entry: Entry) => string): Entry[] {
  const unique = new Map<string, Entry>();
  for (const entry of entries) {
    const key = keyOf(entry);
    if (!unique.has(key)) unique.set(key, entry);
  }
  return [...unique.values()];
}

/** A text without what nobody can read: controls but tabs and line ends, and halves of pairs. */
export function cleanText(text: string): string {
  return text.toWellFormed().replaceAll(/[[\p{Cc}\ufffd]--[\t\n\r]]/gv, '');
}

/** White space, and what has no width: between words some scripts need that, at the ends it only spoils the order. */
const ends = /^[\s\u200b\ufeff]+|[\s\u200b\ufeff]+$/gu;

/** Trimmed text; blank is absent. */
export function parseText(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const text = cleanText(value).replaceAll(ends, '');
  return text === '' ? undefined : text;
}
