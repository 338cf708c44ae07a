import type { Context, Hono } from 'hono';
import { createReadStream, existsSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { answerHtmlError } from './answer.ts';
import type { SandboxEnvironment } from './environment.ts';

export interface SandboxDocs {
  /** The OpenAPI document of an API at this origin. */
  createDocument: (origin: string) => object;
  /** The folder of the package swagger-ui-dist. */
  viewerFolder: string;
}

const contentTypes: Record<string, string> = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
  'favicon-32x32.png': 'image/png',
};
// The viewer writes styles of its own; it may ask nobody but the sandbox for anything.
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'";
const viewerPage = `<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>edX Enterprise API</title>
  <link rel="icon" href="favicon-32x32.png">
  <link rel="stylesheet" href="swagger-ui.css">
</head>
<body>
  <div id="docs"></div>
  <script src="swagger-ui-bundle.js"></script>
  <script src="start.js"></script>
</body>
</html>
`;
const startScript = `SwaggerUIBundle({
  url: '../openapi.json',
  dom_id: '#docs',
  deepLinking: true,
  validatorUrl: 'none',
  defaultModelsExpandDepth: 0,
});
`;

/** Serves the document at `/openapi.json` and a viewer of it at `/docs/`, from files of this machine alone. */
export function addDocs(
  app: Hono<SandboxEnvironment>,
  { createDocument, viewerFolder }: SandboxDocs,
): void {
  app.get('/openapi.json', (context) =>
    context.json(createDocument(new URL(context.req.url).origin)),
  );
  app.get('/docs', (context) =>
    new URL(context.req.url).pathname.endsWith('/')
      ? context.html(viewerPage, 200, { 'Content-Security-Policy': policy })
      : context.redirect('/docs/'),
  );
  app.get('/docs/start.js', (context) =>
    context.body(startScript, 200, { 'Content-Type': 'text/javascript; charset=utf-8' }),
  );
  app.get('/docs/:file', (context) => answerViewerFile(context, viewerFolder));
}

function answerViewerFile(context: Context, folder: string): Response {
  const name = context.req.param('file') ?? '';
  const type = Object.hasOwn(contentTypes, name) ? contentTypes[name] : undefined;
  const file = path.join(folder, name);
  if (type === undefined || !existsSync(file)) return answerHtmlError(context, 404, 'Not Found');
  const stream = Readable.toWeb(createReadStream(file)) as ReadableStream<Uint8Array>;
  return context.body(stream, 200, { 'Content-Type': type });
}
