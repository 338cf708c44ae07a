import {
  answerChunk,
  decideUnknown,
  fitChunk,
  nextStepOf,
  resolveChunk,
  sendChunk,
  stopReasonOf,
  type ChunkProgress,
  type OperationKind,
  type PlanCounts,
  type StopReason,
} from '../plan-operation/index.ts';
import { writeBlockOf, type SubscriptionPlan } from '../plans/index.ts';
import {
  addAuditEntry,
  getOperation,
  splitChunk,
  transact,
  updateOperation,
  type OperationRow,
} from '../store/index.server.ts';
import { createEntry, describeAnswer, describeSent } from './audit.server.ts';
import { finishOperation } from './finish-operation.server.ts';
import { pauseLength } from './pause-length.server.ts';
import { loadChunks, saveProgress, type StoredChunk } from './progress.server.ts';
import type { RunContext } from './run-context.server.ts';
import { readPlan, sendChunkRequest, type Pause } from './send-chunk.server.ts';
import { parseSettings } from './settings.server.ts';
import type { OperationProblem } from './types.server.ts';

/**
 * Works on an operation that this server has, step by step (plan-operation/README.md), until it is over, a person
 * is asked, the server ends or another one has taken it.
 */
export async function runOperation(context: RunContext, id: string): Promise<void> {
  const { store, now } = context;
  const run: Run = { context, id, chunks: await loadChunks(store, id), isChecked: false };
  let pauses = 0;
  if (run.chunks.some(isUnknownRevocation)) {
    const lengthMs = pauseLength('no-answer', pauses);
    await context.pause(id, { reason: 'no-answer', until: now() + lengthMs }, lengthMs);
  }
  for (;;) {
    const operation = await getOperation(store, id);
    if (!isOwn(context, operation)) return;
    if (operation.stop_asked_at !== null) {
      return finish(run, operation, 'stopped', { code: 'by-person' });
    }
    const step = nextStepOf(run.chunks.map(({ progress }) => progress));
    if (step.do === 'finish') {
      return finish(run, operation, step.result, problemOf(run.chunks, step.result));
    }
    if (step.do === 'ask') return ask(run);
    const turn = await (step.do === 'decide' ? decide : send)(run, operation, step.index);
    context.changed(id);
    if ('stop' in turn) return finish(run, operation, 'stopped', { code: turn.stop });
    if (turn.pause === undefined) {
      if (turn.isProgress === true) pauses = 0;
      continue;
    }
    const { reason, waitMs } = turn.pause;
    const lengthMs = pauseLength(reason, pauses, waitMs);
    pauses += 1;
    await context.pause(id, { reason, until: now() + lengthMs }, lengthMs);
    run.isChecked = false;
  }
}

/** Leaves it to a person, unless somebody has just stopped it: then nobody would work on it any more. */
async function ask({ context: { store, now }, id }: Run): Promise<void> {
  await transact(store, async (transaction) => {
    await updateOperation(transaction, id, ['running'], { state: 'asking', runner: null });
    const operation = await getOperation(transaction, id);
    if (operation === undefined || operation.stop_asked_at === null) return;
    const problem = { code: 'by-person' } as const;
    await finishOperation(transaction, operation, {
      ...{ from: ['asking'], state: 'stopped', problem, at: now() },
    });
  });
}

/** One request, from the plan's state before it to what came of it. */
async function send(run: Run, operation: OperationRow, index: number): Promise<Turn> {
  const { context } = run;
  const settings = parseSettings(operation);
  const chunk = chunkAt(run, index);
  const revokes = isRevocation(chunk);
  let before: PlanCounts | undefined;
  if (revokes || !run.isChecked) {
    const read = await readPlan(context, settings.planUuid, context.ending);
    if ('reason' in read) return { pause: read };
    const { plan } = read;
    const stop = stopOf(run, operation, plan);
    if (plan === undefined || stop !== undefined) return { stop: stop ?? 'plan-gone' };
    run.isChecked = true;
    if (revokes) {
      before = countsOf(plan);
      if (!(await fit(run, operation, index, plan))) return { isProgress: true };
    }
  }
  const fitting = chunkAt(run, index);
  // A person, or the end of the server, may have come while the plan was read.
  const now = await getOperation(context.store, run.id);
  if (!isOwn(context, now) || now.stop_asked_at !== null) return {};
  await save(run, operation, index, sendChunk(fitting.progress, before), {
    action: 'request-sent',
    detail: describeSent(fitting),
  });
  context.changed(run.id);
  const sent = chunkAt(run, index);
  const { request } = sent.progress;
  const answer = await sendChunkRequest(context, request, settings, context.ending);
  await save(run, operation, index, answerChunk(sent.progress, answer), {
    action: 'request-answered',
    detail: describeAnswer(sent, answer),
  });
  if (answer.kind === 'postponed') return { pause: answer };
  if (answer.kind === 'lost' && request.kind !== 'enroll') {
    return { pause: { reason: 'no-answer' } };
  }
  return { isProgress: answer.kind !== 'lost' };
}

