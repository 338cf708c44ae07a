import { describe, expect, it } from 'vitest';
import { createPlanForm, type OperationKind, type PlanForm, type SubscriptionPlan } from '#admin';
import { createPlan } from '../../../test/admin-builders.ts';
import { loadPlanFormView } from './load-view.ts';

type Locals = Parameters<typeof loadPlanFormView>[1];

const now = Date.parse('2026-11-23T06:00:00Z');
const open = createPlan({ uuid: 'open' });
const ended = createPlan({ uuid: 'ended', expiration: '2026-11-01T00:00:00.000Z' });
const failure = { title: 'The Enterprise API took too long.', text: 'Try again.' };
const run = {
  key: 'course-v1:KIT+STAT101x+1T2026',
  courseKey: 'KIT+STAT101x',
  title: 'Statistics',
  partners: [],
  catalogs: ['catalog-1'],
};

function load(
  form: Partial<PlanForm>,
  {
    kind = 'assign',
    plans = [open, ended],
    isDown = false,
  }: { kind?: OperationKind; plans?: SubscriptionPlan[]; isDown?: boolean } = {},
) {
  const locals: Locals = {
    now: () => now,
    async attempt(read) {
      return isDown
        ? { isOk: false, failure }
        : { isOk: true, value: await read(AbortSignal.timeout(1000)) };
    },
    plans: {
      list: async () => ({ plans, readAt: now, refused: 0 }),
      find: async (uuid) => plans.find((plan) => plan.uuid === uuid),
    },
    runs: { read: async () => ({ kind: 'available', dataDate: '2026-11-23', runs: [run] }) },
  };
  return loadPlanFormView(kind, locals, { form: createPlanForm(form) });
}

const people = (count: number) =>
  Array.from({ length: count }, (_, index) => `p${String(index)}@x.example`).join('\n');

describe('loadPlanFormView', () => {
  it('takes the only plan that can be changed', async () => {
    expect(await load({})).toMatchObject({ step: 'addresses', plan: open, problems: [] });
  });

  it('lets a person choose where there are several, none, or not the one asked for', async () => {
    const several = [open, createPlan({ uuid: 'other' })];

    expect(await load({}, { plans: several })).toMatchObject({ step: 'choose', isUnknown: false });
    expect(await load({}, { plans: [ended] })).toMatchObject({ step: 'choose', isUnknown: false });
    expect(await load({ planUuid: 'x' })).toMatchObject({ step: 'choose', isUnknown: true });
    expect(await load({ planUuid: 'ended' })).toMatchObject({ step: 'addresses', plan: ended });
  });

  it('goes on to the review, and back to the addresses with all that was entered', async () => {
    const form = { addresses: people(2), greeting: 'Hello' };

    expect(await load({ ...form, step: 'review' })).toMatchObject({ step: 'review', form });
    expect(await load({ ...form, step: 'addresses' })).toMatchObject({ step: 'addresses', form });
  });

  it('stays at the addresses where something is to be mended', async () => {
    expect(await load({ step: 'review', addresses: 'nobody' })).toMatchObject({
      step: 'addresses',
      problems: [{ field: 'addresses', code: 'none-valid' }],
    });
  });

  it('removes what is too much and reviews the rest', async () => {
    const view = await load({ step: 'remove-last', addresses: people(43) });

    expect(view).toMatchObject({ step: 'review', review: { excess: 0, dryRun: { blocks: [] } } });
    expect(view).toHaveProperty('form.addresses', people(40));
  });

  it('keeps chosen runs while others are searched', async () => {
    const form = { step: 'search-runs', runKeys: [run.key], search: 'law' } as const;

    expect(await load({ ...form, runKeys: [run.key] }, { kind: 'enroll' })).toMatchObject({
      step: 'addresses',
      form: { runKeys: [run.key], search: 'law' },
      review: { chosen: { keys: [run.key] } },
      problems: [],
    });
  });

  it('keeps what was entered where the plans can’t be read', async () => {
    const form = { addresses: people(1) };

    expect(await load(form, { isDown: true })).toMatchObject({ step: 'failed', failure, form });
  });
});
