import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** An expected failure, told to the user as one sentence without a stack. */
export class SetUpError extends Error {
  name = /** @type {const} */ ('SetUpError');
}

/**
 * Compares node_modules with package-lock.json by content: a checkout touches times, and a
 * restored cache keeps old ones.
 * @param {string} root folder of package.json
 * @returns {'missing' | 'outdated' | 'current'}
 */
export function getInstallationState(root) {
  const wanted = readLockedPackages(path.join(root, 'package-lock.json'));
  const installedPath = path.join(root, 'node_modules/.package-lock.json');
  if (wanted === undefined) {
    throw new SetUpError(
      `package-lock.json is missing or damaged in ${root}: restore it with git and run the command again.`,
    );
  }
  const installed = readLockedPackages(installedPath);
  if (installed === undefined) return 'missing';
  return isSameTree(wanted, installed) && existsSync(getNodePath(root)) ? 'current' : 'outdated';
}

/**
 * The Node that the project runs on, which the npm package `node` brings.
 * @param {string} root folder of package.json
 */
export function getNodePath(root) {
  const file = process.platform === 'win32' ? 'node.exe' : 'node';
  return path.join(root, 'node_modules/node/bin', file);
}

/**
 * @param {Record<string, LockedPackage>} wanted
 * @param {Record<string, LockedPackage>} installed
 */
function isSameTree(wanted, installed) {
  const isInstalled = Object.entries(wanted).every(
    ([key, entry]) =>
      // The root package is not in npm's list, nor are the variants for other platforms.
      key === '' || isSamePackage(entry, installed[key]) || (entry.optional && !installed[key]),
  );
  return isInstalled && Object.keys(installed).every((key) => key in wanted);
}

/**
 * @param {LockedPackage} wanted
 * @param {LockedPackage | undefined} installed
 */
function isSamePackage(wanted, installed) {
  return wanted.version === installed?.version && wanted.integrity === installed?.integrity;
}

/**
 * @param {string} file
 * @returns {Record<string, LockedPackage> | undefined}
 */
function readLockedPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/** @typedef {{ version?: string, integrity?: string, optional?: boolean }} LockedPackage */
