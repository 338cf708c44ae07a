import { parseSiteEnvironment } from '#config';
import { describeDifference, gateRules, type GateRule } from '#snapshot/sync';
import { exitCodes, readArguments, runCommand, UsageError } from './lib/run-command.ts';
import { preview, sync } from './lib/sync.ts';

const usage = `Usage: npm run sync [-- options]
       npm run sync -- diff [OLDER [NEWER]]   what changed between two snapshots, by default the last two

  --full           read everything, whatever the catalogs say of their changes
  --dry-run        say what would be asked for and how long it takes, and change nothing
  --accept RULE    let a refusal through this once; again for each rule:
                   ${gateRules.join(', ')}
  --exit-code      end with 3 where nothing changed`;

await runCommand(async () => {
  const { values, positionals } = readArguments(
    {
      full: { type: 'boolean', default: false },
      'dry-run': { type: 'boolean', default: false },
      accept: { type: 'string', multiple: true, default: [] },
      'exit-code': { type: 'boolean', default: false },
    },
    usage,
  );
  const [command, ...names] = positionals;
  if (command === 'diff' && names.length <= 2) {
    const { snapshotDir } = parseSiteEnvironment(process.env);
    const [older, newer] = names;
    console.log(describeDifference(snapshotDir, { older, newer }));
    return;
  }
  if (command !== undefined) throw new UsageError(`"${positionals.join(' ')}"?\n${usage}`);
  if (values['dry-run']) {
    await preview(process.env, { full: values.full });
    return;
  }
  const { outcome } = await sync(process.env, {
    full: values.full,
    accept: values.accept.map(parseRule),
  });
  if (outcome === 'unchanged' && values['exit-code']) process.exitCode = exitCodes.unchanged;
});

function parseRule(text: string): GateRule {
  const rule = gateRules.find((candidate) => candidate === text);
  if (rule !== undefined) return rule;
  throw new UsageError(`--accept ${text}: there is no such rule.\n${usage}`);
}
