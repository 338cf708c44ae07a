import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';
import type { SyncedSandbox } from '../sample-site.ts';

/** Builds the site that the tests of built pages share, before any of them starts. */
export async function setup(project: TestProject): Promise<() => void> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [path.join(import.meta.dirname, 'build.ts')],
    { maxBuffer: 64 * 1024 * 1024 },
  );
  const sample = JSON.parse(stdout) as SampleSite;
  project.provide('sampleSite', sample);
  return () => {
    rmSync(sample.directory, { recursive: true, force: true });
  };
}

export interface SampleSite extends SyncedSandbox {
  /** `dist/client`, at the root of its host. */
  root: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    sampleSite: SampleSite;
  }
}
