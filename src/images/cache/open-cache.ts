import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';

export interface ImageCache {
  directory: string;
  /** Where the source with the digest stands, whether or not it is there. */
  sourceFile: (digest: string) => string;
  has: (digest: string) => boolean;
  /**
   * The file of a source that a snapshot names.
   * @throws where the cache has lost it, with what to do
   */
  requireSource: (digest: string) => string;
  /** Keeps the bytes and returns their digest. A crash at any moment leaves the whole file or none. */
  put: (bytes: Uint8Array) => Promise<string>;
  /** Removes the sources that are not to be kept and are older than so long; returns how many. */
  prune: (choice: { keep: Iterable<string>; olderThanMs: number; now: number }) => Promise<number>;
}

/**
 * The pictures as they were downloaded, by content: `sources/<first two digits>/<sha256 in hex>`. It survives
 * builds, and a host of builds may keep the folder between them.
 */
export function openImageCache(directory: string): ImageCache {
  const root = path.join(directory, 'sources');
  const sourceFile = (digest: string): string => path.join(root, digest.slice(0, 2), digest);
  const has = (digest: string): boolean => existsSync(sourceFile(digest));

  return {
    directory,
    sourceFile,
    has,
    requireSource(digest) {
      if (has(digest)) return sourceFile(digest);
      throw new Error(
        `The image cache ${directory} has lost the picture ${digest}, which the snapshot names. Run "npm run sync" to fetch it again.`,
      );
    },
    async put(bytes) {
      const digest = createHash('sha256').update(bytes).digest('hex');
      if (!has(digest)) await writeWhole(sourceFile(digest), bytes);
      return digest;
    },
    async prune({ keep, olderThanMs, now }) {
      const kept = new Set(keep);
      let removed = 0;
      for (const folder of await listFolder(root)) {
        for (const name of await listFolder(path.join(root, folder))) {
          if (kept.has(name)) continue;
          const file = path.join(root, folder, name);
          if ((await stat(file)).mtimeMs >= now - olderThanMs) continue;
          await rm(file, { force: true });
          removed += 1;
        }
      }
      return removed;
    },
  };
}

/** Also on the disk before it gets its name, so that a power cut leaves no empty file under a digest. */
async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  const partial = `${file}.${randomBytes(4).toString('hex')}.partial`;
  try {
    const handle = await open(partial, 'wx');
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(partial, file);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
}

async function listFolder(folder: string): Promise<string[]> {
  return existsSync(folder) ? readdir(folder) : [];
}
