import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import path from 'node:path';

/** The files of a data folder. Those of items may be missing: then there are none of that kind. */
export const folderFiles = {
  catalogs: 'catalogs.json',
  contents: 'catalog-contents.json',
  courses: 'courses.ndjson',
  programs: 'programs.ndjson',
  /** Runs that a catalog lists by themselves, in a form of their own. */
  courseRuns: 'course-runs.ndjson',
} as const;

/** What one catalog returns, in this order: course keys, program uuids, run keys. */
export interface CatalogContents {
  courses?: string[];
  programs?: string[];
  course_runs?: string[];
}

export interface FolderContent {
  /** Items of the enterprise-catalogs endpoint. */
  catalogs: readonly object[];
  /** By uuid of the catalog. */
  contents: Record<string, CatalogContents>;
  courses?: Iterable<object>;
  programs?: Iterable<object>;
  courseRuns?: Iterable<object>;
}

/** Writes a folder that `createSandbox({ data })` serves. Items are written one by one, never held together. */
export function writeDataFolder(directory: string, content: FolderContent): void {
  mkdirSync(directory, { recursive: true });
  const results = content.catalogs;
  const list = { count: results.length, next: null, previous: null, results };
  writeFileSync(path.join(directory, folderFiles.catalogs), JSON.stringify(list, null, 2));
  writeLines(path.join(directory, folderFiles.courses), content.courses ?? []);
  writeLines(path.join(directory, folderFiles.programs), content.programs ?? []);
  writeLines(path.join(directory, folderFiles.courseRuns), content.courseRuns ?? []);
  writeFileSync(path.join(directory, folderFiles.contents), JSON.stringify(content.contents));
}

function writeLines(file: string, items: Iterable<object>): void {
  const descriptor = openSync(file, 'w');
  try {
    for (const item of items) writeSync(descriptor, `${JSON.stringify(item)}\n`);
  } finally {
    closeSync(descriptor);
  }
}
