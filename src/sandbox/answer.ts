import type { Context } from 'hono';
import { createHash } from 'node:crypto';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { SandboxContext } from './environment.ts';
import type { PageFrame } from './paging.ts';
import { rewriteItem } from './rewrite-item.ts';
import { acceptsJson } from './routes/accepted-types.ts';
import { toXml, toXmlElement, xmlDeclaration } from './xml.ts';

const jsonType = { 'Content-Type': 'application/json', Vary: 'Accept' };
const xmlType = { 'Content-Type': 'application/xml; charset=utf-8', Vary: 'Accept' };
const chunkBytes = 64 * 1024;

/** Answers in the format that the request takes. */
function answer(
  context: SandboxContext,
  value: unknown,
  status: ContentfulStatusCode = 200,
): Response {
  return acceptsJson(context)
    ? context.body(JSON.stringify(value), status, jsonType)
    : context.body(toXml(value), status, xmlType);
}

/** An error as the services word it: `{"detail": …}`. */
export function answerDetail(
  context: SandboxContext,
  status: ContentfulStatusCode,
  detail: string,
): Response {
  return answer(context, { detail }, status);
}

/** Answers with an item of a catalog, given as JSON text; with its tag, as services do that are asked directly. */
export function answerItem(context: SandboxContext, catalog: string, item: Buffer): Response {
  const rewritten = Buffer.concat([...rewriteItem(item, { catalog, origin: getOrigin(context) })]);
  const isJson = acceptsJson(context);
  const etag = `"${createHash('sha256').update(rewritten).digest('hex').slice(0, 16)}-${isJson ? 'json' : 'xml'}"`;
  context.header('ETag', etag);
  if (context.req.header('If-None-Match') === etag) return context.body(null, 304);
  return isJson
    ? context.body(new Uint8Array(rewritten), 200, jsonType)
    : context.body(toXml(JSON.parse(rewritten.toString())), 200, xmlType);
}

/**
 * Answers with a page of a list, item by item, so that memory does not grow with the page. Items are JSON
 * text; those of a list that is no catalog's have no catalog.
 */
export function answerPage(
  context: SandboxContext,
  frame: PageFrame,
  { items, catalog = '' }: { items: Iterable<Buffer>; catalog?: string },
): Response {
  const rewriting = { catalog, origin: getOrigin(context) };
  const rewritten = mapEach(items, (item) => [...rewriteItem(item, rewriting)]);
  return acceptsJson(context)
    ? context.body(streamPieces(writeJsonPage(frame, rewritten)), 200, jsonType)
    : context.body(streamPieces(writeXmlPage(frame, rewritten)), 200, xmlType);
}

/** An error that the web framework of the services makes, before any of their code: a page of HTML. */
export function answerHtmlError(
  context: Context,
  status: ContentfulStatusCode,
  title: string,
): Response {
  const page = `<!doctype html>\n<html lang="en">\n<head>\n  <title>${title}</title>\n</head>\n<body>\n  <h1>${title}</h1><p></p>\n</body>\n</html>\n`;
  return context.body(page, status, { 'Content-Type': 'text/html; charset=utf-8' });
}

function getOrigin(context: SandboxContext): string {
  return new URL(context.req.url).origin;
}

function* mapEach<Item, Result>(
  items: Iterable<Item>,
  map: (item: Item) => Result,
): Generator<Result> {
  for (const item of items) yield map(item);
}

function* writeJsonPage(frame: PageFrame, items: Iterable<Buffer[]>): Generator<Buffer> {
  yield Buffer.from(`${JSON.stringify(frame).slice(0, -1)},"results":[`);
  let separator = '';
  for (const pieces of items) {
    yield Buffer.from(separator);
    yield* pieces;
    separator = ',';
  }
  yield Buffer.from(']}');
}

function* writeXmlPage(frame: PageFrame, items: Iterable<Buffer[]>): Generator<Buffer> {
  yield Buffer.from(`${xmlDeclaration}<root>`);
  for (const [name, value] of Object.entries(frame)) yield Buffer.from(toXmlElement(name, value));
  yield Buffer.from('<results>');
  for (const pieces of items) {
    yield Buffer.from(toXmlElement('list-item', JSON.parse(Buffer.concat(pieces).toString())));
  }
  yield Buffer.from('</results></root>');
}

/** Pieces as a stream, in chunks that are worth a packet. */
function streamPieces(pieces: Iterable<Buffer>): ReadableStream<Uint8Array> {
  const iterator = pieces[Symbol.iterator]();
  return new ReadableStream({
    pull(controller) {
      const gathered: Buffer[] = [];
      for (let length = 0; length < chunkBytes;) {
        const piece = iterator.next();
        if (piece.done) {
          controller.enqueue(Buffer.concat(gathered));
          controller.close();
          return;
        }
        gathered.push(piece.value);
        length += piece.value.length;
      }
      controller.enqueue(Buffer.concat(gathered));
    },
  });
}
