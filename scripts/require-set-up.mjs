// Loaded before every script that does not install by itself (`node --import`), so that a fresh
// clone gets a sentence in place of Node's own complaint about TypeScript or a missing package.
import { existsSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';
import { endWithParent } from './lib/end-with-parent.mjs';

if (!existsSync(new URL('../node_modules/.package-lock.json', import.meta.url))) {
  console.error('Dependencies are not installed: run npm ci first.');
  process.exit(1);
}

if (isMainThread) endWithParent();
