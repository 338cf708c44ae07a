import { randomUUID } from 'node:crypto';
import { resolveChunk } from '../plan-operation/index.ts';
import {
  addAuditEntry,
  createOperation,
  getOperation,
  transact,
  updateOperation,
} from '../store/index.server.ts';
import { createEntry } from './audit.server.ts';
import { createChanges } from './changes.server.ts';
import { createCrew } from './crew.server.ts';
import { finishOperation } from './finish-operation.server.ts';
import { loadChunks, saveProgress, toNewChunk } from './progress.server.ts';
import { readOperation } from './read-operation.server.ts';
import { createRetryOffer } from './retry-offer.server.ts';
import { toSettings } from './settings.server.ts';
import type { Confirmation, OperationRunner, OperationRunnerOptions } from './types.server.ts';
import { watchOperation } from './watch.server.ts';

/** How often a watcher asks the store about what other servers do. */
const pollMs = 3000;

/** What turns confirmed writes into requests, survives kills, and can be watched. */
export function createOperationRunner(options: OperationRunnerOptions): OperationRunner {
  const { store, now, sleep, sharesStore = false } = options;
  const runnerId = randomUUID();
  const changes = createChanges();
  const crew = createCrew({ ...options, runnerId, changes });

  return {
    async confirm(confirmation) {
      requireAllowed(confirmation);
      const { person, dryRun, planUuid, kind, idempotencyKey, retryOf } = confirmation;
      const at = now();
      const made = await transact(store, async (transaction) => {
        const operation = {
          ...person,
          idempotencyKey,
          kind,
          queue: planUuid,
          settings: toSettings(confirmation),
          ...(retryOf !== undefined && { retryOf }),
          chunks: dryRun.chunks.map(toNewChunk),
        };
        const result = await createOperation(transaction, operation, at);
        if (result.isNew) {
          const detail = { kind, valid: dryRun.counts.valid, requests: dryRun.chunks.length };
          const entry = createEntry(person, { at, action: 'operation-confirmed', detail });
          await addAuditEntry(transaction, { ...entry, operationId: result.id });
        }
        return result;
      });
      // Also a second time: what is written down may not have begun, where the store failed in between.
      await crew.beginNext(planUuid);
      return made;
    },

    async decide(operationId, position, decision, person) {
      const isDecided = await transact(store, async (transaction) => {
        const chunks = await loadChunks(transaction, operationId);
        const chunk = chunks.find((one) => one.position === position);
        if (chunk?.progress.isAsking !== true) return false;
        // First, so that nobody decides or stops it meanwhile, and not before its worker has let go of it.
        const goesOn = { state: 'running', runner: runnerId } as const;
        if (!(await updateOperation(transaction, operationId, ['asking'], goesOn))) return false;
        await saveProgress(transaction, { id: operationId }, chunk, {
          next: resolveChunk(chunk.progress, decision),
          entry: createEntry(person, {
            at: now(),
            action: 'request-decided',
            detail: { request: position, decision, by: 'person' },
          }),
        });
        return true;
      });
      if (isDecided) crew.launch(operationId);
      return isDecided;
    },

    async stop(operationId, person) {
      const at = now();
      const operation = await getOperation(store, operationId);
      if (operation?.stop_asked_at !== null) return false;
      const isAsked = await transact(store, async (transaction) => {
        const open = ['waiting', 'running', 'asking'] as const;
        const asked = { stop_asked_at: new Date(at).toISOString() };
        if (!(await updateOperation(transaction, operationId, open, asked))) return false;
        const entry = createEntry(person, { at, action: 'operation-stop-asked' });
        await addAuditEntry(transaction, { ...entry, operationId });
        // Nobody works on what waits or asks; who works on a running one sees that it is to stop.
        await finishOperation(transaction, operation, {
          ...{ from: ['waiting', 'asking'], state: 'stopped', problem: { code: 'by-person' }, at },
        });
        return true;
      });
      if (!isAsked) return false;
      crew.interrupt(operationId);
      await crew.beginNext(operation.queue);
      return true;
    },

    resume: crew.resume,
    close: crew.close,

    watch: (id, signal) =>
      watchOperation(id, {
        store,
        changes,
        signal: AbortSignal.any([signal, crew.closing]),
        poll: sharesStore ? (until) => sleep(pollMs, until) : undefined,
      }),
    read: (id) => readOperation(store, id),
    retryFailed: (id) => createRetryOffer(store, id),
  };
}

function requireAllowed({ kind, dryRun }: Confirmation): void {
  const { blocks, chunks } = dryRun;
  if (dryRun.kind === kind && blocks.length === 0 && chunks.length > 0) return;
  const reasons = blocks.map(({ reason }) => reason).join(', ') || 'it asks for nothing';
  throw new Error(`This dry run can't be confirmed: ${reasons}. Review it again.`);
}
