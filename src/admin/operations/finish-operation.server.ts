import {
  addAuditEntry,
  countOutcomes,
  endOperation,
  transact,
  type OpenStatus,
  type OperationRow,
  type OperationStatus,
  type Store,
} from '../store/index.server.ts';
import { createEntry, describeEnd } from './audit.server.ts';
import type { OperationProblem } from './types.server.ts';

/** Ends an operation that is in one of the states `from`, with an entry of the log; otherwise does nothing. */
export async function finishOperation(
  store: Store,
  operation: Pick<OperationRow, 'id' | 'subject' | 'name'>,
  {
    from,
    state,
    problem,
    at,
  }: {
    from: readonly OpenStatus[];
    state: Exclude<OperationStatus, OpenStatus>;
    problem?: OperationProblem | undefined;
    at: number;
  },
): Promise<void> {
  const { id } = operation;
  await transact(store, async (transaction) => {
    const text = problem && JSON.stringify(problem);
    const isEnded = await endOperation(transaction, id, { from, state, problem: text, now: at });
    if (!isEnded) return;
    const detail = describeEnd(state, await countOutcomes(transaction, id), problem?.code);
    const entry = createEntry(operation, { at, action: 'operation-ended', detail });
    await addAuditEntry(transaction, { ...entry, operationId: id });
  });
}
