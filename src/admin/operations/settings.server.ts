import type { OperationRow } from '../store/index.server.ts';
import type { Confirmation, OperationSettings } from './types.server.ts';

/** What `operations.settings` holds. */
export type StoredSettings = OperationSettings & {
  planUuid: string;
  planTitle: string;
  /** Of the plan as it was reviewed. */
  fingerprint: string;
};

export function toSettings({
  settings,
  planUuid,
  planTitle,
  dryRun: { fingerprint },
}: Confirmation): StoredSettings {
  return { ...settings, planUuid, planTitle, fingerprint };
}

/** The plan and the settings that a person has confirmed. */
export function parseSettings({ settings }: Pick<OperationRow, 'settings'>): StoredSettings {
  return JSON.parse(settings) as StoredSettings;
}
