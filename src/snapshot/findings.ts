import type { NoteTaker } from '#catalog';
import { maxNotes, type RefusedEntry, type SyncNote, type SyncReport } from './report.ts';

export type SyncFindings = ReturnType<typeof createFindings>;

/** Collects what a sync has to say of single items. What several catalogs share is said once. */
export function createFindings() {
  const hidden = new Map<string, SyncReport['hidden'][number]>();
  const refused = new Map<string, RefusedEntry>();
  const notes = new Map<string, SyncNote>();
  const noted = new Set<string>();
  return {
    addHidden(kind: string, key: string): void {
      hidden.set(`${kind} ${key}`, { kind, key });
    },
    isHidden: (kind: string, key: string): boolean => hidden.has(`${kind} ${key}`),
    addRefused(catalog: string, entry: Omit<RefusedEntry, 'catalog'>): void {
      refused.set(`${catalog} ${entry.kind} ${entry.key}`, { catalog, ...entry });
    },
    noteFor(kind: string, key: string): NoteTaker {
      return (path, reason) => {
        const id = `${kind} ${key} ${path}`;
        noted.add(id);
        if (notes.size < maxNotes) notes.set(id, { kind, key, path, reason });
      };
    },
    result(): Pick<SyncReport, 'hidden' | 'refused' | 'notes' | 'noteCount'> {
      return {
        hidden: [...hidden.values()],
        refused: [...refused.values()],
        notes: [...notes.values()],
        noteCount: noted.size,
      };
    },
  };
}
