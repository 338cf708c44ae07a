import { setTimeout as sleep } from 'node:timers/promises';
import {
  createEnterpriseApiClient,
  EnterpriseApiError,
  EnterpriseApiHttpError,
  EnterpriseApiOutcomeError,
  type EnterpriseApiClient,
  type SubscriptionPlanResource,
} from '#enterprise-api';
import type { Sandbox } from '#sandbox';
import { createRandom, randomFaults } from './random-faults.ts';

export interface RandomRun {
  sandbox: Sandbox;
  /** The customer whose plans are worked on. */
  customer: string;
  seed: number;
  clients: number;
  /** Whether the clients go on, asked before each operation with how many there were. */
  goesOn: (operations: number) => boolean;
}

export interface RandomOutcome {
  operations: Record<string, number>;
  /** Calls that failed, by the name of the error. */
  failures: Record<string, number>;
  /** Broken invariants, each with the operation that showed it; nothing else matters. */
  violations: string[];
  /** Calls whose outcome nobody knows. */
  unknown: number;
}

const addressesEach = 8;

type Knowledge = 'has' | 'none' | 'unknown';

/**
 * Random operations from many clients at once, under random faults. What each client knows for certain of its
 * own addresses, and what must hold of every plan at any time, is checked against every answer and, once the
 * faults are gone, address by address.
 */
export async function runRandomOperations(run: RandomRun): Promise<RandomOutcome> {
  const { sandbox, customer, seed, clients } = run;
  const outcome: RandomOutcome = { operations: {}, failures: {}, violations: [], unknown: 0 };
  const calm = createClient(sandbox, sandbox.clientId);
  const plans = (await calm.fetchSubscriptionPlans({ enterpriseCustomerUuid: customer })).items;
  const world: World = {
    outcome,
    customer,
    plans: plans.map(({ uuid }) => uuid),
    runs: new Map(),
    totals: new Map(plans.map(({ uuid, licenses }) => [uuid, licenses.total])),
    owners: new Map(),
    enrollments: { certain: new Set(), possible: new Set() },
    rowsAtFirst: await countRows(calm, customer),
  };
  for (const plan of plans) world.runs.set(plan.uuid, await listRuns(calm, plan));
  for (const [place, fault] of randomFaults.entries()) {
    sandbox.faults.add({ ...fault, seed: seed * 100 + place });
  }
  let operations = 0;
  const actors = Array.from({ length: clients }, (_, number) => createActor(run, world, number));
  await Promise.all(
    actors.map(async (actor) => {
      while (run.goesOn(operations)) {
        operations += 1;
        await actor.act();
      }
    }),
  );
  sandbox.faults.clear();
  for (const actor of actors) await actor.settle(calm);
  await checkPlans(calm, world, new Map());
  const rows = await countRows(calm, customer);
  const { certain, possible } = world.enrollments;
  const most = new Set([...certain, ...possible]).size;
  if (rows < world.rowsAtFirst + certain.size || rows > world.rowsAtFirst + most) {
    violate(
      world,
      `${rows} rows of the learner summary: ${world.rowsAtFirst} at first, and between ${certain.size} and ${most} more`,
    );
  }
  return outcome;
}

interface World {
  outcome: RandomOutcome;
  customer: string;
  plans: string[];
  totals: Map<string, number>;
  /** Whom a license was given to. */
  owners: Map<string, string>;
  /** Of each plan that runs now, run keys of its catalog. */
  runs: Map<string, string[]>;
  /** Pairs of address and run that are a row of the learner summary, or may be one. */
  enrollments: { certain: Set<string>; possible: Set<string> };
  rowsAtFirst: number;
}

