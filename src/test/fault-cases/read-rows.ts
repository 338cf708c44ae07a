import { readFileSync } from 'node:fs';

/** The faults of the sandbox's README, as JSON, by name. */
export function readFaultRows(): Map<string, string> {
  const readme = readFileSync('src/sandbox/README.md', 'utf8');
  const lines = readme.matchAll(/^\| ([^|]+?) +\| `(\{[^|]+\})` +\|/gm);
  return new Map(Array.from(lines, ([, name = '', fault = '']) => [name, fault]));
}
