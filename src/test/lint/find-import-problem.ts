import { isBuiltin } from 'node:module';
import path from 'node:path';
import manifest from '../../../package.json' with { type: 'json' };
import {
  browserFolders,
  importTable,
  markupFolders,
  serverCode,
  type Row,
} from './import-table.ts';

const publicSpecifiers = Object.keys(manifest.imports);

/**
 * Says why the import table does not allow an import, `undefined` where it does. All paths are
 * relative to the root of the project. Tests may import everything.
 */
export function findImportProblem(use: ImportUse): string | undefined {
  const folder = findFolder(use.file);
  const row = folder === undefined ? undefined : importTable[folder];
  if (folder === undefined || row === undefined || row === 'everything') return undefined;
  if (use.file.endsWith('.test.ts')) return undefined;
  return /^[#./]/.test(use.specifier)
    ? findFolderProblem(use, folder, row)
    : findPackageProblem(use, folder, row);
}

/** The row of the import table that a file falls under: of several the longest. */
export function findFolder(file: string): string | undefined {
  const inSource = file.replace(/^src\//, '');
  const fits = Object.keys(importTable).filter(
    (name) => inSource === name || inSource.startsWith(`${name}/`),
  );
  return fits.sort((a, b) => b.length - a.length)[0];
}

function findPackageProblem(
  { file, specifier }: ImportUse,
  folder: string,
  { neverPackages = [] }: Row,
): string | undefined {
  if (neverPackages.some((name) => isPackageOf(name, specifier))) {
    return `${folder} may not import ${specifier}.`;
  }
  return isBrowserCode(file) && isBuiltin(specifier)
    ? `${file} runs in the browser and may not import ${specifier}.`
    : undefined;
}

function findFolderProblem(use: ImportUse, folder: string, row: Row): string | undefined {
  const { file, specifier } = use;
  const targetFile = resolve(file, specifier);
  const target = findFolder(targetFile);
  if (/\.server(\.ts)?$/.test(targetFile) && !serverCode.includes(folder)) {
    return `${specifier} is server code, which ${folder} may not import.`;
  }
  if (target === folder) {
    return specifier.startsWith('#')
      ? `Import a relative path inside ${folder} in place of ${specifier}.`
      : undefined;
  }
  if (target === undefined) {
    // Scripts read package.json and the like; modules get such things as arguments.
    return isOutsideSource(folder) && !targetFile.startsWith('src/')
      ? undefined
      : `${folder} may not import ${specifier}.`;
  }
  if (!isAllowed(use, target, row)) {
    const exception = row.mayTypes?.includes(target) ? ', except by import type' : '';
    return `${folder} may not import ${specifier}${exception}.`;
  }
  return isPublic(specifier, folder, target)
    ? undefined
    : `Import the public part of ${target} (package.json, imports) in place of ${specifier}.`;
}

function isAllowed({ file, isType }: ImportUse, target: string, row: Row): boolean {
  if (isType && row.mayTypes?.includes(target)) return true;
  if (isBrowserCode(file) && !browserFolders.includes(target)) return false;
  return row.may.includes(target);
}

/** An outer and an inner folder are one module and know each other's files. */
function isPublic(specifier: string, folder: string, target: string): boolean {
  if (specifier.startsWith('#')) {
    return specifier === `#${target}` || publicSpecifiers.includes(specifier);
  }
  return (
    markupFolders.includes(target) ||
    target.startsWith(`${folder}/`) ||
    folder.startsWith(`${target}/`)
  );
}

function isPackageOf(name: string, specifier: string): boolean {
  if (name === 'node') return isBuiltin(specifier);
  if (name === 'astro:') return specifier.startsWith('astro:');
  return /^(astro$|astro[/:]|@astrojs\/)/.test(specifier);
}

function resolve(file: string, specifier: string): string {
  if (specifier.startsWith('#')) return `src/${specifier.slice(1)}`;
  if (specifier.startsWith('/')) return specifier.slice(1);
  return path.posix.join(path.posix.dirname(file), specifier);
}

/** Script blocks are linted as files below theirs: `src/pages/index.astro/1_1.ts`. */
function isBrowserCode(file: string): boolean {
  return /\.astro\/|\.client\.ts$/.test(file);
}

function isOutsideSource(folder: string): boolean {
  return folder === 'scripts' || folder === 'astro.config.mjs';
}

export interface ImportUse {
  file: string;
  specifier: string;
  /** By `import type`, which leaves nothing to run. */
  isType: boolean;
}
