import { pino, type DestinationStream, type Logger } from 'pino';
import type { AdminEnvironment } from '#config';
import { describeError, safeFields, safePath, safeText, type LogFields } from './safe.server.ts';

/**
 * The server's log: JSON lines. It takes events, codes, numbers and paths, and no sentences: what could hold an
 * address, a query or what a service has sent is left out before it is written. `event` is a code such as
 * `store.opened`.
 */
export interface Log {
  debug: (event: string, fields?: LogFields) => void;
  info: (event: string, fields?: LogFields) => void;
  warn: (event: string, fields?: LogFields) => void;
  error: (event: string, fields?: LogFields) => void;
  /** An error with its name, code and place in the program, and those of its causes, but without its message. */
  failure: (event: string, error: unknown, fields?: LogFields) => void;
  /** The same log, with the request's id on every line. */
  request: (id: string) => Log;
  /** One line for a request that was answered; a warning from status 500 on. */
  requestLog: (entry: RequestEntry) => void;
}

/** Writes to standard output at once, so that a process that ends has lost nothing; or to `destination`. */
export function createLog({ level, destination }: LogOptions): Log {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
  };
  return logOf(pino(options, destination ?? pino.destination({ dest: 1, sync: true })));
}

function logOf(logger: Logger): Log {
  const write = (level: LogLevel) => (event: string, fields?: LogFields) => {
    logger[level]({ event: safeText(event), ...safeFields(fields) });
  };
  return {
    debug: write('debug'),
    info: write('info'),
    warn: write('warn'),
    error: write('error'),
    failure(event, error, fields) {
      logger.error({
        event: safeText(event),
        ...safeFields(fields),
        error: describeError(error),
      });
    },
    request: (id) => logOf(logger.child({ request: safeText(id) })),
    requestLog({ id, method, path, status, ms, route }) {
      logger[status >= 500 ? 'warn' : 'info']({
        event: 'request',
        request: safeText(id),
        method: safeText(method),
        path: safePath(path),
        ...(route !== undefined && { route: safePath(route) }),
        status,
        ms: Math.round(ms),
      });
    },
  };
}

type LogLevel = AdminEnvironment['logLevel'];

interface LogOptions {
  level: LogLevel;
  destination?: DestinationStream | undefined;
}

export interface RequestEntry {
  id: string;
  method: string;
  /** With a query or without, which is left out. */
  path: string;
  /** Of the answer. */
  status: number;
  ms: number;
  /** The pattern that the path matched, such as `/admin/plans/[plan]/`. */
  route?: string | undefined;
}
