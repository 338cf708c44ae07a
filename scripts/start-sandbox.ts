import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { createSandbox, readFaultsFile, type SandboxOptions } from '#sandbox';
import { closeOnSignal } from './lib/close-on-signal.ts';

const usage = `Usage: npm run sandbox -- [options]

  --courses N           courses of the sample data (default about 320)
  --data DIR            serve a folder in place of the sample data
  --faults FILE         go wrong as the file says: src/sandbox/README.md, "Faults"
  --dialect reference   how answers are shaped

Port: SANDBOX_PORT (default 4010).`;

const defaultPort = '4010';

// By default V8 lets short-lived garbage pile up far beyond what is in use; these keep the memory of a walk
// over 50,000 courses within 20 MB of one over 3,000.
setFlagsFromString('--optimize-for-size');
setFlagsFromString('--max-semi-space-size=4');

const options = readOptions();
const startedAt = performance.now();
try {
  const sandbox = await createSandbox(options);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`The sandbox answers at ${sandbox.url} (ready in ${seconds} s).`);
  console.log(`Client id ${sandbox.clientId}, secret ${sandbox.clientSecret}. Ctrl-C ends it.`);
  if (options.faults !== undefined) {
    const { length } = options.faults.faults;
    console.log(
      `Faults: ${String(length)}, seed ${String(sandbox.faults.seed)}; ${sandbox.url}/sandbox/faults counts them.`,
    );
  }
  closeOnSignal(() => sandbox.close());
} catch (error) {
  console.error(`The sandbox could not start. ${explain(error)}`);
  process.exit(1);
}

function readOptions(): SandboxOptions {
  try {
    const { values } = parseArgs({
      options: {
        courses: { type: 'string' },
        data: { type: 'string' },
        dialect: { type: 'string' },
        faults: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    if (values.help) {
      console.log(usage);
      process.exit(0);
    }
    requireReferenceDialect(values.dialect ?? 'reference');
    if (values.data !== undefined && values.courses !== undefined) {
      throw new Error('--courses sizes the sample data, --data replaces it: give one of them.');
    }
    return {
      port: parseInteger('SANDBOX_PORT', process.env['SANDBOX_PORT'] ?? defaultPort, 0, 65_535),
      ...(values.courses !== undefined && {
        courses: parseInteger('--courses', values.courses, 1, 1_000_000),
      }),
      ...(values.data !== undefined && { data: values.data }),
      ...(values.faults !== undefined && { faults: readFaultsFile(values.faults) }),
    };
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
    process.exit(2);
  }
}

function requireReferenceDialect(dialect: string): void {
  if (dialect === 'reference') return;
  throw new Error(
    dialect === 'gateway'
      ? 'The sandbox does not speak the dialect "gateway" yet; leave --dialect out or give "reference".'
      : `"${dialect}" is no dialect of the sandbox; it speaks "reference".`,
  );
}

function parseInteger(name: string, text: string, minimum: number, maximum: number): number {
  const value = /^\d+$/.test(text) ? Number(text) : NaN;
  if (value >= minimum && value <= maximum) return value;
  throw new Error(
    `${name} is "${text}", not a whole number from ${String(minimum)} to ${String(maximum)}.`,
  );
}

function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ('code' in error && error.code === 'EADDRINUSE') {
    return 'Another program has its port: end that, or set SANDBOX_PORT.';
  }
  return error.message;
}
