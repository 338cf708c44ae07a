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
  const { directory, client } = JSON.parse(stdout) as { directory: string; client: string };
  project.provide('adminDist', path.dirname(client));
  project.provide('browserPath', await findBrowser());
  return () => {
    rmSync(directory, { recursive: true, force: true });
  };
}

declare module 'vitest' {
  interface ProvidedContext {
    /** `dist` of the sample site, at the root of its host. */
    adminDist: string;
  }
}
