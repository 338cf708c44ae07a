import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { createSandbox, type SandboxOptions } from '#sandbox';
import { closeOnSignal } from './lib/close-on-signal.ts';
import { parseSandboxOptions, usage, type SandboxCommand } from './lib/sandbox-options.ts';

// By default V8 lets short-lived garbage pile up far beyond what is in use; these keep the memory of a walk
// over 50,000 courses within 20 MB of one over 3,000.
setFlagsFromString('--optimize-for-size');
setFlagsFromString('--max-semi-space-size=4');

const { options, hasDocs } = readCommand();
const startedAt = performance.now();
try {
  const sandbox = await createSandbox({
    ...options,
    ...(hasDocs && { docs: await prepareDocs() }),
  });
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`The sandbox answers at ${sandbox.url} (ready in ${seconds} s).`);
  console.log(`Client id ${sandbox.clientId}, secret ${sandbox.clientSecret}. Ctrl-C ends it.`);
  if (hasDocs) console.log(`Documentation: ${sandbox.url}/docs/, ${sandbox.url}/openapi.json`);
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

function readCommand(): SandboxCommand {
  try {
    const command = parseSandboxOptions(process.argv.slice(2), process.env);
    if (command !== undefined) return command;
    console.log(usage);
    process.exit(0);
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
    process.exit(2);
  }
}

/** Loaded only when asked for: the document takes a while to make. */
async function prepareDocs(): Promise<NonNullable<SandboxOptions['docs']>> {
  const { createOpenApiDocument } = await import('#openapi');
  const viewer = import.meta.resolve('swagger-ui-dist/package.json');
  return {
    createDocument: (origin) => createOpenApiDocument({ origin }),
    viewerFolder: path.dirname(fileURLToPath(viewer)),
  };
}

function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ('code' in error && error.code === 'EADDRINUSE') {
    return 'Another program has its port: end that, or set SANDBOX_PORT.';
  }
  return error.message;
}