function createActor({ sandbox, seed }: RandomRun, world: World, number: number) {
  const random = createRandom(seed * 1000 + number);
  const client = createClient(sandbox, sandbox.clientId);
  const stranger = createClient(sandbox, 'sandbox-other');
  const addresses = Array.from(
    { length: addressesEach },
    (_, index) => `random-${number}-${index}@tarnholt.example`,
  );
  const plan = world.plans[number % world.plans.length] ?? '';
  const known = new Map<string, Knowledge>(addresses.map((email) => [email, 'none']));
  const revokedSeen = new Map<string, number>();
  const pickSome = (): string[] => addresses.filter(() => random() < 0.4);

  const operations: Record<string, () => Promise<void>> = {
    async assign() {
      const emails = pickSome();
      if (emails.length === 0) return;
      try {
        const result = await client.assignLicenses(plan, { emails });
        for (const { email, licenseUuid } of result.assigned) {
          expectKnowledge(email, ['none', 'unknown'], 'was assigned a license');
          noteOwner(world, licenseUuid, email);
          known.set(email, 'has');
        }
        for (const email of result.alreadyAssociated) {
          expectKnowledge(email, ['has', 'unknown'], 'had a license already');
          known.set(email, 'has');
        }
      } catch (error) {
        forgetWhereUnknown(error, emails, 'none');
      }
    },
    async revoke() {
      const emails = pickSome();
      if (emails.length === 0) return;
      try {
        const { entries } = await client.revokeLicenses(plan, { emails });
        for (const { email, outcome } of entries) {
          if (outcome === 'failed') {
            known.set(email, 'unknown');
            continue;
          }
          const allowed: Knowledge[] =
            outcome === 'revoked' ? ['has', 'unknown'] : ['none', 'unknown'];
          expectKnowledge(email, allowed, outcome);
          known.set(email, 'none');
        }
      } catch (error) {
        forgetWhereUnknown(error, emails, 'has');
      }
    },
    async enroll() {
      const emails = addresses.filter((email) => known.get(email) === 'has').slice(0, 3);
      const runs = (world.runs.get(plan) ?? []).filter(() => random() < 0.3);
      if (emails.length === 0 || runs.length === 0) return;
      const pairs = emails.flatMap((email) => runs.map((run) => `${email} ${run}`));
      try {
        const { failure } = await client.bulkEnroll({
          enterpriseCustomerUuid: world.customer,
          subscriptionUuid: plan,
          emails,
          courseRunKeys: runs,
          notify: false,
        });
        const into = failure === undefined ? 'certain' : 'possible';
        for (const pair of pairs) world.enrollments[into].add(pair);
      } catch (error) {
        if (error instanceof EnterpriseApiOutcomeError) {
          for (const pair of pairs) world.enrollments.possible.add(pair);
        }
        note(error);
      }
    },
    async plans() {
      await checkPlans(client, world, revokedSeen).catch(note);
    },
    async learners() {
      await countRows(client, world.customer).catch(note);
    },
    async stranger() {
      const choice = { enterpriseCustomerUuid: world.customer };
      const seen = await stranger.fetchSubscriptionPlans(choice).catch((error: unknown) => {
        note(error);
        return { items: [] };
      });
      if (seen.items.length > 0) violate(world, 'another company saw the plans');
      const result = await stranger
        .assignLicenses(plan, { emails: ['thief@rowanfell.example'] })
        .catch((error: unknown) => error);
      if (!(result instanceof Error)) violate(world, 'another company assigned a license');
    },
  };
  const weights = [
    'assign',
    'assign',
    'assign',
    'revoke',
    'revoke',
    'enroll',
    'plans',
    'plans',
    'learners',
    'stranger',
  ];

  function expectKnowledge(email: string, allowed: Knowledge[], what: string): void {
    const state = known.get(email) ?? 'unknown';
    if (!allowed.includes(state)) violate(world, `${email} ${what}, but was known as "${state}"`);
  }

  /** A refusal has changed nothing; a lost answer may have changed those that were in the state before. */
  function forgetWhereUnknown(error: unknown, emails: string[], before: Knowledge): void {
    if (!(error instanceof EnterpriseApiHttpError)) {
      world.outcome.unknown += 1;
      for (const email of emails) if (known.get(email) === before) known.set(email, 'unknown');
    }
    note(error);
  }

  function note(error: unknown): void {
    if (!(error instanceof EnterpriseApiError)) throw error;
    world.outcome.failures[error.name] = (world.outcome.failures[error.name] ?? 0) + 1;
    if (addresses.some((email) => error.message.includes(email)) || /eyJ/.test(error.message)) {
      violate(world, `a message names an address or a token: ${error.name}`);
    }
  }

  return {
    async act(): Promise<void> {
      const name = weights[Math.floor(random() * weights.length)] ?? 'plans';
      world.outcome.operations[name] = (world.outcome.operations[name] ?? 0) + 1;
      await operations[name]?.();
    },
    /** Without faults: takes every license back, and what was certain must turn out so. */
    async settle(calm: EnterpriseApiClient): Promise<void> {
      for (const email of addresses) {
        const { entries } = await calm
          .revokeLicenses(plan, { emails: [email] })
          .catch(() => ({ entries: [] }));
        const [entry] = entries;
        if (entry?.outcome === 'revoked')
          expectKnowledge(email, ['has', 'unknown'], 'could be revoked in the end');
        if (entry?.outcome === 'nothing-to-revoke') {
          expectKnowledge(email, ['none', 'unknown'], 'had nothing to revoke in the end');
        }
      }
    },
  };
}

