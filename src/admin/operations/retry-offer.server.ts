import type { OperationKind } from '../plan-operation/index.ts';
import {
  getOperation,
  listResults,
  listRetries,
  type ResultRow,
  type Store,
} from '../store/index.server.ts';
import { isOver } from './read-operation.server.ts';
import { parseSettings } from './settings.server.ts';
import type { RetryOffer } from './types.server.ts';

/**
 * What surely was not done by an operation that is over, failed or skipped, nor by one that has tried it again
 * since. What is unknown is never in it.
 */
export async function createRetryOffer(store: Store, id: string): Promise<RetryOffer | undefined> {
  const operation = await getOperation(store, id);
  if (operation === undefined || !isOver(operation)) return undefined;
  const retried = new Set<string>();
  for (const retry of await listRetries(store, id)) {
    const others = (await listAll(store, retry)).filter((row) => !isUndone(row));
    for (const row of others) retried.add(nameOf(row));
  }
  const rows = (await listAll(store, id)).filter(
    (row) => isUndone(row) && !retried.has(nameOf(row)),
  );
  const {
    planUuid,
    planTitle,
    fingerprint: _,
    statuses: __,
    ...settings
  } = parseSettings(operation);
  const groups = Map.groupBy(Map.groupBy(rows, ({ address }) => address).values(), (own) =>
    JSON.stringify(runsOf(own)),
  );
  return {
    // Written by `confirm`.
    kind: operation.kind as OperationKind,
    planUuid,
    planTitle,
    settings,
    groups: [...groups.values()].map((people) => ({
      addresses: people.flatMap(([row]) => (row === undefined ? [] : [toAddress(row)])),
      courseRunKeys: runsOf(people[0] ?? []),
    })),
  };
}

async function listAll(store: Store, id: string): Promise<ResultRow[]> {
  return listResults(store, id, { from: 0, limit: Number.MAX_SAFE_INTEGER });
}

function isUndone({ outcome }: ResultRow): boolean {
  return outcome === 'failed' || outcome === 'skipped';
}

function nameOf({ address, course_run: courseRun }: ResultRow): string {
  return `${address} ${courseRun}`;
}

function runsOf(rows: readonly ResultRow[]): string[] {
  return rows.map((row) => row.course_run).filter((run) => run !== '');
}

function toAddress({ address, salesforce_id: id }: ResultRow) {
  return { email: address, ...(id !== null && id !== '' && { salesforceId: id }) };
}
