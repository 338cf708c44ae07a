import { expect, test } from 'vitest';
import {
  allocationOf,
  answerChunk,
  answerOfAssignment,
  answerOfEnrollment,
  answerOfError,
  answerOfRevocation,
  decideUnknown,
  dryRunAssign,
  dryRunEnroll,
  dryRunRevoke,
  formatCsv,
  learnerFields,
  mapPlan,
  nextStepOf,
  planStatusOf,
  readAddresses,
  reportLearners,
  resolveChunk,
  revocationsLeftOf,
  sendChunk,
  startProgress,
  stopReasonOf,
  type ChunkAnswer,
  type ChunkProgress,
  type DryRun,
  type LearnerRow,
} from '#admin';
import { createEnterpriseApiClient } from '#enterprise-api';
import { dialects, ownCompany, printedPlan, startLicensing } from '../test/licensing-sandbox.ts';

const now = Date.parse('2026-11-25T12:00:00Z');
const people = readAddresses('a@new.example, b@new.example, c@new.example', { limit: 100 });

async function start(dialect: (typeof dialects)[number]) {
  const { sandbox } = await startLicensing({ dialect });
  const { clientId, clientSecret } = sandbox;
  const client = createEnterpriseApiClient({
    apiUrl: sandbox.url,
    credentials: { clientId, clientSecret },
    fetch,
    clock: { now: Date.now, sleep: async () => undefined },
  });
  const readPlans = async () => {
    const list = await client.fetchSubscriptionPlans({ enterpriseCustomerUuid: ownCompany });
    return list.items.map(mapPlan);
  };
  const readPlan = async () =>
    (await readPlans()).find(({ uuid }) => uuid === printedPlan) ?? expect.fail('no such plan');

  /** As the server will: each request by the rules, with the first answer of a `lossy` operation lost. */
  async function run({ chunks }: DryRun, isLossy = false): Promise<ChunkProgress[]> {
    let progress = startProgress(chunks);
    for (let turn = 0; turn < 20; turn += 1) {
      const step = nextStepOf(progress);
      if (step.do === 'finish') return progress;
      const chunk = progress[step.index]!;
      const { licenses } = await readPlan();
      const set = (next: ChunkProgress) => (progress = progress.with(step.index, next));
      if (step.do === 'ask') expect.fail('nobody to ask');
      if (step.do === 'decide') {
        set(resolveChunk(chunk, decideUnknown(chunk, licenses)));
        continue;
      }
      const sent = sendChunk(chunk, licenses);
      const answer = await send(sent);
      set(answerChunk(sent, isLossy && turn === 0 ? { kind: 'lost' } : answer));
    }
    return expect.fail('does not end');
  }

  async function send({ request }: ChunkProgress): Promise<ChunkAnswer> {
    const { emails } = request;
    try {
      if (request.kind === 'assign') {
        return answerOfAssignment(await client.assignLicenses(printedPlan, { emails }));
      }
      if (request.kind === 'enroll') {
        const { courseRunKeys } = request;
        const enrollment = { enterpriseCustomerUuid: ownCompany, emails, courseRunKeys };
        return answerOfEnrollment(await client.bulkEnroll({ ...enrollment, notify: false }));
      }
      return answerOfRevocation(await client.revokeLicenses(printedPlan, { emails }));
    } catch (error) {
      return answerOfError(error);
    }
  }
  return { client, readPlan, readPlans, run };
}

test.each(dialects)('reads the plans of the %s', async (dialect) => {
  const { readPlans } = await start(dialect);
  const plans = await readPlans();

  expect(plans.length).toBeGreaterThan(1);
  for (const plan of plans) {
    expect(planStatusOf(plan, now)).not.toBe('unknown');
    expect(revocationsLeftOf(plan)).toBeDefined();
    expect(allocationOf(plan).parts.map(({ key }) => key)).not.toContain('other');
  }
});

test.each(dialects)('assigns, loses an answer, and revokes in the %s', async (dialect) => {
  const { readPlan, run } = await start(dialect);
  const plan = await readPlan();

  const assignment = dryRunAssign(people, { plan, now, chunkSize: 2 });
  const assigned = await run(assignment, true);
  const between = await readPlan();

  expect(assigned.map(({ state, attempts }) => [state, attempts])).toEqual([
    ['done', 2],
    ['done', 1],
  ]);
  expect(
    assigned.flatMap(({ outcomes = [] }) => outcomes.map(({ detail }) => detail.code)),
  ).toEqual(['already-associated', 'already-associated', 'assigned']);
  expect(between.licenses.unassigned).toBe(assignment.seats.after);
  expect(stopReasonOf(assignment, plan, now)).toBeUndefined();
  expect(stopReasonOf(assignment, between, now)).toBe('changed');

  const revocation = dryRunRevoke(people, { plan: between, now, chunkSize: 2 });
  expect(revocation.blocks).toEqual([]);
  const revoked = await run(revocation, true);

  expect(revoked[0]).toMatchObject({
    state: 'done',
    attempts: 1,
    outcomes: [{ detail: { code: 'found-done' } }, { detail: { code: 'found-done' } }],
  });
  expect(nextStepOf(revoked)).toEqual({ do: 'finish', result: 'done' });
  expect((await readPlan()).licenses.unassigned).toBe(plan.licenses.unassigned);
});

test.each(dialects)('enrolls, one job a request, and reports in the %s', async (dialect) => {
  const { client, readPlan, run } = await start(dialect);
  const plan = await readPlan();
  const keys = ['course-v1:X+A1+1T2026', 'course-v1:X+B1+1T2026'];

  const enrolled = await run(dryRunEnroll(people, keys, { plan, now, chunkSize: 2 }));
  const outcomes = enrolled.flatMap(({ outcomes = [] }) => outcomes);

  expect(outcomes).toHaveLength(6);
  expect(outcomes.every(({ detail }) => detail.code === 'accepted')).toBe(true);

  async function* rows(): AsyncGenerator<LearnerRow> {
    for await (const page of client.walkLearnerSummary(ownCompany)) yield* page.rows;
  }
  const report = await reportLearners(rows(), { now });
  let csv = '';
  for await (const part of formatCsv(rows())) csv += part;

  expect(report.rows).toBe(report.withConsent + report.withoutConsent);
  expect(report.withoutConsent).toBeGreaterThan(0);
  expect(report.statuses.reduce((sum, { rows }) => sum + rows, 0)).toBe(report.withConsent);
  expect(csv.startsWith(learnerFields.join(','))).toBe(true);
  expect(csv.split('\r\n').length).toBe(report.rows + 2);
});
