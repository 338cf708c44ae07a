import { describe, expect, it } from 'vitest';
import { createPlan } from '../../test/admin-builders.ts';
import type { OperationKind } from '../plan-operation/index.ts';
import { createPlanForm, reviewPlanForm, type PlanForm, type RunList } from './index.ts';

const now = Date.parse('2026-11-23T06:00:00Z');
const run = {
  key: 'course-v1:KIT+STAT101x+1T2026',
  courseKey: 'KIT+STAT101x',
  title: 'Statistics',
  partners: [],
  catalogs: ['catalog-1'],
};
const list: RunList = {
  dataDate: '2026-11-23T06:00:00Z',
  runs: [
    run,
    { ...run, key: 'course-v1:KIT+STAT101x+2T2026', enrollBy: '2026-11-01' },
    { ...run, key: 'course-v1:KIT+STAT101x+3T2026', catalogs: ['catalog-2'] },
  ],
};

function review(kind: OperationKind, form: Partial<PlanForm>, { hasList = true } = {}) {
  return reviewPlanForm(kind, createPlanForm(form), {
    plan: createPlan(),
    list: hasList ? list : undefined,
    now,
  });
}

function people(count: number): string {
  return Array.from({ length: count }, (_, index) => `p${String(index)}@x.example`).join('\n');
}

describe('reviewPlanForm', () => {
  it('says how many addresses the free seats and the limit leave over', () => {
    expect(review('assign', { addresses: people(43) }).excess).toBe(3);
    expect(review('revoke', { addresses: people(43) }).excess).toBe(0);
    expect(review('revoke', { addresses: people(10_002) }).excess).toBe(2);
    expect(review('assign', { addresses: people(10_002) }).excess).toBe(9_962);
  });

  it.each([
    ['', 'none'],
    ['nobody, nowhere', 'none-valid'],
  ])('asks for addresses where there are none: %j', (addresses, code) => {
    expect(review('assign', { addresses }).problems).toEqual([{ field: 'addresses', code }]);
  });

  it('needs no addresses where licenses are revoked by status', () => {
    const { problems, dryRun, reading } = review('revoke', {
      target: 'assigned',
      addresses: 'nobody',
    });

    expect(problems).toEqual([]);
    expect(dryRun.counts.valid).toBe(20);
    expect(reading.entries).toEqual([]);
  });

  it('looks at what is chosen for revoking only where something is revoked', () => {
    const { dryRun } = review('assign', { target: 'assigned', addresses: people(2) });

    expect(dryRun).toMatchObject({ kind: 'assign', counts: { valid: 2 } });
  });

  it.each([
    [10, undefined],
    [11, 'revoke 11'],
  ])('has %i revocations typed: %s', (count, phrase) => {
    expect(review('revoke', { addresses: people(count) }).phrase).toBe(phrase);
    expect(review('assign', { addresses: people(count) }).phrase).toBeUndefined();
  });

  it('offers the open runs of the plan’s catalog and nothing else', () => {
    const { chosen, problems } = review('enroll', {
      addresses: people(1),
      runKeys: list.runs.map(({ key }) => key),
      typedRuns: 'course-v1:Any+Run+1',
    });

    expect(chosen.keys).toEqual([run.key]);
    expect(problems).toEqual([
      {
        field: 'runs',
        code: 'not-offered',
        keys: ['course-v1:KIT+STAT101x+2T2026', 'course-v1:KIT+STAT101x+3T2026'],
      },
    ]);
  });

  it('takes typed run keys where there is no list', () => {
    const typedRuns = 'course-v1:Any+Run+1, STAT101x';
    const { chosen, problems } = review(
      'enroll',
      { addresses: people(1), typedRuns },
      { hasList: false },
    );

    expect(chosen.keys).toEqual(['course-v1:Any+Run+1']);
    expect(problems).toEqual([{ field: 'runs', code: 'no-keys', keys: ['STAT101x'] }]);
  });

  it('takes no more runs than can be sent, whatever was typed', () => {
    const typedRuns = Array.from({ length: 103 }, (_, index) => `course-v1:Any+Run+${index}`);
    const { chosen, problems } = review(
      'enroll',
      { addresses: people(1), typedRuns: typedRuns.join(' ') },
      { hasList: false },
    );

    expect(chosen.keys).toHaveLength(100);
    expect(problems).toEqual([{ field: 'runs', code: 'too-many', excess: 3 }]);
  });

  it('asks for a course', () => {
    expect(review('enroll', { addresses: people(1) }).problems).toEqual([
      { field: 'runs', code: 'none' },
    ]);
  });
});
