import { parseArgs } from 'node:util';
import { readFaultsFile, type SandboxOptions } from '#sandbox';

export interface SandboxCommand {
  options: SandboxOptions;
  /** Whether the documentation is to be served. */
  hasDocs: boolean;
}

export const usage = `Usage: npm run sandbox -- [options]

  --dialect NAME     reference, the document to the letter (default), or gateway, the deployed service
  --set NAME=VALUE   change what the dialect does, any number of times: src/sandbox/README.md, "Switches"
  --courses N        courses of the sample data (default about 320)
  --data DIR         serve a folder in place of the sample data
  --faults FILE      go wrong as the file says: src/sandbox/README.md, "Faults"
  --state FILE       keep licenses and enrollments in a file, which outlives the sandbox
  --learners N       rows of the learner summary in a new state (default 500)
  --docs             serve the API's documentation at /docs/ and /openapi.json

Port: SANDBOX_PORT (default 4010).`;

const defaultPort = '4010';

/**
 * What a command line asks of the sandbox, or undefined where it asks for help.
 * @throws an Error whose message says what to write instead
 */
export function parseSandboxOptions(
  parameters: string[],
  environment: Readonly<Record<string, string | undefined>>,
): SandboxCommand | undefined {
  const { values } = parseArgs({
    args: parameters,
    options: {
      courses: { type: 'string' },
      data: { type: 'string' },
      dialect: { type: 'string', default: 'reference' },
      docs: { type: 'boolean', default: false },
      faults: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
      learners: { type: 'string' },
      set: { type: 'string', multiple: true, default: [] },
      state: { type: 'string' },
    },
  });
  if (values.help) return undefined;
  if (values.data !== undefined && values.courses !== undefined) {
    throw new Error('--courses sizes the sample data, --data replaces it: give one of them.');
  }
  return {
    options: {
      port: parseInteger('SANDBOX_PORT', environment['SANDBOX_PORT'] ?? defaultPort, 0, 65_535),
      dialect: parseDialect(values.dialect),
      switches: parseSettings(values.set),
      ...(values.courses !== undefined && {
        courses: parseInteger('--courses', values.courses, 1, 1_000_000),
      }),
      ...(values.data !== undefined && { data: values.data }),
      ...(values.state !== undefined && { state: values.state }),
      ...(values.learners !== undefined && {
        learners: parseInteger('--learners', values.learners, 0, 10_000_000),
      }),
      ...(values.faults !== undefined && { faults: readFaultsFile(values.faults) }),
    },
    hasDocs: values.docs,
  };
}

function parseDialect(text: string): 'reference' | 'gateway' {
  if (text === 'reference' || text === 'gateway') return text;
  throw new Error(`"${text}" is no dialect of the sandbox; it speaks "reference" and "gateway".`);
}

function parseSettings(texts: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    texts.map((text) => {
      const [name = '', ...value] = text.split('=');
      if (value.length === 0) throw new Error(`--set ${text} has no value: write NAME=VALUE.`);
      return [name, value.join('=')];
    }),
  );
}

function parseInteger(name: string, text: string, minimum: number, maximum: number): number {
  const value = /^\d+$/.test(text) ? Number(text) : NaN;
  if (value >= minimum && value <= maximum) return value;
  throw new Error(
    `${name} is "${text}", not a whole number from ${String(minimum)} to ${String(maximum)}.`,
  );
}
