import { describe, expect, it } from 'vitest';
import {
  createPlanForm,
  readPlanForm,
  reviewPlanForm,
  type OperationKind,
  type PlanForm,
  type Refusal,
} from '#admin';
import { createPlan } from '../../../test/admin-builders.ts';
import { effectOf } from './effect.ts';
import { enteredFieldsOf, reviewFieldsOf } from './hidden-fields.ts';

const plan = createPlan();
const now = Date.parse('2026-11-23T06:00:00Z');
const addresses = 'ada@x.example\nbob@x.example';

function reviewOf(kind: OperationKind, form: PlanForm) {
  return reviewPlanForm(kind, form, { plan, list: undefined, now });
}

function linesOf(kind: OperationKind, target: PlanForm['target'] = 'addresses', own = plan) {
  const form = createPlanForm({ addresses, target });
  const review = reviewPlanForm(kind, form, { plan: own, list: undefined, now });
  return effectOf(own, review, target).map(({ label, now: before, after }) => [
    label,
    before,
    after,
  ]);
}

describe('effectOf', () => {
  it('counts what assigning takes', () => {
    expect(linesOf('assign')).toEqual([
      ['Unassigned', '40', '38'],
      ['Assigned', '20', '22'],
      ['Activated', '40', '40'],
      ['Revocations left', '3', '3'],
    ]);
  });

  it('does not say which licenses addresses lose', () => {
    expect(linesOf('revoke')).toEqual([
      ['Unassigned', '40', '42'],
      ['Assigned or activated', '60', '58'],
      ['Revocations left', '3', '1'],
    ]);
  });

  it('counts what revoking by status does, and what only activated licenses take', () => {
    const free = createPlan({ revocations: { kind: 'unlimited' } });

    expect(linesOf('revoke', 'assigned', free)).toEqual([
      ['Unassigned', '40', '60'],
      ['Assigned', '20', '0'],
      ['Activated', '40', '40'],
      ['Revocations left', 'Unlimited', 'Unlimited'],
    ]);
  });

  it('says nothing of revocations where the service does not, and nothing of enrolling', () => {
    const unknown = createPlan({ revocations: { kind: 'unknown' } });

    expect(linesOf('revoke', 'addresses', unknown)).toHaveLength(2);
    expect(linesOf('enroll')).toEqual([]);
  });
});

describe('the hidden fields of a review', () => {
  it('carry to the confirmation what was entered', async () => {
    const form = createPlanForm({
      planUuid: plan.uuid,
      step: 'review',
      addresses,
      greeting: 'Hello,\nthere',
      isNotified: false,
      runKeys: ['course-v1:A+B+1', 'course-v1:A+B+2'],
      retryOf: 'operation-1',
    });
    const review = reviewOf('assign', form);
    const fields = new FormData();
    const hidden = [
      ...enteredFieldsOf(form),
      ...reviewFieldsOf({ form, review, refusal: undefined }),
    ];
    for (const field of hidden) fields.append(...field);

    const { fingerprint, idempotencyKey, ...rest } = await readPlanForm(fields);
    const { fingerprint: _, idempotencyKey: __, ...expected } = form;
    expect(rest).toEqual(expected);
    expect(fingerprint).toBe(review.dryRun.fingerprint);
    expect(idempotencyKey).toMatch(/^[\da-f-]{36}$/);
  });

  it('give every review a key of its own, except after a fault', () => {
    const form = createPlanForm({ addresses, idempotencyKey: 'key-1' });
    const review = reviewOf('assign', form);
    const keyOf = (refusal?: Refusal) =>
      new Map(reviewFieldsOf({ form, review, refusal })).get('key');

    expect(new Set([keyOf(), keyOf(), keyOf('changed'), 'key-1']).size).toBe(4);
    expect(keyOf('fault')).toBe('key-1');
  });
});
