// Every check and every suite of tests, two at a time, all of them even after a failure; or those that are named:
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
// Two lanes that take about as long, for two cores.
const lanes = [
  ['types', 'build', 'admin', 'lint', 'format', 'styles', 'dead-code'],
  ['unit', 'browser'],
];
// These use Astro's working folder for themselves, so that a suite of the other lane which builds sites waits.
const alone = ['types', 'build'];
const waiting = new Set(['browser']);
const usual = lanes.flat();
// Run only when asked for: npm run test:long
const suites = [...usual, 'long'];

const { positionals } = parseArgs({ allowPositionals: true });
const unknown = positionals.filter((name) => !suites.includes(name));

if (unknown.length > 0) {
  console.error(`No suite is called ${unknown.join(', ')}: choose among ${suites.join(', ')}.`);
  process.exitCode = 2;
} else {
  await runSuites(positionals.length > 0 ? positionals : usual);
}

async function runSuites(names: string[]): Promise<void> {
  const asked = [...lanes, ['long']]
    .map((lane) => lane.filter((name) => names.includes(name)))
    .filter((lane) => lane.length > 0);
  // Beside another suite, each says what it has to say at its end.
  const runSuite = asked.length > 1 ? runQuietly : runAloud;
  const busy = new Set(alone.filter((name) => names.includes(name)));
  const free = Promise.withResolvers<void>();
  const run = async (name: string): Promise<Counts> => {
    if (waiting.has(name) && busy.size > 0) await free.promise;
    const counts = await runSuite(name);
    busy.delete(name);
    if (busy.size === 0) free.resolve();
    return counts;
  };
  const counts = await Promise.all(asked.map((lane) => runLane(lane, run)));
  const { passed, failed } = addUp(counts.flat());
  process.exitCode = failed > 0 ? 1 : 0;
  console.log(`\n${passed} passed, ${failed} failed`);
}

async function runLane(names: string[], run: typeof runAloud): Promise<Counts[]> {
  const counts: Counts[] = [];
  for (const name of names) counts.push(await run(name));
  return counts;
}

async function runAloud(name: string): Promise<Counts> {
  const start = performance.now();
  console.log(`\n== ${name}`);
  const counts = await countSuite(name, (chunk) => process.stdout.write(chunk));
  sum(name, counts, start);
  return counts;
}

async function runQuietly(name: string): Promise<Counts> {
  const start = performance.now();
  console.log(`${name}: started`);
  const output: Buffer[] = [];
  const counts = await countSuite(name, (chunk) => output.push(chunk));
  console.log(`\n== ${name}\n${Buffer.concat(output).toString('utf8')}`);
  sum(name, counts, start);
  return counts;
}

function sum(name: string, { passed, failed, problems }: Counts, start: number): void {
  for (const problem of problems) console.error(`${name}: ${problem}`);
  const seconds = Math.round((performance.now() - start) / 1000);
  console.log(`${name}: ${passed} passed, ${failed} failed in ${seconds} s`);
}

type Say = (chunk: Buffer) => void;

async function countSuite(name: string, say: Say): Promise<Counts> {
  const command = checks[name];
  return command ? countCheck(await runCommand(command, say)) : runProject(name, say);
}

async function runProject(project: string, say: Say): Promise<Counts> {
  const folder = mkdtempSync(join(tmpdir(), 'prospectus-tests-'));
  const report = join(folder, 'report.json');
  try {
    const ending = await runCommand(
      [
        ...['vitest', 'run', '--project', project, '--allowOnly=false'],
        ...['--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
      ],
      say,
    );
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
function runCommand([command = '', ...commandArguments]: string[], say: Say): Promise<Ending> {
  return new Promise((resolve) => {
    const child = spawn(command, commandArguments, {
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
      env: {
        ...process.env,
        ASTRO_TELEMETRY_DISABLED: '1',
        ...(process.stdout.isTTY && { FORCE_COLOR: '1' }),
      },
    });
    child.stdout.on('data', say);
    child.stderr.on('data', say);
    child.on('error', ({ message }) => {
      resolve({ code: null, reason: message });
    });
    child.on('close', (code, signal) => {
      resolve({ code, ...(signal && { reason: `ended by ${signal}` }) });
    });
  });
}
