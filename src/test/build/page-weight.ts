import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

/** Compressed bytes of a page with its styles and scripts, and those of the scripts. */
export function weightOf(html: string, root: string): { total: number; script: number } {
  const sum = (files: string[]): number =>
    files.reduce((bytes, file) => bytes + gzipSync(readFileSync(file)).length, 0);
  const script = sum(listScripts(html, root));
  return { total: gzipSync(html).length + sum(listSheets(html, root)) + script, script };
}

/** Files of the scripts of a page, with all that they import. */
function listScripts(html: string, root: string): string[] {
  const files = new Set(
    [...html.matchAll(/<script type="module" src="\/([^"]+)"/g)].map(([, file = '']) =>
      path.join(root, file),
    ),
  );
  // What is added on the way is walked too.
  for (const file of files) {
    for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(/from ?"\.\/([^"]+)"/g)) {
      files.add(path.join(path.dirname(file), name));
    }
  }
  return [...files];
}

/** The files of the style sheets that a page at the root of its host links. */
export function listSheets(html: string, root: string): string[] {
  return [...html.matchAll(/<link rel="stylesheet" href="\/([^"]+)"/g)].map(([, file = '']) =>
    path.join(root, file),
  );
}
