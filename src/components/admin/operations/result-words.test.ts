import { describe, expect, it, test } from 'vitest';
import type { OutcomeDetail } from '#admin';
import type { ResultLine } from '#admin/operation-report';
import { describeOutcome } from './result-words.ts';

type Outcome = ResultLine['outcome'];

/** Each code that a result can have, with the outcome that goes with it: a new one does not compile without it. */
const codes: Record<OutcomeDetail['code'], Outcome> = {
  assigned: 'succeeded',
  'already-associated': 'succeeded',
  revoked: 'succeeded',
  'nothing-to-revoke': 'succeeded',
  accepted: 'succeeded',
  'found-done': 'succeeded',
  refused: 'failed',
  'not-revoked': 'failed',
  'not-named': 'failed',
  'no-revocations-left': 'failed',
  'given-up': 'unknown',
};

function toDetail(code: OutcomeDetail['code']): OutcomeDetail {
  if (code === 'assigned') return { code, licenseUuid: 'l' };
  if (code === 'accepted') return { code, jobId: 'j' };
  if (code === 'refused' || code === 'not-revoked') return { code, reason: 'Too late' };
  return { code };
}

const all = Object.entries(codes) as [OutcomeDetail['code'], Outcome][];

describe('describeOutcome', () => {
  it.each(all)('has a label and a sentence of its own for %s', (code, outcome) => {
    const { label, text } = describeOutcome({ outcome, detail: toDetail(code) });

    expect(label).not.toBe('');
    expect(text).toMatch(/\.$/);
    const others = all.filter(([other]) => other !== code);
    const texts = others.map(
      ([other, its]) => describeOutcome({ outcome: its, detail: toDetail(other) }).text,
    );
    expect(texts).not.toContain(text);
  });

  it('has a tone of trouble exactly for what failed or is not known', () => {
    const troubled = all.filter(([code, outcome]) =>
      ['failed', 'warning'].includes(describeOutcome({ outcome, detail: toDetail(code) }).tone),
    );

    expect(troubled).toEqual(all.filter(([, outcome]) => outcome !== 'succeeded'));
  });

  it('quotes the reason of the service', () => {
    expect(describeOutcome({ outcome: 'failed', detail: toDetail('refused') }).text).toBe(
      'The service refused. It says: “Too late”.',
    );
  });

  it.each(['waiting', 'succeeded', 'failed', 'unknown', 'skipped'] as const)(
    'has words for %s without a code',
    (outcome) => {
      expect(describeOutcome({ outcome, detail: undefined })).toMatchObject({
        label: expect.stringMatching(/^\p{Lu}/u) as string,
        text: expect.stringMatching(/\.$/) as string,
      });
    },
  );
});

test('what was refused after a lost answer is unknown, with the service’s words', () => {
  const { label, text } = describeOutcome({
    outcome: 'unknown',
    detail: { code: 'refused', reason: 'The plan is closed.' },
  });

  expect(label).toBe('Unknown');
  expect(text).toContain('It may have been done');
  expect(text).toContain('“The plan is closed.”');
});
