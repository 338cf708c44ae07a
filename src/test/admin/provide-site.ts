import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';
import { findBrowser } from '../../../scripts/find-browser.ts';

const run = promisify(execFile);

/** Builds the site that all tests of the admin area share, and finds the browser, before any test file starts. */
export async function setup(project: TestProject): Promise<() => void> {
  const { stdout } = await run(process.execPath, [path.join(import.meta.dirname, 'build.ts')]);
  const { directory, clients } = JSON.parse(stdout) as {
    directory: string;
    clients: Record<AdminBase, string>;
  };
  project.provide('adminDists', {
    '/': path.dirname(clients['/']),
    '/learn/': path.dirname(clients['/learn/']),
  });
  project.provide('browserPath', await findBrowser());
  return () => {
    rmSync(directory, { recursive: true, force: true });
  };
}

export type AdminBase = '/' | '/learn/';

declare module 'vitest' {
  interface ProvidedContext {
    /** `dist` of the sample site, at the root of its host and below a prefix. */
    adminDists: Record<AdminBase, string>;
  }
}
