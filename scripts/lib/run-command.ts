import { parseArgs, type ParseArgsConfig } from 'node:util';
import { ConfigurationError } from '#config';
import { SyncRefusedError } from '#snapshot/sync';

/** Exit codes of every command (design §6.9). */
export const exitCodes = { fine: 0, failed: 1, usage: 2, unchanged: 3 } as const;

/** Bad usage: the message says what is wrong, and how the command is used. */
export class UsageError extends Error {}

/**
 * Runs a command's main function and turns what it throws into one message on stderr and an exit code: 2 for
 * bad usage or configuration, a refusal's own number, else 1.
 */
export async function runCommand(main: () => Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    console.error(messageOf(error));
    process.exitCode = exitCodeOf(error);
  }
}

function exitCodeOf(error: unknown): number {
  if (error instanceof SyncRefusedError) return error.exitCode;
  return error instanceof ConfigurationError || error instanceof UsageError
    ? exitCodes.usage
    : exitCodes.failed;
}

/** The command's options; unknown ones end it with the usage. */
export function readOptions<Options extends NonNullable<ParseArgsConfig['options']>>(
  options: Options,
  usage: string,
) {
  try {
    return parseArgs({ options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    throw new UsageError(`${messageOf(error)}\nUsage: ${usage}`);
  }
}

/** Options and arguments of a command that takes arguments; unknown options end it with the usage. */
export function readArguments<Options extends NonNullable<ParseArgsConfig['options']>>(
  options: Options,
  usage: string,
) {
  try {
    return parseArgs({ options, strict: true, allowPositionals: true });
  } catch (error) {
    throw new UsageError(`${messageOf(error)}\n${usage}`);
  }
}

/** The message with those of its causes; a stack only for faults of our own, with DEBUG set. */
function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (process.env['DEBUG']) return error.stack ?? error.message;
  if (error.cause === undefined || repeats(error.message, error.cause)) return error.message;
  return `${error.message} (${messageOf(error.cause)})`;
}

/** Whether the message already says what its cause says, up to the cause's own advice. */
function repeats(message: string, cause: unknown): boolean {
  return (
    cause instanceof Error && message.startsWith(cause.message.split('. ')[0] ?? cause.message)
  );
}
