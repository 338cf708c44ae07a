import {
  parseDetail,
  parseSettings,
  type OperationRunner,
  type OperationState,
  type StoredSettings,
} from '../operations/index.server.ts';
import {
  getOperation,
  listOperations,
  listResults,
  type OperationRow,
  type Store,
} from '../store/index.server.ts';

/** One operation in a list; no address of a learner is in it. */
export interface OperationLine {
  state: OperationState;
  settings: StoredSettings;
  /** Who confirmed it. */
  name: string;
  /** The service's job, of an enrollment that was accepted as one; undefined also once its results are forgotten. */
  jobId: string | undefined;
}

export interface ReportServices {
  store: Store;
  operations: Pick<OperationRunner, 'read'>;
}

/** Newest first; `before` is the id of the last one of the page above, and `older` what the next page gives as it. */
export async function listOperationLines(
  { store, operations }: ReportServices,
  { limit, before }: { limit: number; before?: string | undefined },
): Promise<{ lines: OperationLine[]; older: string | undefined }> {
  const last = before === undefined ? undefined : await getOperation(store, before);
  const rows = await listOperations(store, {
    limit: limit + 1,
    ...(last !== undefined && { before: last }),
  });
  const shown = rows.slice(0, limit);
  const lines = await Promise.all(shown.map((row) => readLine({ store, operations }, row)));
  return {
    lines: lines.filter((line) => line !== undefined),
    older: rows.length > limit ? shown.at(-1)?.id : undefined,
  };
}

/** Undefined where there is none of this id. */
export async function findOperationLine(
  services: ReportServices,
  id: string,
): Promise<OperationLine | undefined> {
  const row = await getOperation(services.store, id);
  return row && readLine(services, row);
}

async function readLine(
  { store, operations }: ReportServices,
  row: OperationRow,
): Promise<OperationLine | undefined> {
  const state = await operations.read(row.id);
  if (state === undefined) return undefined;
  return {
    state,
    settings: parseSettings(row),
    name: row.name,
    jobId: state.kind === 'enroll' ? await findOnlyJob(store, state) : undefined,
  };
}

async function findOnlyJob(store: Store, state: OperationState): Promise<string | undefined> {
  if (state.requests.total !== 1 || state.state !== 'done') return undefined;
  const [result] = await listResults(store, state.id, { from: 0, limit: 1 });
  const detail = parseDetail(result?.detail ?? null);
  return detail?.code === 'accepted' ? detail.jobId : undefined;
}
