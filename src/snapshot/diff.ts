import path from 'node:path';
import { dayMs, endOf, type Course, type Program } from '#catalog';
import { compareSnapshots, listChangedFields, type ChangedItem } from './compare.ts';
import { findCurrentSnapshot, listSnapshots } from './files.ts';
import { openSnapshot, type SnapshotReader } from './reader.ts';

/** How far "soon" reaches. */
const soonDays = 14;

/**
 * What happened between two snapshots, for people: what came, changed (in which fields) and left, and of the
 * newer one what opens and closes soon.
 * @param names ids of snapshots, as the reports give them; by default the last two
 * @throws where a snapshot is not kept, with those that are
 */
export function describeDifference(
  directory: string,
  names: { older?: string | undefined; newer?: string | undefined },
): string {
  const { older, newer } = findBoth(directory, names);
  const { added, changed, removed } = compareSnapshots(older, newer);
  const [before, now] = [openSnapshot(older), openSnapshot(newer)];
  try {
    return [
      `From ${nameOf(older)} to ${nameOf(newer)}:`,
      ...section('Added', added.map(describe)),
      ...section(
        'Changed',
        changed.map((item) => `${describe(item)}: ${changedFields(item, before, now).join(', ')}`),
      ),
      ...section('Removed', removed.map(describe)),
      ...describeSoon(now),
    ].join('\n');
  } finally {
    before.close();
    now.close();
  }
}

function findBoth(
  directory: string,
  names: { older?: string | undefined; newer?: string | undefined },
) {
  const kept = listSnapshots(directory);
  const newer =
    names.newer === undefined ? findCurrentSnapshot(directory) : findKept(kept, names.newer);
  const earlier = newer === undefined ? [] : kept.slice(0, kept.indexOf(newer));
  const older = names.older === undefined ? earlier.at(-1) : findKept(kept, names.older);
  if (older === undefined || newer === undefined) {
    throw new Error(
      `There is nothing to compare in ${directory}: it takes two snapshots, and ${kept.length} are kept.`,
    );
  }
  return { older, newer };
}

function findKept(kept: readonly string[], name: string): string {
  const file = kept.find((candidate) => nameOf(candidate) === name);
  if (file !== undefined) return file;
  throw new Error(`No snapshot is called ${name}. Kept are: ${kept.map(nameOf).join(', ')}.`);
}

function nameOf(file: string): string {
  return path.basename(file, '.sqlite');
}

function changedFields(
  { kind, key }: ChangedItem,
  before: SnapshotReader,
  now: SnapshotReader,
): string[] {
  const [older, newer] = [before, now].map(
    (snapshot): Course | Program | undefined => snapshot.findByKey(kind, key)?.item,
  );
  return older === undefined || newer === undefined ? [] : listChangedFields(older, newer);
}

/** Enrollment that begins or ends within two weeks of the newer snapshot. */
function describeSoon(snapshot: SnapshotReader): string[] {
  const from = Date.parse(snapshot.report().finishedAt);
  const isSoon = (date: string | undefined): date is string =>
    date !== undefined && endOf(date) >= from && endOf(date) < from + soonDays * dayMs;
  const opening: string[] = [];
  const closing: string[] = [];
  for (const { item } of snapshot.outlines('course')) {
    for (const run of item.runs) {
      const say = (date: string): string => `${item.title} (${run.key}): ${date.slice(0, 10)}`;
      const begin = run.enrollmentStart ?? run.start;
      if (isSoon(begin)) opening.push(say(begin));
      if (isSoon(run.enrollmentEnd)) closing.push(say(run.enrollmentEnd));
    }
  }
  return [
    ...section(`Opens within ${soonDays} days`, opening),
    ...section(`Closes within ${soonDays} days`, closing),
  ];
}

function describe({ kind, key, title }: ChangedItem): string {
  return `${kind} ${title} (${key})`;
}

function section(title: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return [`${title}: nothing.`];
  return [`${title}: ${lines.length}`, ...lines.map((line) => `  ${line}`)];
}
