import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseIslandKey, readSiteConfig, type SiteEnvironment } from '#config';
import { findNextChange } from '#queries';
import { findCurrentSnapshot, fingerprintSnapshot, readAttempt } from '#snapshot';
import { z } from 'zod';
import { buildRecordFile } from './dist.ts';

/** Digests of what a build was made of. */
export interface BuildInputs {
  data: string;
  configuration: string;
  program: string;
}

/** What is kept beside a site, to know when it must be built again. */
export type BuildRecord = z.infer<typeof buildRecord>;

const buildRecord = z.object({
  /** The moment that the build called now, and the one from which its words no longer hold; ISO instants. */
  builtFor: z.iso.datetime(),
  validUntil: z.iso.datetime().optional(),
  inputs: z.object({ data: z.string(), configuration: z.string(), program: z.string() }),
});

/** The record of a build, or undefined where it has none that can be read. */
export function readBuildRecord(directory: string): BuildRecord | undefined {
  const file = path.join(directory, buildRecordFile);
  if (!existsSync(file)) return undefined;
  try {
    return buildRecord.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}

export function writeBuildRecord(
  directory: string,
  { builtFor, inputs }: Pick<BuildRecord, 'builtFor' | 'inputs'>,
): void {
  const change = findNextChange();
  const record: BuildRecord = {
    builtFor,
    ...(change !== undefined && { validUntil: new Date(change).toISOString() }),
    inputs,
  };
  writeFileSync(path.join(directory, buildRecordFile), `${JSON.stringify(record, null, 2)}\n`);
}

/** What a build would be made of now. */
export function readBuildInputs(environment: SiteEnvironment): BuildInputs {
  return {
    data: digestData(environment.snapshotDir),
    configuration: digestConfiguration(environment),
    program: digestProgram(),
  };
}

/** Pages also say whether the last attempt to read the data failed. */
function digestData(snapshotDir: string): string {
  const file = findCurrentSnapshot(snapshotDir);
  const { outcome } = readAttempt(snapshotDir) ?? {};
  const hasFailed = outcome === 'failed' || outcome === 'refused';
  return digest([file === undefined ? '' : fingerprintSnapshot(file), String(hasFailed)]);
}

/** All of the environment counts but where things lie and when it is: a new variable does from the first day. */
function digestConfiguration(environment: SiteEnvironment): string {
  const { siteConfigFile, snapshotDir, imageCacheDir, maxAgeMs, port, buildNow, ...rest } =
    environment;
  const config = readSiteConfig(siteConfigFile);
  const logos = [config.logo?.file, config.logo?.darkFile].filter((file) => file !== undefined);
  return digest([
    JSON.stringify(config),
    ...logos.map((file) => readFileSync(file)),
    JSON.stringify(rest),
    parseIslandKey(process.env) ?? '',
  ]);
}

const programFolders = ['src', 'public', 'scripts/lib'];
const programFiles = ['astro.config.mjs', 'package.json', 'package-lock.json'];
const testFiles = /\.test\.ts$|^src\/test\//;

function digestProgram(): string {
  const files = programFolders.filter((folder) => existsSync(folder)).flatMap(listFiles);
  const parts = [...files.filter((file) => !testFiles.test(file)), ...programFiles]
    .filter((file) => existsSync(file))
    .toSorted()
    .flatMap((file) => [file, readFileSync(file)]);
  // Words and dates come from the tables of Node.
  return digest([process.version, ...parts]);
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name).replaceAll(path.sep, '/'));
}

function digest(parts: readonly (string | Buffer)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest('hex');
}
