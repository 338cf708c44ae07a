import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

const types: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml',
};

export interface StaticServer {
  /** Address of the site, with the base path and a slash at its end. */
  url: string;
  /** Paths that were asked for, without the base path, in order. */
  requests: string[];
  close: () => Promise<void>;
}

/**
 * The plainest host there is: files as they are, index.html for folders, 404.html for the rest; no rewrites
 * and no headers but the type and `headers`.
 */
export async function startStaticServer(
  folder: string,
  { base = '/', headers = {} }: { base?: string; headers?: Record<string, string> } = {},
): Promise<StaticServer> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    void answer(request, response);
  });

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const pathname = decodeURIComponent(new URL(request.url ?? '/', 'http://host').pathname);
    requests.push(pathname.startsWith(base) ? pathname.slice(base.length) : pathname);
    const file = pathname.startsWith(base)
      ? await findFile(folder, pathname.slice(base.length))
      : undefined;
    const found = file ?? (await findFile(folder, '404.html'));
    const type = types[path.extname(found ?? '')] ?? 'application/octet-stream';
    response.writeHead(file === undefined ? 404 : 200, { 'Content-Type': type, ...headers });
    if (found === undefined) response.end();
    else createReadStream(found).pipe(response);
  };

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${base}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function findFile(folder: string, pathname: string): Promise<string | undefined> {
  const file = path.join(folder, pathname);
  if (file !== folder && !file.startsWith(path.join(folder, path.sep))) return undefined;
  const isFolder = pathname === '' || pathname.endsWith('/');
  const wanted = isFolder ? path.join(file, 'index.html') : file;
  const found = await stat(wanted).catch(() => undefined);
  return found?.isFile() === true ? wanted : undefined;
}
