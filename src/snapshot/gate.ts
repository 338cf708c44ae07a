import type { DatabaseSync } from 'node:sqlite';
import type { GateRule } from './sync-error.ts';
import { countNoun, listNames } from './words.ts';

/** Shares from 0 to 1 from which on a snapshot is not believed. */
export interface GateLimits {
  courses: number;
  runs: number;
  programs: number;
  enrollmentLinks: number;
  /** Of the entries that the walks received. */
  refused: number;
}

export interface GateFinding {
  rule: GateRule;
  /** Both numbers, and the first items concerned. */
  message: string;
}

const namedItems = 5;

/** A field that half of the items had, and far fewer have now, has been lost on the way. */
const commonShare = 0.5;

/**
 * Looks whether a finished work file may become the current snapshot (design §6.2).
 * @param database the work file; the last snapshot is attached as `previous`, if there is one
 */
export function findImplausible(
  database: DatabaseSync,
  limits: GateLimits,
  hasPrevious: boolean,
): GateFinding[] {
  const findings = checkRefused(database, limits.refused);
  if (!hasPrevious) return findings;
  return [
    ...checkCatalogs(database),
    ...checkCounts(database, limits),
    ...findings,
    ...checkFields(database, limits),
  ];
}

/** What is implausible about a count now and before, if anything. */
export function findDrop({
  rule,
  noun,
  limit,
  before,
  now,
}: {
  rule: GateRule;
  noun: string;
  limit: number;
  before: number;
  now: number;
}): GateFinding | undefined {
  const share = (before - now) / before;
  if (before === 0 || share <= limit) return undefined;
  const message = `There were ${before} ${noun}, there are ${now}: ${percent(share)} fewer, and ${percent(limit)} are allowed.`;
  return { rule, message };
}

/** What is implausible about catalogs that are no longer listed, by their titles. */
export function findVanished(
  gone: readonly string[],
  { before, now }: { before: number; now: number },
): GateFinding[] {
  if (gone.length === 0) return [];
  const message = `${countNoun(gone.length, 'catalog has', 'catalogs have')} vanished: there were ${before}, there are ${now}. Gone: ${listNames(gone, namedItems)}.`;
  return [{ rule: 'catalog-vanished', message }];
}

function checkCatalogs(database: DatabaseSync): GateFinding[] {
  const titles = texts(
    database,
    `SELECT json_extract(json, '$.title') AS text FROM previous.catalogs AS old
     WHERE NOT EXISTS (SELECT 1 FROM main.catalogs WHERE uuid = old.uuid) ORDER BY position`,
  );
  const [before, now] = count(database, (schema) => `SELECT count(*) FROM ${schema}.catalogs`);
  return findVanished(titles, { before, now });
}

interface CountRule {
  rule: GateRule;
  noun: string;
  limit: number;
  count: (schema: string) => string;
  /** The first items that are gone. */
  gone: string;
}

function checkCounts(database: DatabaseSync, limits: GateLimits): GateFinding[] {
  const goneItems = (kind: string): string =>
    `SELECT key AS text FROM previous.items AS old WHERE kind = '${kind}' AND NOT EXISTS
       (SELECT 1 FROM main.items WHERE kind = old.kind AND key = old.key) ORDER BY key`;
  const rules: CountRule[] = [
    {
      rule: 'courses-dropped',
      noun: 'courses',
      limit: limits.courses,
      count: (schema) => `SELECT count(*) FROM ${schema}.items WHERE kind = 'course'`,
      gone: goneItems('course'),
    },
    {
      rule: 'runs-dropped',
      noun: 'course runs',
      limit: limits.runs,
      count: (schema) => `SELECT count(*) FROM ${schema}.runs`,
      gone: `SELECT key AS text FROM previous.runs AS old
        WHERE NOT EXISTS (SELECT 1 FROM main.runs WHERE key = old.key) ORDER BY key`,
    },
    {
      rule: 'programs-dropped',
      noun: 'programs',
      limit: limits.programs,
      count: (schema) => `SELECT count(*) FROM ${schema}.items WHERE kind = 'program'`,
      gone: goneItems('program'),
    },
    {
      rule: 'enrollment-links-dropped',
      noun: 'enrollment links',
      limit: limits.enrollmentLinks,
      count: (schema) =>
        `SELECT count(*) FROM ${schema}.memberships WHERE enrollment_url IS NOT NULL`,
      gone: `SELECT DISTINCT key AS text FROM previous.memberships AS old
        WHERE enrollment_url IS NOT NULL AND NOT EXISTS (SELECT 1 FROM main.memberships AS new
          WHERE new.catalog_uuid = old.catalog_uuid AND new.kind = old.kind AND new.key = old.key
            AND new.enrollment_url IS NOT NULL) ORDER BY key`,
    },
  ];
  return rules.flatMap(({ rule, noun, limit, count: query, gone }) => {
    const [before, now] = count(database, query);
    const drop = findDrop({ rule, noun, limit, before, now });
    if (drop === undefined) return [];
    const names = listNames(texts(database, gone), namedItems);
    return [{ rule, message: `${drop.message} Gone: ${names}.` }];
  });
}

