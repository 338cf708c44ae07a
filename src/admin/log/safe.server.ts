/** Codes, ids and keys. A path without its query is given as `path`. */
export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>;

/** Neither "@" nor "%", nor the length of a token. */
const code = /^[\w.:+~-]{1,80}$/;
const segment = /^[\w.:+~[\]-]{0,80}$/;
const leftOut = '[left out]';
const maxPath = 300;
const maxFrames = 10;
const maxCauses = 3;

/** The text where it is a code, an id or a key. */
export function safeText(text: string): string {
  return code.test(text) ? text : leftOut;
}

/** A path without its query; what is escaped in it, as an address would be, is left out. */
export function safePath(path: string): string {
  const [plain = ''] = path.split(/[?#]/, 1);
  return plain
    .split('/')
    .map((part) => (segment.test(part) ? part : '*'))
    .join('/')
    .slice(0, maxPath);
}

export function safeFields(fields: LogFields = {}): LogFields {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]): [string, LogFields[string]] => {
      if (typeof value !== 'string') return [name, value];
      return [name, name === 'path' ? safePath(value) : safeText(value)];
    }),
  );
}

/** Messages are left out: those of databases and services repeat what they were sent. */
export function describeError(error: unknown, depth = 0): ErrorDescription {
  if (!(error instanceof Error)) return { name: typeof error };
  const { name, cause } = error;
  const { code: errorCode, status } = error as { code?: unknown; status?: unknown };
  return {
    name: safeText(name),
    ...(typeof errorCode === 'string' && { code: safeText(errorCode) }),
    ...(typeof status === 'number' && { status }),
    at: framesOf(error),
    ...(cause !== undefined && depth < maxCauses && { cause: describeError(cause, depth + 1) }),
  };
}

function framesOf({ message, stack = '' }: Error): string[] {
  const start = stack.indexOf(message);
  const rest = start === -1 ? '' : stack.slice(start + message.length);
  return [...rest.matchAll(/^ +at (.+)$/gm)].map(([, frame = '']) => frame).slice(0, maxFrames);
}

interface ErrorDescription {
  name: string;
  code?: string;
  /** Of the answer that it is about. */
  status?: number;
  at?: string[];
  cause?: ErrorDescription;
}
