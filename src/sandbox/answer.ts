import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { PageFrame } from './paging.ts';
import { toXml, toXmlElement, xmlDeclaration } from './xml.ts';

/** Stands in the sample's items for the address under which the sandbox was asked. */
export const mediaOrigin = 'https://media.sandbox.invalid';

const jsonType = { 'Content-Type': 'application/json', Vary: 'Accept' };
const xmlType = { 'Content-Type': 'application/xml; charset=utf-8', Vary: 'Accept' };
const chunkCharacters = 64 * 1024;

/**
 * Answers with JSON text: as it is for `Accept: application/json`, as XML otherwise (reference §3.2). Items
 * pass as text so that most of them are never parsed here.
 */
export function answerJsonText(
  context: Context,
  text: string,
  status: ContentfulStatusCode = 200,
): Response {
  const json = setMediaOrigin(context, text);
  return acceptsJson(context)
    ? context.body(json, status, jsonType)
    : context.body(toXml(JSON.parse(json)), status, xmlType);
}

/** Answers with a page of a list, item by item, so that memory does not grow with the page. */
export function answerPage(context: Context, frame: PageFrame, items: Iterable<string>): Response {
  const ownItems = mapEach(items, (item) => setMediaOrigin(context, item));
  return acceptsJson(context)
    ? context.body(streamText(writeJsonPage(frame, ownItems)), 200, jsonType)
    : context.body(streamText(writeXmlPage(frame, ownItems)), 200, xmlType);
}

/** An error as the services word it: `{"detail": …}`. */
export function answerDetail(
  context: Context,
  status: ContentfulStatusCode,
  detail: string,
): Response {
  return answerJsonText(context, JSON.stringify({ detail }), status);
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

export function* mapEach<Item, Result>(
  items: Iterable<Item>,
  map: (item: Item) => Result,
): Generator<Result> {
  for (const item of items) yield map(item);
}

function acceptsJson(context: Context): boolean {
  return (context.req.header('Accept') ?? '').toLowerCase().includes('application/json');
}

function setMediaOrigin(context: Context, text: string): string {
  return text.replaceAll(mediaOrigin, new URL(context.req.url).origin);
}

function* writeJsonPage(frame: PageFrame, items: Iterable<string>): Generator<string> {
  yield `${JSON.stringify(frame).slice(0, -1)},"results":[`;
  let separator = '';
  for (const item of items) {
    yield separator + item;
    separator = ',';
  }
  yield ']}';
}

function* writeXmlPage(frame: PageFrame, items: Iterable<string>): Generator<string> {
  yield `${xmlDeclaration}<root>`;
  for (const [name, value] of Object.entries(frame)) yield toXmlElement(name, value);
  yield '<results>';
  for (const item of items) yield toXmlElement('list-item', JSON.parse(item));
  yield '</results></root>';
}

/** Text as a stream of UTF-8, in chunks that are worth a packet. */
function streamText(parts: Iterable<string>): ReadableStream<Uint8Array> {
  const iterator = parts[Symbol.iterator]();
  return new ReadableStream({
    pull(controller) {
      let text = '';
      while (text.length < chunkCharacters) {
        const part = iterator.next();
        if (part.done) {
          if (text !== '') controller.enqueue(Buffer.from(text));
          controller.close();
          return;
        }
        text += part.value;
      }
      controller.enqueue(Buffer.from(text));
    },
  });
}
