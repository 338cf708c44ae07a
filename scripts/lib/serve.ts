import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { serve as listen, type HttpBindings } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { compress } from 'hono/compress';
import type { AdminServer } from '#admin/server';

/** One constant policy for every page: nothing inline, nothing from elsewhere (design §5). */
const contentSecurityPolicy =
  "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/**
 * Serves `dist/client` as a static host would, with the headers that we recommend. `base` is the path prefix
 * that the site was built for; `answerAdmin` is asked first. Resolves when it listens.
 */
export async function serve({
  directory,
  port,
  base,
  answerAdmin,
}: {
  directory: string;
  port: number;
  base: string;
  answerAdmin?: AdminServer['answer'];
}): Promise<{ url: string; close: () => Promise<void> }> {
  if (!existsSync(path.join(directory, 'index.html'))) {
    throw new Error(`There is no site in ${directory} yet. Run "npm run build" first.`);
  }
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.use('*', async (context, next) => {
    const address = context.env.incoming.socket.remoteAddress ?? '';
    const answer = await answerAdmin?.(context.req.raw, address);
    if (answer !== undefined) return answer;
    await next();
    context.header('Content-Security-Policy', contentSecurityPolicy);
    context.header('X-Content-Type-Options', 'nosniff');
    context.header('Referrer-Policy', 'strict-origin-when-cross-origin');
    if (context.req.path.includes('/_astro/'))
      context.header('Cache-Control', 'public, max-age=31536000, immutable');
    return undefined;
  });
  app.use('*', compress());
  app.use(
    '*',
    serveStatic({
      root: directory,
      rewriteRequestPath: (requested) =>
        requested.startsWith(base) ? requested.slice(base.length - 1) : '/404.html',
    }),
  );
  app.notFound(async (context) =>
    context.html(await readFile(path.join(directory, '404.html'), 'utf8'), 404),
  );
  return new Promise((resolve, reject) => {
    const server = listen({ fetch: app.fetch, port }, ({ port: actual }) => {
      resolve({
        url: `http://localhost:${actual}${base}`,
        close: async () =>
          new Promise((closed) => {
            server.close(() => {
              closed();
            });
            // Streams, such as those of progress, would keep it open.
            if ('closeAllConnections' in server) {
              setTimeout(() => {
                server.closeAllConnections();
              }, 5000).unref();
            }
          }),
      });
    });
    server.on('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(`Port ${port} is in use. Set PORT to a free one.`)
          : error,
      );
    });
  });
}
