import { measureLighthouse } from './lib/bench/lighthouse.ts';
import { readArguments, runCommand, UsageError } from './lib/run-command.ts';

/** Every bench by its name: prints what it measured, and answers whether that is within its bar (design §8). */
const benches: Record<string, { what: string; run: () => Promise<boolean> }> = {
  lighthouse: {
    what: 'Lighthouse on a phone: 100 in all four categories for each kind of page',
    run: measureLighthouse,
  },
};

const usage = `npm run bench [-- NAME …]

Measures the project on the sandbox's catalogue; all of these, or those that are named. Ends with 1 where one
is not within its bar.

${Object.entries(benches)
  .map(([name, { what }]) => `  ${name.padEnd(12)} ${what}`)
  .join('\n')}`;

await runCommand(async () => {
  const { values, positionals } = readArguments({ help: { type: 'boolean' } }, usage);
  if (values.help) {
    console.log(usage);
    return;
  }
  const names = positionals.length > 0 ? positionals : Object.keys(benches);
  const unknown = names.filter((name) => !(name in benches));
  if (unknown.length > 0)
    throw new UsageError(`No bench is called ${unknown.join(', ')}.\n${usage}`);
  for (const name of names) {
    if ((await benches[name]?.run()) === false) process.exitCode = 1;
  }
});
