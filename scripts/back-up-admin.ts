import path from 'node:path';
import { backUpStore } from '#admin/store';
import { requireAdminEnvironment } from './lib/require-admin-environment.ts';
import { readArguments, runCommand, UsageError } from './lib/run-command.ts';

const usage = 'Usage: npm run admin:backup -- FILE';

await runCommand(async () => {
  const [file, ...others] = readArguments({}, usage).positionals;
  if (file === undefined || others.length > 0) throw new UsageError(usage);
  backUpStore(requireAdminEnvironment(process.env).databaseUrl, path.resolve(file));
  console.log(`${file} is a copy of the admin area’s store. It holds addresses of learners.`);
});
