import type { OperationKind } from '../plan-operation/index.ts';
import { getOperation, listResults, type ResultRow, type Store } from '../store/index.server.ts';
import { isOver } from './read-operation.server.ts';
import { parseSettings } from './settings.server.ts';
import type { RetryOffer } from './types.server.ts';

/** What surely was not done by an operation that is over: failed or skipped. What is unknown is never in it. */
export async function createRetryOffer(store: Store, id: string): Promise<RetryOffer | undefined> {
  const operation = await getOperation(store, id);
  if (operation === undefined || !isOver(operation)) return undefined;
  const all = { from: 0, limit: Number.MAX_SAFE_INTEGER };
  const rows = (await listResults(store, id, all)).filter(
    ({ outcome }) => outcome === 'failed' || outcome === 'skipped',
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

function runsOf(rows: readonly ResultRow[]): string[] {
  return rows.map((row) => row.course_run).filter((run) => run !== '');
}

function toAddress({ address, salesforce_id: id }: ResultRow) {
  return { email: address, ...(id !== null && id !== '' && { salesforceId: id }) };
}