/** What to do about a request whose answer never came. */
async function decide(run: Run, operation: OperationRow, index: number): Promise<Turn> {
  const { context } = run;
  const chunk = chunkAt(run, index);
  let counts: PlanCounts | undefined;
  if (isRevocation(chunk)) {
    const read = await readPlan(context, parseSettings(operation).planUuid, context.ending);
    if ('reason' in read) return { pause: read };
    counts = read.plan && countsOf(read.plan);
  }
  const decision = decideUnknown(chunk.progress, counts);
  await save(run, operation, index, resolveChunk(chunk.progress, decision), {
    action: 'request-decided',
    detail: { request: chunk.position, decision, by: 'rule' },
  });
  return { isProgress: decision === 'done' };
}

/** Cuts a revocation to what the cap leaves; false where nothing is left. */
async function fit(
  run: Run,
  operation: OperationRow,
  index: number,
  plan: SubscriptionPlan,
): Promise<boolean> {
  const { context, chunks, id } = run;
  const { position, progress } = chunkAt(run, index);
  const [first, rest] = fitChunk(progress, plan);
  if (first === undefined || first.state === 'failed') {
    await save(run, operation, index, first ?? progress, {
      action: 'request-not-sent',
      detail: { request: position, code: 'no-revocations-left' },
    });
    return false;
  }
  if (rest === undefined) return true;
  const size = first.request.emails.length;
  const added = await transact(context.store, async (transaction) => {
    const added = await splitChunk(transaction, { operationId: id, position }, size);
    const detail = { request: position, addresses: size, added };
    const entry = createEntry(operation, { at: context.now(), action: 'request-split', detail });
    await addAuditEntry(transaction, { ...entry, operationId: id });
    return added;
  });
  chunks[index] = { position, progress: first };
  chunks.push({ position: added, progress: rest });
  return true;
}

/** Only what was reviewed may begin; once it has begun, its own requests change the plan. */
function stopOf(
  { chunks, isChecked, context }: Run,
  operation: OperationRow,
  plan: SubscriptionPlan | undefined,
): StopReason | undefined {
  const hasBegun = isChecked || chunks.some(({ progress }) => progress.attempts > 0);
  if (plan === undefined) return 'plan-gone';
  if (hasBegun) return writeBlockOf(plan, context.now());
  const { fingerprint } = parseSettings(operation);
  // Written by `confirm`.
  const kind = operation.kind as OperationKind;
  return stopReasonOf({ kind, fingerprint }, plan, context.now());
}

async function save(
  { context, chunks, id }: Run,
  operation: OperationRow,
  index: number,
  next: ChunkProgress,
  { action, detail }: { action: string; detail: ReturnType<typeof describeSent> },
): Promise<void> {
  const chunk = chunks[index];
  if (chunk === undefined) throw new Error(`Operation ${id} has no request ${index}.`);
  const entry = createEntry(operation, { at: context.now(), action, detail });
  await saveProgress(context.store, operation, chunk, { next, entry });
  chunks[index] = { ...chunk, progress: next };
}

function finish(
  { context, id }: Run,
  operation: OperationRow,
  state: 'done' | 'partly' | 'failed' | 'stopped',
  problem: OperationProblem | undefined,
): Promise<void> {
  const { store, now } = context;
  return finishOperation(
    store,
    { ...operation, id },
    { from: ['running'], state, problem, at: now() },
  );
}

/** What a request that names nobody says of the whole operation. */
function problemOf(chunks: readonly StoredChunk[], result: string): OperationProblem | undefined {
  const [chunk] = chunks;
  const isByStatus = chunk?.progress.request.kind === 'revoke-by-status';
  return isByStatus && result === 'failed' ? chunk.progress.detail : undefined;
}

function chunkAt({ chunks, id }: Run, index: number): StoredChunk {
  const chunk = chunks[index];
  if (chunk === undefined) throw new Error(`Operation ${id} has no request ${index}.`);
  return chunk;
}

function isOwn(
  { runnerId, closing }: RunContext,
  operation: OperationRow | undefined,
): operation is OperationRow {
  return operation?.state === 'running' && operation.runner === runnerId && !closing.aborted;
}

function isRevocation({ progress: { request } }: StoredChunk): boolean {
  return request.kind === 'revoke' || request.kind === 'revoke-by-status';
}

/** Decided at once, one that the service still works on would look as if it had not happened. */
function isUnknownRevocation(chunk: StoredChunk): boolean {
  const { state, isAsking } = chunk.progress;
  return isRevocation(chunk) && state === 'unknown' && isAsking !== true;
}

function countsOf({ licenses }: SubscriptionPlan): PlanCounts {
  const { activated, assigned, revoked } = licenses;
  return { activated, assigned, revoked };
}

interface Run {
  context: RunContext;
  id: string;
  chunks: StoredChunk[];
  /** Whether the plan was read and may be changed, since this server has the operation or has waited last. */
  isChecked: boolean;
}

/** What a step leads to. */
type Turn = { stop: StopReason } | { pause?: Pause; isProgress?: boolean };
