import type { OutcomeDetail } from '#admin';
import type { ResultLine } from '#admin/operation-report';
import type { Tone } from './operation-words.ts';

type Code = OutcomeDetail['code'];

/** What a code says of one address; a quoted reason is the service's own. */
const details: Record<Code, { label: string; tone: Tone; text: string }> = {
  assigned: { label: 'Assigned', tone: 'good', text: 'Has a license now.' },
  'already-associated': {
    label: 'Already assigned',
    tone: 'waiting',
    text: 'Held a license of this plan already. Nothing to do.',
  },
  revoked: { label: 'Revoked', tone: 'good', text: 'The license is taken back.' },
  'nothing-to-revoke': {
    label: 'Had none',
    tone: 'waiting',
    text: 'Held no license of this plan that could be revoked. Nothing to do.',
  },
  accepted: {
    label: 'Accepted',
    tone: 'good',
    text: 'The service took it and enrolls in the background; it does not report back.',
  },
  'found-done': {
    label: 'Taken as done',
    tone: 'good',
    text: 'No answer came. The plan’s counts, or somebody here, said that it was done.',
  },
  'given-up': {
    label: 'Unknown',
    tone: 'warning',
    text: 'No answer came, and somebody left it open. It may have been done: look before you try again.',
  },
  refused: { label: 'Failed', tone: 'failed', text: 'The service refused.' },
  'not-revoked': { label: 'Failed', tone: 'failed', text: 'The service did not revoke it.' },
  'not-named': {
    label: 'Failed',
    tone: 'failed',
    text: 'The service ended before it, or said nothing of it. It can be tried again.',
  },
  'no-revocations-left': {
    label: 'Failed',
    tone: 'failed',
    text: 'Not sent, since the plan had no revocations left.',
  },
};

/** What is said where there is no code: before it is over, and of what a stop cut off. */
const outcomes: Record<ResultLine['outcome'], { label: string; tone: Tone; text: string }> = {
  waiting: { label: 'Waiting', tone: 'waiting', text: 'No answer yet.' },
  succeeded: { label: 'Done', tone: 'good', text: 'Nothing to do.' },
  failed: { label: 'Failed', tone: 'failed', text: 'It was not done.' },
  unknown: {
    label: 'Unknown',
    tone: 'warning',
    text: 'It was sent and no answer came. It may have been done: look before you try again.',
  },
  skipped: {
    label: 'Not sent',
    tone: 'quiet',
    text: 'The operation ended before it was its turn.',
  },
};

/** What became of an address, in plain words. */
export function describeOutcome({
  outcome,
  detail,
}: Pick<ResultLine, 'outcome' | 'detail'>): ResultWords {
  if (detail === undefined) return outcomes[outcome];
  const words = details[detail.code];
  // A request whose answer was lost, and that was refused when it was sent again.
  if (outcome === 'unknown' && words.tone === 'failed') {
    const text = `${outcomes.unknown.text} The second time: ${describeDetail(detail)}`;
    return { ...outcomes.unknown, text };
  }
  return { ...words, text: describeDetail(detail) };
}

/** The text alone. */
export function describeDetail(detail: OutcomeDetail): string {
  const { text } = details[detail.code];
  return 'reason' in detail ? `${text} It says: “${detail.reason}”.` : text;
}

interface ResultWords {
  label: string;
  tone: Tone;
  text: string;
}
