import { realpath } from 'node:fs/promises';
import { registerHooks } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AdminLocals } from './services.server.ts';

/** What the build made of `src/admin/astro/entry.ts`. */
export interface BuiltPages {
  render: (request: Request, locals: AdminLocals) => Promise<Response>;
  /** The addresses of everything that was built to be rendered on demand. */
  listOnDemand: () => Promise<string[]>;
}

/** @throws where there are none in the folder, saying what makes them */
export async function loadBuiltPages(serverDirectory: string): Promise<BuiltPages> {
  const entry = path.join(serverDirectory, 'entry.mjs');
  try {
    // A module's own address has no symbolic links in it; a release is often reached by one.
    usePackagesOfThisProject(pathToFileURL(await realpath(serverDirectory)).href);
    return (await import(pathToFileURL(entry).href)) as BuiltPages;
  } catch (error) {
    throw new Error(
      `The admin pages could not be loaded from ${entry}. Run "npm run render" first.`,
      { cause: error },
    );
  }
}

/**
 * Code in the folder finds its packages here, wherever it lies. Bundled into it, they would take a quarter of the
 * memory that building the pages takes.
 */
function usePackagesOfThisProject(folderUrl: string): void {
  registerHooks({
    resolve(specifier, context, nextResolve) {
      const isPackage = /^[@\w]/.test(specifier) && !specifier.startsWith('node:');
      const isOurs = context.parentURL?.startsWith(`${folderUrl}/`) === true;
      const parentURL = isPackage && isOurs ? import.meta.url : context.parentURL;
      return nextResolve(specifier, { ...context, parentURL });
    },
  });
}
