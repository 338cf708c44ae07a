import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';

/** Limits that hosts have written down for one site (November 2026): files, or bytes in all. */
const hosts = [
  { name: 'Cloudflare Pages', files: 20_000 },
  { name: 'GitHub Pages', bytes: 1e9 },
];
const withoutLimit = ['Netlify', 'S3'];

/**
 * What a site holds, beside the limits of common hosts: "dist/client holds 12,034 files (1,204 of them pictures),
 * 310.2 MB. Cloudflare Pages takes 20,000 files, GitHub Pages 1 GB; Netlify and S3 have no such limit."
 */
export async function describeSize(directory: string): Promise<string> {
  const { files, pictures, bytes } = await measure(directory);
  const limits = hosts.map((host) =>
    'files' in host
      ? limitOf(host.name, `${count(host.files)} files`, files > host.files)
      : limitOf(host.name, `${host.bytes / 1e9} GB`, bytes > host.bytes),
  );
  return (
    `${path.relative('', directory)} holds ${count(files)} files (${count(pictures)} of them pictures), ${(bytes / 1e6).toFixed(1)} MB. ` +
    `${limits.join(', ')}; ${withoutLimit.join(' and ')} have no such limit.`
  );
}

function limitOf(name: string, limit: string, isPassed: boolean): string {
  return isPassed ? `${name} takes ${limit} only: TOO LARGE` : `${name} takes ${limit}`;
}

async function measure(directory: string) {
  let [files, pictures, bytes] = [0, 0, 0];
  for (const entry of await readdir(directory, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    files += 1;
    if (/^(?:_images|covers)(?:\/|$)/.test(path.relative(directory, entry.parentPath)))
      pictures += 1;
    bytes += (await stat(path.join(entry.parentPath, entry.name))).size;
  }
  return { files, pictures, bytes };
}

function count(value: number): string {
  return value.toLocaleString('en');
}
