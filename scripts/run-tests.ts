// Every check and every suite of tests, all of them even after a failure; or those that are named:
//   npm test -- lint unit
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { addUp, countCheck, countTests, type Counts, type Ending } from './lib/count-tests.ts';

const checks: Record<string, string[]> = {
  format: ['prettier', '--check', '--log-level', 'warn', '.'],
  lint: ['eslint', '--max-warnings', '0', '.'],
  styles: ['stylelint', '--max-warnings', '0', '--allow-empty-input', 'src/**/*.{css,astro}'],
  types: ['astro', 'check', '--minimumFailingSeverity', 'warning'],
  'dead-code': ['knip', '--no-progress'],
};
const projects = ['unit', 'build', 'admin', 'browser'];
// Run only when asked for: npm run test:long
const longProjects = ['long'];
const usual = [...Object.keys(checks), ...projects];
const suites = [...usual, ...longProjects];

const { positionals } = parseArgs({ allowPositionals: true });
const unknown = positionals.filter((name) => !suites.includes(name));

if (unknown.length > 0) {
  console.error(`No suite is called ${unknown.join(', ')}: choose among ${suites.join(', ')}.`);
  process.exitCode = 2;
} else {
  await runSuites(positionals.length > 0 ? positionals : usual);
}

async function runSuites(names: string[]): Promise<void> {
  const counts: Counts[] = [];
  for (const name of names) {
    const start = performance.now();
    console.log(`\n== ${name}`);
    const suite = await runSuite(name);
    counts.push(suite);
    for (const problem of suite.problems) console.error(`${name}: ${problem}`);
    const seconds = Math.round((performance.now() - start) / 1000);
    console.log(`${name}: ${suite.passed} passed, ${suite.failed} failed in ${seconds} s`);
  }
  const { passed, failed } = addUp(counts);
  process.exitCode = failed > 0 ? 1 : 0;
  console.log(`\n${passed} passed, ${failed} failed`);
}

async function runSuite(name: string): Promise<Counts> {
  const command = checks[name];
  return command ? countCheck(await runCommand(command)) : runProject(name);
}

async function runProject(project: string): Promise<Counts> {
  const folder = mkdtempSync(join(tmpdir(), 'prospectus-tests-'));
  const report = join(folder, 'report.json');
  try {
    const ending = await runCommand([
      ...['vitest', 'run', '--project', project, '--allowOnly=false'],
      ...['--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    ]);
    return countTests(ending, readReport(report));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function readReport(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** npm has put node_modules/.bin on PATH. */
function runCommand([command = '', ...commandArguments]: string[]): Promise<Ending> {
  return new Promise((resolve) => {
    const child = spawn(command, commandArguments, {
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32',
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
    });
    child.on('error', ({ message }) => {
      resolve({ code: null, reason: message });
    });
    child.on('exit', (code, signal) => {
      resolve({ code, ...(signal && { reason: `ended by ${signal}` }) });
    });
  });
}
