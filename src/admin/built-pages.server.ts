import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AdminLocals } from './services.server.ts';

/** What the build made of `src/admin/astro/entry.ts`. */
export interface BuiltPages {
  render: (request: Request, locals: AdminLocals) => Promise<Response>;
}

/** @throws where there are none in the folder, saying what makes them */
export async function loadBuiltPages(serverDirectory: string): Promise<BuiltPages> {
  const entry = path.join(serverDirectory, 'entry.mjs');
  try {
    return (await import(pathToFileURL(entry).href)) as BuiltPages;
  } catch (error) {
    throw new Error(
      `The admin pages could not be loaded from ${entry}. Run "npm run render" first.`,
      { cause: error },
    );
  }
}
