import { describe, expect, it } from 'vitest';
import {
  createPlanForm,
  readAddresses,
  reviewPlanForm,
  type Block,
  type OperationKind,
  type PlanForm,
  type Warning,
} from '#admin';
import { createPlan } from '../../../test/admin-builders.ts';
import { addressProblemWords, byAttention, describeEntry, describeTable } from './address-words.ts';
import {
  describeBlock,
  describeCap,
  describeConfirmation,
  describeLeft,
  describeProblem,
  describeRequests,
  describeWarning,
  refusalWords,
  summarize,
} from './words.ts';

const now = Date.parse('2026-11-23T06:00:00Z');

/** One of each, which the types keep whole. */
const blocks: Record<Block['reason'], Block> = {
  expired: { reason: 'expired' },
  inactive: { reason: 'inactive' },
  locked: { reason: 'locked' },
  'no-addresses': { reason: 'no-addresses' },
  'no-courses': { reason: 'no-courses' },
  'no-licenses': { reason: 'no-licenses' },
  'no-revocations-left': { reason: 'no-revocations-left' },
  'too-many-addresses': { reason: 'too-many-addresses', remove: 4 },
  'over-limit': { reason: 'over-limit', remove: 1 },
  'too-many-for-cap': { reason: 'too-many-for-cap', left: 3, licenses: 20 },
};

const warnings: Record<Warning['reason'], Warning> = {
  'not-started': { reason: 'not-started' },
  'left-out': { reason: 'left-out' },
  'cannot-be-undone': { reason: 'cannot-be-undone' },
  'queued-only': { reason: 'queued-only' },
  'cap-unknown': { reason: 'cap-unknown' },
  'many-courses': { reason: 'many-courses', count: 8, limit: 7 },
  'revocations-may-run-out': { reason: 'revocations-may-run-out', left: 3, addresses: 8 },
};

function review(kind: OperationKind, form: Partial<PlanForm>) {
  return reviewPlanForm(kind, createPlanForm(form), {
    plan: createPlan(),
    list: undefined,
    now,
  });
}

function people(count: number): string {
  return Array.from({ length: count }, (_, index) => `p${String(index)}@x.example`).join('\n');
}

describe('words', () => {
  it('stand for everything that can stop or make think', () => {
    const sentences = [
      ...Object.values(blocks).map((block) => describeBlock(block)),
      ...Object.values(warnings).map(describeWarning),
      ...Object.values(refusalWords),
    ];

    for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z\d].*\.$/);
    expect(new Set(sentences).size).toBe(sentences.length);
  });

  it('say how many addresses are too many', () => {
    const { dryRun } = review('assign', { addresses: people(43) });

    expect(dryRun.blocks.map((block) => describeBlock(block, dryRun))).toEqual([
      '3 addresses too many. The plan has 40 free licenses and you entered 43 valid addresses.',
    ]);
  });

  it.each([
    ['assign', 1, '1 person gets a license of Everyone.', 'Assign 1 license'],
    ['assign', 2, '2 people get a license of Everyone.', 'Assign 2 licenses'],
    ['revoke', 2, '2 people lose their license of Everyone.', 'Revoke 2 licenses'],
    ['enroll', 1, '1 person is to be enrolled in 2 courses.', 'Enroll 1 person in 2 courses'],
  ] as const)('sum up: %s %i', (kind, count, sentence, button) => {
    const typedRuns = 'course-v1:A+B+1, course-v1:A+B+2';
    const own = review(kind, { addresses: people(count), typedRuns });

    expect(summarize(kind, createPlan(), own)).toBe(`${sentence} Nothing has been sent yet.`);
    expect(describeConfirmation(kind, own)).toBe(button);
  });

  it('say how many requests there will be', () => {
    expect(describeRequests(review('assign', { addresses: people(2) }))).toBe(
      '1 request to the Enterprise API. The plan is read again just before; if it changed, nothing is sent.',
    );
    expect(
      describeRequests(review('enroll', { addresses: people(2), typedRuns: 'course-v1:A+B+1' })),
    ).toMatch(/^2 enrollments in 1 request to .* at most 500 enrollments, and 1,000 learners/);
  });

  it('say what is left of a plan', () => {
    const capped = createPlan();
    const free = createPlan({ revocations: { kind: 'unlimited' } });
    const unknown = createPlan({ revocations: { kind: 'unknown' } });

    expect(describeLeft('assign', capped)).toBe('40 free licenses');
    expect(describeLeft('enroll', capped)).toBe('60 learners with a license');
    expect([capped, free, unknown].map((plan) => describeLeft('revoke', plan))).toEqual([
      '60 licenses given out, 3 revocations left',
      '60 licenses given out, no cap',
      '60 licenses given out',
    ]);
    expect(describeCap(capped)).toMatch(
      /^2 licenses .* have been revoked .* 3 revocations are left/,
    );
    expect(describeCap(unknown)).toBe('');
  });

  it('name what is wrong with a field', () => {
    expect(describeProblem({ field: 'closing', code: 'too-long', excess: 1 })).toBe(
      '1 character too many in the closing.',
    );
    expect(describeProblem({ field: 'runs', code: 'no-keys', keys: ['STAT101x', 'B'] })).toBe(
      'These are no keys of course runs: STAT101x, B.',
    );
    expect(describeProblem({ field: 'runs', code: 'none' })).toBe('Choose a course.');
  });
});

describe('address words', () => {
  it('say of each address why it does not count', () => {
    const { entries } = readAddresses('a@x.example, A@x.example, nobody, b@x.example', {
      limit: 1,
    });

    expect(entries.map((entry) => describeEntry(entry).why)).toEqual([
      '',
      'Same as line 1',
      addressProblemWords['missing-at'],
      'There is no room for it in one review',
    ]);
  });

  it('show first what needs a person, and not too much', () => {
    const { entries } = readAddresses('a@x.example, a@x.example, nobody', { limit: 9 });

    expect(byAttention(entries, 2).map((entry) => entry.class)).toEqual(['invalid', 'duplicate']);
  });

  it('say what was read of a table', () => {
    const id = '00Q5e00001AbCdEFGH';
    const tableOf = (text: string) => describeTable(readAddresses(text, { limit: 9 }));

    expect(tableOf('a@x.example, b@x.example')).toBe('');
    expect(tableOf('a@x.example;A\nb@x.example;B')).toBe('The addresses stand in column 1.');
    expect(tableOf(`name,E-Mail,sfid\nA,a@x.example,${id}\nB,b@x.example,\nC,,`)).toBe(
      'The addresses stand in column 2, “E-Mail”. 1 address with a Salesforce id. 1 line without an address.',
    );
  });
});
