import { DatabaseSync } from 'node:sqlite';
import type { Course, Program } from '#catalog';
import type { ItemKind } from './reader.ts';

export interface ChangedItem {
  kind: ItemKind;
  key: string;
  title: string;
}

/** What differs between two snapshots, each list by kind and key. */
export interface SnapshotChanges {
  added: ChangedItem[];
  changed: ChangedItem[];
  removed: ChangedItem[];
}

/** Compares the items of two snapshot files by their digests. */
export function compareSnapshots(older: string, newer: string): SnapshotChanges {
  const database = new DatabaseSync(newer, { readOnly: true });
  try {
    database.prepare('ATTACH ? AS older').run(older);
    return compareAttached(database, 'older');
  } finally {
    database.close();
  }
}

/** The same, of a snapshot and one that is attached to it. */
export function compareAttached(database: DatabaseSync, older: string): SnapshotChanges {
  const list = (query: string): ChangedItem[] => database.prepare(query).all().map(toChangedItem);
  const columns = "kind, key, json_extract(outline, '$.title') AS title";
  return {
    added: list(
      `SELECT ${columns} FROM main.items AS item WHERE NOT EXISTS
         (SELECT 1 FROM ${older}.items AS old WHERE old.kind = item.kind AND old.key = item.key)
       ORDER BY kind, key`,
    ),
    changed: list(
      `SELECT ${columns} FROM main.items AS item WHERE EXISTS
         (SELECT 1 FROM ${older}.items AS old
          WHERE old.kind = item.kind AND old.key = item.key AND old.digest <> item.digest)
       ORDER BY kind, key`,
    ),
    removed: list(
      `SELECT ${columns} FROM ${older}.items AS item WHERE NOT EXISTS
         (SELECT 1 FROM main.items AS new WHERE new.kind = item.kind AND new.key = item.key)
       ORDER BY kind, key`,
    ),
  };
}

/** The names of the fields of two copies of an item that differ, by name. */
export function listChangedFields(older: Course | Program, newer: Course | Program): string[] {
  const [old, present] = [{ ...older }, { ...newer }] as Record<string, unknown>[];
  const names = new Set([...Object.keys(old ?? {}), ...Object.keys(present ?? {})]);
  return [...names]
    .filter((name) => JSON.stringify(old?.[name]) !== JSON.stringify(present?.[name]))
    .toSorted();
}

function toChangedItem(row: Record<string, unknown>): ChangedItem {
  return {
    kind: row['kind'] === 'program' ? 'program' : 'course',
    key: String(row['key']),
    title: String(row['title']),
  };
}
