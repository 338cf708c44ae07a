/** Stands in the sample's items for the address under which the sandbox was asked. */
export const mediaOrigin = 'https://media.sandbox.invalid';

const enrollmentUrlField = Buffer.from('"enrollment_url"');
const mediaOriginBytes = Buffer.from(mediaOrigin);
const quote = 0x22;
const backslash = 0x5c;
const beforeValue = new Set(
  [' ', '\t', '\n', '\r', ':'].map((character) => character.charCodeAt(0)),
);
// In JSON text, "&" may stand as its escape.
const catalogParameter = /(?:[?&]|\\u0026)catalog=([^&\\]*)/;

export interface Rewriting {
  /** The catalog asked for, which goes into every enrollment URL, those of runs and courses included. */
  catalog: string;
  /** The origin under which the sandbox was asked, for its pictures. */
  origin: string;
}

/**
 * The JSON of an item as it is answered, in pieces. It stays bytes: as text, a page of items would cost ten
 * times the memory and half the speed.
 */
export function* rewriteItem(item: Buffer, { catalog, origin }: Rewriting): Generator<Buffer> {
  const originBytes = Buffer.from(origin);
  for (const piece of setCatalog(item, Buffer.from(encodeURIComponent(catalog)))) {
    yield* replaceAll(piece, mediaOriginBytes, originBytes);
  }
}

function* setCatalog(item: Buffer, catalog: Buffer): Generator<Buffer> {
  let written = 0;
  let field = item.indexOf(enrollmentUrlField);
  while (field !== -1) {
    const value = findString(item, field + enrollmentUrlField.length);
    // One byte is one character in latin1, so that places in the text are places in the bytes.
    const match = catalogParameter.exec(item.toString('latin1', value.start, value.end));
    if (match !== null) {
      const end = value.start + match.index + match[0].length;
      yield item.subarray(written, end - (match[1] ?? '').length);
      yield catalog;
      written = end;
    }
    field = item.indexOf(enrollmentUrlField, value.end);
  }
  yield item.subarray(written);
}

function* replaceAll(bytes: Buffer, search: Buffer, replacement: Buffer): Generator<Buffer> {
  let written = 0;
  let found = bytes.indexOf(search);
  while (found !== -1) {
    yield bytes.subarray(written, found);
    yield replacement;
    written = found + search.length;
    found = bytes.indexOf(search, written);
  }
  yield bytes.subarray(written);
}

/** Where the string after a field's name stands, without its quotes; empty where the value is none. */
function findString(bytes: Buffer, from: number): { start: number; end: number } {
  let start = from;
  while (beforeValue.has(bytes[start] ?? 0)) start += 1;
  if (bytes[start] !== quote) return { start, end: start };
  start += 1;
  let end = start;
  while (end < bytes.length && bytes[end] !== quote) end += bytes[end] === backslash ? 2 : 1;
  return { start, end };
}
