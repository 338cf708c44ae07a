import { describe, expect, it } from 'vitest';
import { describeEntry } from './log-words.ts';

type Detail = Parameters<typeof describeEntry>[0]['detail'];

/** Details as the sign-in and the operation runner write them. */
const entries: [action: string, detail: Detail, words: string][] = [
  ['sign-in', { role: 'manager' }, 'Signed in as manager.'],
  ['sign-in', { role: 'none' }, 'Signed in with no role.'],
  ['sign-out', { role: 'viewer' }, 'Signed out.'],
  [
    'operation-confirmed',
    { kind: 'assign', valid: 1200, requests: 12 },
    'Confirmed assigning licenses for 1,200 people in 12 requests.',
  ],
  ['request-sent', { request: 0, addresses: 100, attempt: 1 }, 'Request 1 sent: 100 addresses.'],
  [
    'request-sent',
    { request: 1, addresses: 2, courseRuns: 1, attempt: 2 },
    'Request 2 sent: 2 addresses, 1 course run, attempt 2.',
  ],
  ['request-sent', { request: 0, licenses: 18, attempt: 1 }, 'Request 1 sent: 18 licenses.'],
  [
    'request-answered',
    { request: 0, answer: 'answered', assigned: 61, 'already-associated': 2 },
    'Request 1 answered: 61 assigned, 2 held one already.',
  ],
  ['request-answered', { request: 0, answer: 'refused', code: 'refused' }, 'Request 1 refused.'],
  [
    'request-answered',
    { request: 0, answer: 'postponed', reason: 'locked' },
    'Request 1 put off: the plan is locked.',
  ],
  ['request-answered', { request: 0, answer: 'lost' }, 'Request 1 got no answer.'],
  [
    'request-decided',
    { request: 0, decision: 'ask', by: 'rule' },
    'Request 1 had no answer; by the rules: ask a person.',
  ],
  [
    'request-decided',
    { request: 0, decision: 'give-up', by: 'person' },
    'Request 1 had no answer; a person decided: leave it open.',
  ],
  [
    'request-not-sent',
    { request: 2, code: 'no-revocations-left' },
    'Request 3 not sent: no revocations left.',
  ],
  [
    'request-split',
    { request: 0, addresses: 3, added: 4 },
    'Request 1 cut to 3 addresses, as the plan’s cap leaves no more at once; the rest is request 5.',
  ],
  [
    'operation-resumed',
    { unknown: 1 },
    'Went on after an interruption; 1 request had got no answer.',
  ],
  ['operation-stop-asked', {}, 'Asked to stop.'],
  [
    'operation-ended',
    { result: 'partly', failed: 1, succeeded: 63 },
    'Partly done: 63 succeeded, 1 failed.',
  ],
  [
    'operation-ended',
    { result: 'stopped', skipped: 3, code: 'changed' },
    'Stopped: 3 not sent, the plan changed after the review.',
  ],
  ['operation-ended', { result: 'failed' }, 'Failed.'],
];

describe('describeEntry', () => {
  it.each(entries)('puts %s %j into words', (action, detail, words) => {
    expect(describeEntry({ action, detail })).toBe(words);
  });

  it('keeps the code and the numbers of an action that it does not know', () => {
    expect(describeEntry({ action: 'plan-renamed', detail: { licenses: 3 } })).toBe(
      'plan renamed: 3 licenses.',
    );
  });
});
