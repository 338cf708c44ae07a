import type { Chunk, ChunkAnswer } from '../plan-operation/index.ts';
import type { AuditEntry, OperationRow, OutcomeCounts } from '../store/index.server.ts';
import type { StoredChunk } from './progress.server.ts';
import type { Person } from './types.server.ts';

type Entry = Omit<AuditEntry, 'id' | 'operationId'>;
type Detail = AuditEntry['detail'];

/** An entry of the log in the name of who confirmed the operation, or of who has decided since. */
export function createEntry(
  { subject, name }: Pick<OperationRow, 'subject' | 'name'> | Person,
  { at, action, detail = {} }: { at: number; action: string; detail?: Detail },
): Entry {
  return { at, subject, name, action, detail };
}

export function describeSent({ position, progress }: StoredChunk): Detail {
  const { request, attempts } = progress;
  return { request: position, ...sizeOf(request), attempt: attempts + 1 };
}

/** What came back, with how many addresses have which code. */
export function describeAnswer({ position }: StoredChunk, answer: ChunkAnswer): Detail {
  const detail = { request: position, answer: answer.kind };
  if (answer.kind === 'postponed') return { ...detail, reason: answer.reason };
  if (answer.kind === 'refused') return { ...detail, code: answer.detail.code };
  if (answer.kind === 'lost') return detail;
  const codes = Map.groupBy(answer.outcomes, (outcome) => outcome.detail.code);
  return {
    ...detail,
    ...Object.fromEntries([...codes].map(([code, outcomes]) => [code, outcomes.length])),
  };
}

export function describeEnd(result: string, counts: OutcomeCounts, code?: string): Detail {
  return { result, ...counts, ...(code !== undefined && { code }) };
}

function sizeOf(request: Chunk): Detail {
  if (request.kind === 'revoke-by-status') return { licenses: request.expected };
  const addresses = request.emails.length;
  return request.kind === 'enroll'
    ? { addresses, courseRuns: request.courseRunKeys.length }
    : { addresses };
}