function checkRefused(database: DatabaseSync, limit: number): GateFinding[] {
  const row = database
    .prepare(
      `SELECT coalesce(sum(json_extract(walk, '$.refused')), 0) AS refused,
         coalesce(sum(json_extract(walk, '$.received')), 0) AS received FROM main.catalogs`,
    )
    .get();
  const [refused, received] = [Number(row?.['refused']), Number(row?.['received'])];
  if (received === 0 || refused / received <= limit) return [];
  const names = texts(
    database,
    "SELECT kind || ' ' || key AS text FROM main.findings WHERE type = 'refused' ORDER BY scope, kind, key",
  );
  const message = `${refused} of ${received} entries could not be understood: ${percent(refused / received)}, and ${percent(limit)} are allowed. First of them: ${listNames(names, namedItems)}.`;
  return [{ rule: 'items-refused', message }];
}

const watchedFields = {
  course: {
    imageUrl: 'an image',
    summary: 'a short description',
    fullDescription: 'a description',
    subjects: 'a subject',
    partners: 'a partner',
    level: 'a level',
    runs: 'a course run',
    skills: 'a skill',
  },
  program: {
    imageUrl: 'an image',
    courses: 'a course',
    partners: 'a partner',
    type: 'a type',
  },
} as const;

/** Fields that most items had, and that none or far fewer have now. */
function checkFields(database: DatabaseSync, limits: GateLimits): GateFinding[] {
  return Object.entries(watchedFields).flatMap(([kind, fields]) =>
    Object.entries(fields).flatMap(([field, noun]): GateFinding[] => {
      const path = `$.${field}`;
      const [had, has] = count(
        database,
        (schema) =>
          `SELECT count(*) FROM ${schema}.items WHERE kind = '${kind}'
             AND coalesce(json_extract(json, '${path}'), '') NOT IN ('', '[]')`,
      );
      const [before, now] = count(
        database,
        (schema) => `SELECT count(*) FROM ${schema}.items WHERE kind = '${kind}'`,
      );
      if (before === 0 || now === 0 || had < before * commonShare) return [];
      const lost = 1 - has / now / (had / before);
      if (lost <= limits.courses) return [];
      const first = texts(
        database,
        `SELECT key AS text FROM main.items WHERE kind = '${kind}'
           AND coalesce(json_extract(json, '${path}'), '') IN ('', '[]') ORDER BY key`,
      );
      const message =
        has === 0
          ? `No ${kind} has ${noun} any more: ${had} of ${before} had one, 0 of ${now} have. For example ${listNames(first, namedItems)}.`
          : `Far fewer have ${noun}: ${had} of ${before} ${kind}s had one, ${has} of ${now} have. Without: ${listNames(first, namedItems)}.`;
      return [{ rule: 'field-gone', message }];
    }),
  );
}

/** A count before and now. */
function count(
  database: DatabaseSync,
  query: (schema: string) => string,
): [before: number, now: number] {
  const [before, now] = ['previous', 'main'].map((schema) => {
    const [value] = Object.values(database.prepare(query(schema)).get() ?? {});
    return Number(value);
  });
  return [before ?? 0, now ?? 0];
}

function texts(database: DatabaseSync, query: string): string[] {
  return database
    .prepare(query)
    .all()
    .map(({ text }) => String(text));
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1).replace(/\.0$/, '')} %`;
}
