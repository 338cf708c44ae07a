import { describe, expect, it } from 'vitest';
import { describeAsking, listAnswers } from './asking-words.ts';

const chunk = { position: 1, addresses: 2, sentAt: Date.parse('2026-11-23T10:14:05Z') };

describe('describeAsking', () => {
  it('says how many it is about and when it was sent', () => {
    expect(describeAsking({ ...chunk, courseRuns: 3 })).toMatch(
      /^Request 2, for 2 addresses in 3 course runs, was sent on 23 Nov 2026, 10:14 UTC\./,
    );
    expect(describeAsking({ ...chunk, addresses: 1, courseRuns: 0 })).toMatch(
      /^Request 2, for 1 address, was sent/,
    );
  });
});

describe('listAnswers', () => {
  it('warns of sending an enrollment again, and offers it last', () => {
    const answers = listAnswers('enroll');

    expect(answers.map(({ decision }) => decision)).toEqual(['done', 'give-up', 'again']);
    expect(answers.at(-1)).toMatchObject({ isRisky: true });
    expect(answers.at(-1)?.consequence).toContain('twice');
  });

  it.each(['assign', 'revoke'] as const)('offers to send again first: %s', (kind) => {
    expect(listAnswers(kind)[0]).toMatchObject({ decision: 'again', isRisky: false });
  });
});
