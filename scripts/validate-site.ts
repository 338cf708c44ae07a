import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { checkHtml } from './lib/validate/check-html.ts';
import { checkJsonLd, findJsonLd } from './lib/validate/check-json-ld.ts';
import { readVocabulary } from './lib/validate/vocabulary.ts';
import { readArguments, runCommand } from './lib/run-command.ts';

const usage = 'Usage: npm run validate [-- DIR]';

/** Problems of a kind that are named. */
const namedProblems = 5;

/** Every page of a site by the HTML standard, and its JSON-LD by schema.org's vocabulary. */
await runCommand(async () => {
  const [directory = 'dist/client'] = readArguments({}, usage).positionals;
  const vocabulary = readVocabulary();
  const problems = new Map<string, string[]>();
  const add = (kind: string, problem: string) => {
    problems.set(kind, [...(problems.get(kind) ?? []), problem]);
  };
  let pages = 0;
  let blocks = 0;
  for (const file of listPages(directory)) {
    const html = readFileSync(path.join(directory, file), 'utf8');
    pages += 1;
    for (const { rule, text } of checkHtml(html)) add(rule, `${file}: ${text}`);
    for (const block of findJsonLd(html)) {
      blocks += 1;
      for (const problem of checkJsonLd(block, vocabulary)) add('JSON-LD', `${file}: ${problem}`);
    }
  }
  for (const [kind, found] of problems) {
    console.log(`${kind}: ${found.length}`);
    for (const problem of found.slice(0, namedProblems)) console.log(`  ${problem}`);
  }
  const count = [...problems.values()].reduce((sum, found) => sum + found.length, 0);
  console.log(`${pages} pages and ${blocks} blocks of JSON-LD: ${count} problems.`);
  if (count > 0) throw new Error('The site is not valid.');
});

function listPages(directory: string): string[] {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html'))
    .toSorted();
}
