import { execFile, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';

/** A command of the reference: curl's arguments, its host and token not yet replaced. */
export interface ReferenceCommand {
  section: string;
  /** Where it stands among those of its section. */
  number: number;
  method: string;
  words: readonly string[];
}

export interface CurlAnswer {
  status: number;
  contentType: string;
  body: string;
}

const file = new URL('./fixtures/reference/curl-commands.txt', import.meta.url);
const hasCurl = spawnSync('curl', ['--version']).status === 0;

export function readReferenceCommands(): ReferenceCommand[] {
  const counts = new Map<string, number>();
  const blocks = readFileSync(file, 'utf8').trim().split('\n\n').slice(1);
  return blocks.map((block) => {
    const [heading = '', ...lines] = block.split('\n');
    const section = heading.replace('# ', '');
    const number = (counts.get(section) ?? 0) + 1;
    counts.set(section, number);
    const words = splitWords(lines.join('\n'));
    return { section, number, words, method: words[words.indexOf('-X') + 1] ?? 'GET' };
  });
}

/** Runs curl, or sends the same request where there is none. */
export function runCurl(words: readonly string[]): Promise<CurlAnswer> {
  return hasCurl ? askByCurl(words) : askByFetch(words);
}

/** As a shell would, had every line that goes on a backslash at its end; what closes nothing is left out. */
function splitWords(command: string): string[] {
  const line = command
    .replaceAll('\\\n', '')
    .replaceAll('\n', ' ')
    .replace(/\s*\}\]"$/, '');
  const found = [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)];
  return found.map(([, double, single, bare]) => double ?? single ?? bare ?? '').slice(1);
}

async function askByCurl(words: readonly string[]): Promise<CurlAnswer> {
  const format = '\n%{http_code} %{content_type}';
  // Not the user's own settings, and no proxy on the way to this machine.
  const own = ['-q', '-sS', '--noproxy', '*', '-w', format];
  const options = { maxBuffer: 64 * 1024 * 1024 };
  const { stdout } = await promisify(execFile)('curl', [...own, ...words], options);
  const end = stdout.lastIndexOf('\n');
  const [status, ...type] = stdout.slice(end + 1).split(' ');
  return { status: Number(status), contentType: type.join(' '), body: stdout.slice(0, end) };
}

async function askByFetch(words: readonly string[]): Promise<CurlAnswer> {
  const headers = new Headers();
  const init: RequestInit = { headers, redirect: 'manual' };
  let url = '';
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? '';
    if (!word.startsWith('-')) {
      url = word;
      continue;
    }
    index += 1;
    const value = words[index] ?? '';
    if (word === '-X') init.method = value;
    if (word === '-d') init.body = value;
    if (word === '-H') headers.set(...splitHeader(value));
  }
  const response = await fetch(url, init);
  return {
    status: response.status,
    contentType: response.headers.get('Content-Type') ?? '',
    body: await response.text(),
  };
}

function splitHeader(header: string): [name: string, value: string] {
  const [name = '', ...value] = header.split(':');
  return [name, value.join(':').trim()];
}