/** What must hold of every plan whenever it is read. */
async function checkPlans(
  client: EnterpriseApiClient,
  world: World,
  revokedSeen: Map<string, number>,
): Promise<void> {
  const choice = { enterpriseCustomerUuid: world.customer };
  const { items } = await client.fetchSubscriptionPlans(choice);
  if (items.length !== world.plans.length) violate(world, `${items.length} plans were listed`);
  for (const { uuid, licenses } of items) {
    const { activated, assigned, unassigned, revoked, total, allocated } = licenses;
    const say = (what: string): void => {
      violate(world, `plan ${uuid}: ${what}: ${JSON.stringify(licenses)}`);
    };
    if (activated + assigned + unassigned !== total) say('the counts do not add up');
    if (allocated !== assigned + activated) say('allocated is another sum');
    if (Math.min(activated, assigned, unassigned, revoked) < 0) say('a count is negative');
    if (total !== world.totals.get(uuid)) say('the total changed');
    if (revoked < (revokedSeen.get(uuid) ?? 0)) say('fewer are revoked than before');
    revokedSeen.set(uuid, revoked);
  }
}

/** A few runs of the catalog of a plan that runs now. */
async function listRuns(
  client: EnterpriseApiClient,
  plan: SubscriptionPlanResource,
): Promise<string[]> {
  const now = Date.now();
  const { start_date: start, expiration_date: end, enterprise_catalog_uuid: catalog } = plan;
  const isRunning = Date.parse(String(start)) <= now && Date.parse(String(end)) >= now;
  if (!isRunning || typeof catalog !== 'string') return [];
  const { value } = await client.walkCatalogContent(catalog).next();
  if (!('items' in value)) return [];
  const runs = value.items.flatMap(({ kind, item }) =>
    kind === 'course' ? (item.course_runs ?? []).map(({ key }) => key) : [],
  );
  return runs.slice(0, 5);
}

async function countRows(client: EnterpriseApiClient, customer: string): Promise<number> {
  let rows = 0;
  for await (const page of client.walkLearnerSummary(customer)) rows += page.rows.length;
  return rows;
}

function noteOwner(world: World, license: string, email: string): void {
  const owner = world.owners.get(license);
  if (owner !== undefined && owner !== email) {
    violate(world, `license ${license} was given to two addresses`);
  }
  world.owners.set(license, email);
}

function violate(world: World, what: string): void {
  world.outcome.violations.push(what);
}

function createClient(sandbox: Sandbox, clientId: string): EnterpriseApiClient {
  return createEnterpriseApiClient({
    apiUrl: sandbox.url,
    credentials: { clientId, clientSecret: sandbox.clientSecret },
    fetch,
    // Waits are real and short, so that other clients get in between.
    clock: {
      now: Date.now,
      sleep: (ms, signal) => sleep(Math.min(ms / 200, 20), undefined, { signal }),
    },
  });
}
