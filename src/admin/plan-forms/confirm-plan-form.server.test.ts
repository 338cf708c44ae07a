import { describe, expect, it } from 'vitest';
import { fingerprintOf, type OperationKind } from '#admin';
import { confirmPlanForm } from '#admin/plan-forms';
import { getOperation } from '#admin/store';
import { dialects, printedPlan } from '../../test/licensing-sandbox.ts';
import { mona, startOperations } from '../../test/operation-runner.ts';
import { createPlanForm, type PlanForm } from './index.ts';

const now = Date.parse('2026-11-25T12:00:00Z');

async function startForms(dialect: (typeof dialects)[number] = 'gateway') {
  const world = await startOperations({ dialect });
  const reviewed = await world.readPlan();
  const send = async (kind: OperationKind, form: Partial<PlanForm>, hasPlan = true) =>
    confirmPlanForm(
      kind,
      createPlanForm({
        fingerprint: fingerprintOf(reviewed, kind),
        idempotencyKey: '7d444840-9dc0-41d1-b245-5ffdce74fad2',
        ...form,
      }),
      {
        plan: hasPlan ? await world.readPlan() : undefined,
        list: undefined,
        now,
        person: mona,
        operations: world.runner,
        store: world.store,
      },
    );
  return { ...world, send };
}

describe.each(dialects)('confirmPlanForm, with the %s dialect', (dialect) => {
  it('assigns what was reviewed, with its settings', async () => {
    const { send, runner, listHolders, store } = await startForms(dialect);
    const confirmed = await send('assign', {
      addresses: 'Ada@new.example, ada@new.example',
      greeting: 'Hello',
      isNotified: false,
    });

    const { id } = confirmed.kind === 'confirmed' ? confirmed : expect.fail(confirmed.why);
    for await (const state of runner.watch(id, AbortSignal.timeout(15_000))) void state;
    expect(listHolders().get('ada@new.example')).toBe(1);
    const operation = await getOperation(store, id);
    expect(operation).toMatchObject({ kind: 'assign', queue: printedPlan, ...mona });
    expect(JSON.parse(operation?.settings ?? '')).toMatchObject({
      greeting: 'Hello',
      notify: false,
    });
  });
});

describe('confirmPlanForm', () => {
  it('gives the same operation for the same form, also after it has changed the plan', async () => {
    const { send, runner, listHolders } = await startForms();
    const form = { addresses: 'ada@new.example' };
    const [first, second] = await Promise.all([send('assign', form), send('assign', form)]);
    const { id } = first.kind === 'confirmed' ? first : expect.fail(first.why);
    for await (const state of runner.watch(id, AbortSignal.timeout(15_000))) void state;
    const third = await send('assign', form);

    expect([second, third]).toEqual([first, first]);
    expect(listHolders().get('ada@new.example')).toBe(1);
  });

  it.each([
    ['unread', { fingerprint: '' }, 'changed'],
    ['changed since', { fingerprint: 'f'.repeat(32) }, 'changed'],
    ['without a key of a review', { idempotencyKey: 'key-1' }, 'not-reviewed'],
    ['without addresses', { addresses: 'nobody' }, 'blocked'],
    ['with too long a greeting', { problems: [tooLong()] }, 'blocked'],
  ] as const)('refuses a plan or form %s', async (_, form, why) => {
    const { send, store } = await startForms();
    const answer = await send('assign', { addresses: 'ada@new.example', ...copy(form) });

    expect(answer).toEqual({ kind: 'refused', why });
    expect(await store.selectFrom('operations').select('id').execute()).toEqual([]);
  });

  it('refuses a plan that the company does not have', async () => {
    const { send } = await startForms();

    expect(await send('assign', { addresses: 'ada@new.example' }, false)).toEqual({
      kind: 'refused',
      why: 'unknown-plan',
    });
  });

  it('refuses many revocations until they are typed, in whatever case', async () => {
    const { send } = await startForms();
    const addresses = Array.from({ length: 11 }, (_, index) => `p${String(index)}@x.example`);
    const form = { addresses: addresses.join('\n') };

    expect(await send('revoke', form)).toEqual({ kind: 'refused', why: 'not-typed' });
    expect(await send('revoke', { ...form, phrase: 'revoke 10' })).toMatchObject({
      why: 'not-typed',
    });
    expect(await send('revoke', { ...form, phrase: ' Revoke  11' })).toMatchObject({
      kind: 'confirmed',
    });
  });

  it('follows only an operation of the same kind on the same plan', async () => {
    const { send, store } = await startForms();
    const keyOf = (digit: number) => `7d444840-9dc0-41d1-b245-00000000000${String(digit)}`;
    const confirm = async (digit: number, form: Partial<PlanForm>, kind: OperationKind) => {
      const addresses = `p${String(digit)}@x.example`;
      const answer = await send(kind, { addresses, idempotencyKey: keyOf(digit), ...form });
      return answer.kind === 'confirmed' ? answer.id : expect.fail(answer.why);
    };
    const typedRuns = 'course-v1:KIT+STAT101x+1T2026';
    const first = await confirm(1, { typedRuns }, 'enroll');
    const second = await confirm(2, { typedRuns, retryOf: first }, 'enroll');
    const other = await confirm(3, { retryOf: first }, 'assign');
    const unknown = await confirm(4, { typedRuns, retryOf: 'nothing' }, 'enroll');

    expect((await getOperation(store, second))?.retry_of).toBe(first);
    expect((await getOperation(store, other))?.retry_of).toBeNull();
    expect((await getOperation(store, unknown))?.retry_of).toBeNull();
  });
});

function tooLong() {
  return { field: 'greeting', code: 'too-long', excess: 1 } as const;
}

/** Without the `readonly` of a table of tests. */
function copy(form: object): Partial<PlanForm> {
  return structuredClone(form);
}
