// The first command on a fresh clone: runs on any Node from 20 on, without a dependency, and
// hands over to the project's own Node.
//   node scripts/set-up.mjs [SCRIPT [ARGUMENT …]]
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { endWithParent } from './lib/end-with-parent.mjs';
import { SetUpError, getInstallationState, getNodePath } from './lib/installation.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const binaries = path.join(root, 'node_modules/.bin');
const networkFailures =
  /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ENOTCACHED|FETCH_ERROR)\b/;

try {
  requireNode();
  const state = getInstallationState(root);
  if (state !== 'current') install(state);
  const [script, ...scriptArguments] = process.argv.slice(2);
  if (script !== undefined) run(script, scriptArguments);
} catch (error) {
  if (!(error instanceof SetUpError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

function requireNode() {
  const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const oldest = Number.parseInt(manifest.engines.node.replace(/\D*/, ''), 10);
  if (Number.parseInt(process.versions.node, 10) >= oldest) return;
  throw new SetUpError(
    `Node ${process.versions.node} is too old: install Node ${oldest} or later (https://nodejs.org) and run the command again.`,
  );
}

/** @param {'missing' | 'outdated'} state */
function install(state) {
  const reason = state === 'missing' ? 'are not installed yet' : 'differ from package-lock.json';
  console.log(`Dependencies ${reason}: running npm ci, which takes about a minute …`);
  const start = Date.now();
  const { error, status, stdout, stderr } = spawnSync(
    'npm',
    ['ci', '--include=dev', '--fetch-retry-maxtimeout=15000', '--no-audit', '--no-fund'],
    {
      cwd: root,
      // npm ci deletes the project's own Node, so it must not run on it.
      env: { ...process.env, PATH: getPathWithoutBinaries() },
      shell: process.platform === 'win32',
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  if (error) {
    throw new SetUpError(`npm could not be started (${error.message}): install it and try again.`);
  }
  if (status !== 0) throw new SetUpError(describeFailure(`${stderr}\n${stdout}`));
  if (!existsSync(getNodePath(root))) {
    throw new SetUpError(
      'npm ci ran no install scripts, so the Node that the project runs on is missing: set ignore-scripts=false in the npm configuration and run the command again.',
    );
  }
  console.log(`Dependencies installed in ${Math.round((Date.now() - start) / 1000)} s.`);
}

/** @param {string} output */
function describeFailure(output) {
  if (networkFailures.test(output)) {
    return 'npm ci could not reach the package registry: check the network and proxy settings and run the command again.';
  }
  const lines = output.split('\n').map((line) => line.replace(/^npm (error|ERR!)\s*/, '').trim());
  const cause = lines.find((line) => line !== '' && !/^(code|npm warn)\b/i.test(line));
  return `npm ci failed (${cause ?? 'without a message'}): run npm ci by itself to see all of its output.`;
}

function getPathWithoutBinaries() {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return folders.filter((folder) => path.resolve(folder) !== binaries).join(path.delimiter);
}

/**
 * @param {string} script
 * @param {string[]} scriptArguments
 */
function run(script, scriptArguments) {
  endWithParent();
  const child = spawn(getNodePath(root), [script, ...scriptArguments], {
    stdio: 'inherit',
    env: { ...process.env, PATH: `${binaries}${path.delimiter}${getPathWithoutBinaries()}` },
  });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => child.kill(signal));
  }
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 143);
  });
}
