import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { chromium, type Browser } from 'playwright-core';

const runFile = promisify(execFile);

const commands = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
];
const usualPaths = [
  '/usr/bin/chromium',
  '/usr/lib/chromium/chromium',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  String.raw`C:\Program Files\Google\Chrome\Application\chrome.exe`,
];
// The network switches keep the browser from calling home: tests may only reach loopback.
const launchArguments = [
  '--no-sandbox',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * The path of a Chromium or Chrome that starts: `CHROMIUM_PATH`, else an installed one, else one
 * that is installed now (Debian's package where the user is root, else Playwright's download).
 * @throws an Error whose one sentence says how to get a browser
 */
export async function findBrowser(options: FindBrowserOptions = {}): Promise<string> {
  const { environment = process.env, log = console.error, steps = installSteps } = options;
  const chosen = environment['CHROMIUM_PATH'];
  if (chosen) return requireChosenBrowser(chosen);

  const { candidates = getCandidates(environment) } = options;
  for (const candidate of candidates) if (await isBrowser(candidate)) return candidate;

  const failures: string[] = [];
  for (const { name, applies, install } of steps) {
    if (!applies()) continue;
    log(`No Chromium or Chrome found: installing one by ${name} …`);
    try {
      const path = await install();
      if (await isBrowser(path)) return path;
      failures.push(`${name}: ${path} does not start`);
    } catch (error) {
      failures.push(`${name}: ${describeFailure(error)}`);
    }
  }
  throw new Error(
    `The browser tests need Chromium or Chrome: install one, or set CHROMIUM_PATH to its executable (tried ${failures.join('; ')}).`,
  );
}

/** Starts the browser that `findBrowser` finds; the caller closes it. */
export async function launchBrowser(executablePath?: string): Promise<Browser> {
  return chromium.launch({
    executablePath: executablePath ?? (await findBrowser()),
    args: launchArguments,
  });
}

const installSteps: InstallStep[] = [
  { name: 'apt-get', applies: isRootOnDebian, install: installByApt },
  { name: 'Playwright', applies: () => true, install: installByPlaywright },
];

async function requireChosenBrowser(path: string): Promise<string> {
  if (await isBrowser(path)) return path;
  throw new Error(`CHROMIUM_PATH names ${path}, which does not start as a browser: correct it.`);
}

function getCandidates(environment: NodeJS.ProcessEnv): string[] {
  const folders = (environment['PATH'] ?? '').split(delimiter).filter(Boolean);
  const onPath = commands.flatMap((command) => folders.map((folder) => join(folder, command)));
  return [...onPath, ...usualPaths, chromium.executablePath()];
}

/** Ubuntu's `chromium-browser` may be a script that only names the snap, so it is asked. */
async function isBrowser(path: string): Promise<boolean> {
  if (!existsSync(path)) return false;
  // Chrome for Windows opens a window in place of an answer.
  if (process.platform === 'win32') return true;
  try {
    const { stdout } = await runFile(path, ['--version'], { timeout: 30_000 });
    return /chrom/i.test(stdout);
  } catch {
    return false;
  }
}

function isRootOnDebian(): boolean {
  const release = '/etc/os-release';
  if (process.getuid?.() !== 0 || !existsSync(release)) return false;
  return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(readFileSync(release, 'utf8'));
}

async function installByApt(): Promise<string> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await runFile('apt-get', ['update'], { env });
  await runFile('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], { env });
  return '/usr/bin/chromium';
}

async function installByPlaywright(): Promise<string> {
  const manifest = createRequire(import.meta.url).resolve('playwright-core/package.json');
  const libraries = isRootOnDebian() ? ['--with-deps'] : [];
  await runFile(process.execPath, [
    join(dirname(manifest), 'cli.js'),
    'install',
    '--no-shell',
    ...libraries,
    'chromium',
  ]);
  return chromium.executablePath();
}

function describeFailure(error: unknown): string {
  const { stderr, message } = error as { stderr?: string; message: string };
  const lines = (stderr || message).split('\n').filter((line) => line.trim() !== '');
  return lines.at(-1)?.trim() ?? message;
}

interface FindBrowserOptions {
  environment?: NodeJS.ProcessEnv;
  /** Told before something is installed, since that takes a while. */
  log?: (message: string) => void;
  candidates?: string[];
  steps?: InstallStep[];
}

interface InstallStep {
  name: string;
  applies: () => boolean;
  /** Returns the path of what it installed. */
  install: () => Promise<string>;
}
