import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Files of pictures without those inside texts that no page shows: whether a text is shown is decided where pages
 * are written. Pages are read only where there are such pictures at all.
 */
export function withoutUnnamed<File extends { name: string; isInText: boolean }>(
  files: Iterable<File>,
  client: string,
): File[] {
  const all = Array.from(files);
  const names = all.some(({ isInText }) => isInText) ? namesOnPages(client) : undefined;
  return all.filter(({ name, isInText }) => !isInText || names?.has(name) === true);
}

function namesOnPages(client: string): Set<string> {
  const names = new Set<string>();
  for (const file of readdirSync(client, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.html')) continue;
    const page = readFileSync(path.join(client, file), 'latin1');
    for (const [, name = ''] of page.matchAll(/\/_images\/([\da-f]+-\d+\.[a-z]+)/g)) {
      // A copy, since a part of a text keeps the whole of it in memory.
      names.add(Buffer.from(name).toString());
    }
  }
  return names;
}
