import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { serve as listen } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';

/** One constant policy for every page: nothing inline, nothing from elsewhere (design §5). */
const contentSecurityPolicy =
  "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/**
 * Serves `dist/client` as a static host would, with the headers that we recommend. `base` is the path prefix
 * that the site was built for. Resolves when it listens.
 */
export async function serve(options: {
  directory: string;
  port: number;
  base: string;
}): Promise<{ url: string; close: () => Promise<void> }> {
  if (!existsSync(path.join(options.directory, 'index.html'))) {
    throw new Error(`There is no site in ${options.directory} yet. Run "npm run build" first.`);
  }
  const app = new Hono();
  app.use('*', async (context, next) => {
    await next();
    context.header('Content-Security-Policy', contentSecurityPolicy);
    context.header('X-Content-Type-Options', 'nosniff');
    context.header('Referrer-Policy', 'strict-origin-when-cross-origin');
    if (context.req.path.includes('/_astro/'))
      context.header('Cache-Control', 'public, max-age=31536000, immutable');
  });
  app.use(
    '*',
    serveStatic({
      root: options.directory,
      rewriteRequestPath: (requested) =>
        requested.startsWith(options.base) ? requested.slice(options.base.length - 1) : '/404.html',
    }),
  );
  app.notFound(async (context) =>
    context.html(await readFile(path.join(options.directory, '404.html'), 'utf8'), 404),
  );
  return new Promise((resolve, reject) => {
    const server = listen({ fetch: app.fetch, port: options.port }, ({ port }) => {
      resolve({
        url: `http://localhost:${port}${options.base}`,
        close: async () =>
          new Promise((closed) =>
            server.close(() => {
              closed();
            }),
          ),
      });
    });
    server.on('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(`Port ${options.port} is in use. Set PORT to a free one.`)
          : error,
      );
    });
  });
}
