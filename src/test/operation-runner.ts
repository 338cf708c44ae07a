import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished } from 'vitest';
import {
  dryRunAssign,
  dryRunEnroll,
  dryRunRevoke,
  dryRunRevokeByStatus,
  mapPlan,
  readAddresses,
  type DryRun,
  type DryRunContext,
  type SubscriptionPlan,
} from '#admin';
import {
  createOperationRunner,
  type OperationRunner,
  type OperationRunnerOptions,
  type OperationState,
} from '#admin/operations';
import { listAuditEntries, type AuditEntry, type Store } from '#admin/store';
import { createEnterpriseApiClient } from '#enterprise-api';
import type { Sandbox, SandboxOptions } from '#sandbox';
import { openSqliteStore } from './admin-stores.ts';
import { addSeats, listHolders, type LicenseStatus } from './license-state.ts';
import { ownCompany, printedPlan, startLicensing } from './licensing-sandbox.ts';

export const cappedTitle = 'Engineering academy, with a revocation cap';
export const mona = { subject: 'mona', name: 'Mona Manager' };
/** The day of `startLicensing`. */
const today = Date.parse('2026-11-25T12:00:00Z');

/** A sandbox with a file for its licenses, and an operation runner on a store in memory. */
export async function startOperations(
  options: SandboxOptions & { runner?: Partial<OperationRunnerOptions> } = {},
) {
  const { runner: runnerOptions, ...sandboxOptions } = options;
  const folder = mkdtempSync(path.join(tmpdir(), 'prospectus-operations-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const state = path.join(folder, 'state.sqlite');
  const { sandbox } = await startLicensing({ state, ...sandboxOptions });
  const store = runnerOptions?.store ?? (await openSqliteStore());
  const world = { sandbox, store, state };
  return {
    ...{ ...world, ...createWorld(world, runnerOptions) },
    /** Another server: on the same store, unless the options name one. */
    startRunner: (others: Partial<OperationRunnerOptions> = {}) =>
      createWorld({ ...world, store: others.store ?? store }, others),
  };
}

/** What a test asks of a sandbox and a runner of its own. */
function createWorld(
  { sandbox, store, state }: { sandbox: Sandbox; store: Store; state: string },
  runnerOptions: Partial<OperationRunnerOptions> = {},
) {
  const clock = createClock();
  const warnings: string[] = [];
  const runner = createOperationRunner({
    ...{ store, client: createClient(sandbox), enterpriseCustomer: ownCompany, ...clock },
    log: { warn: (message) => warnings.push(message) },
    ...runnerOptions,
  });
  onTestFinished(() => runner.close());
  const calm = createClient(sandbox);

  async function readPlans(): Promise<SubscriptionPlan[]> {
    const { items } = await calm.fetchSubscriptionPlans({ enterpriseCustomerUuid: ownCompany });
    return items.map(mapPlan);
  }
  async function readPlan(uuid = printedPlan): Promise<SubscriptionPlan> {
    const found = (await readPlans()).find((plan) => plan.uuid === uuid || plan.title === uuid);
    return found ?? expect.fail(`no plan ${uuid}`);
  }
  async function confirm(
    review: (context: DryRunContext) => DryRun,
    { plan: name, chunkSize, beforeConfirm, ...rest }: ConfirmOptions = {},
  ): Promise<string> {
    const plan = await readPlan(name);
    const dryRun = review({ plan, now: today, chunkSize });
    beforeConfirm?.();
    const { id } = await runner.confirm({
      idempotencyKey: crypto.randomUUID(),
      ...{ kind: dryRun.kind, planUuid: plan.uuid, planTitle: plan.title ?? '', dryRun },
      ...{ settings: { notify: false }, person: mona, ...rest },
    });
    return id;
  }
  return {
    ...{ runner, warnings, readPlan, confirm },
    /** The last state of an operation, once it is over or asks somebody. */
    finish: (id: string) => watchUntil(runner, id, () => false),
    settle: (id: string) => watchUntil(runner, id, ({ state }) => state === 'asking'),
    watchUntil: (id: string, isThere: (state: OperationState) => boolean) =>
      watchUntil(runner, id, isThere),
    /** The log of an operation, oldest first. */
    readLog: (id: string) => readLog(store, id),
    addSeats: (count: number, plan = printedPlan) => addSeats(state, { plan, count }),
    listHolders: (plan = printedPlan, status?: LicenseStatus) =>
      listHolders(state, { plan, status }),
  };
}

/** Waits that only the test ends. */
export function createGate() {
  const gate = Promise.withResolvers<void>();
  return {
    open: gate.resolve,
    sleep: (_ms: number, signal?: AbortSignal) =>
      Promise.race([
        gate.promise,
        new Promise((_, reject) =>
          signal?.addEventListener('abort', () => reject(new Error('aborted'))),
        ),
      ]),
  };
}

/** Time passes by sleeping, and at once; no two moments are the same. */
function createClock() {
  let now = today;
  return {
    now: () => (now += 1),
    async sleep(ms: number, signal?: AbortSignal) {
      signal?.throwIfAborted();
      now += ms;
      // Lets others have their turn, as a real wait does.
      await new Promise(setImmediate);
    },
  };
}

function createClient(sandbox: Pick<Sandbox, 'url' | 'clientId' | 'clientSecret'>) {
  const { url, clientId, clientSecret } = sandbox;
  return createEnterpriseApiClient({
    apiUrl: url,
    credentials: { clientId, clientSecret },
    fetch,
    clock: { now: Date.now, sleep: async () => undefined },
    tries: 1,
  });
}

export const assign = (text: string) => (context: DryRunContext) =>
  dryRunAssign(read(text), context);
export const revoke = (text: string) => (context: DryRunContext) =>
  dryRunRevoke(read(text), context);
export const revokeByStatus =
  (...statuses: Parameters<typeof dryRunRevokeByStatus>[0]) =>
  (context: DryRunContext) =>
    dryRunRevokeByStatus(statuses, context);
export const enroll = (text: string, keys: string[]) => (context: DryRunContext) =>
  dryRunEnroll(read(text), keys, context);

/** Addresses as a person pastes them. */
export function people(count: number, prefix = 'learner'): string {
  return Array.from({ length: count }, (_, index) => `${prefix}-${index}@new.example`).join('\n');
}

function read(text: string) {
  return readAddresses(text, { limit: 20_000 });
}

async function watchUntil(
  runner: OperationRunner,
  id: string,
  isThere: (state: OperationState) => boolean,
): Promise<OperationState> {
  let last: OperationState | undefined;
  for await (const state of runner.watch(id, AbortSignal.timeout(15_000))) {
    last = state;
    if (isThere(state)) break;
  }
  return last ?? expect.fail(`no operation ${id}`);
}

export async function readLog(store: Store, operationId: string): Promise<AuditEntry[]> {
  return (await listAuditEntries(store, { limit: 10_000, operationId })).toReversed();
}

interface ConfirmOptions {
  /** A uuid or a title; the printed plan. */
  plan?: string;
  chunkSize?: number;
  /** Called once the plan was read for the review. */
  beforeConfirm?: () => unknown;
  idempotencyKey?: string;
  retryOf?: string;
  settings?: Parameters<OperationRunner['confirm']>[0]['settings'];
}
