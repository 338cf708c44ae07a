import { dev } from 'astro';
import { parseSiteEnvironment } from '#config';
import { findCurrentSnapshot } from '#snapshot';
import { runCommand } from './lib/run-command.ts';

await runCommand(async () => {
  const { snapshotDir, port } = parseSiteEnvironment(process.env);
  process.env['BUILD_NOW'] ??= new Date().toISOString();
  if (findCurrentSnapshot(snapshotDir) === undefined) {
    throw new Error(
      `There is no snapshot in ${snapshotDir} yet. Run "npm run sync" (or "npm run demo") first.`,
    );
  }
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  await dev({ root: process.cwd(), server: { port } });
});
