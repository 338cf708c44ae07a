import type { OperationKind } from '#admin';
import type { AskingChunk } from '#admin/operations';
import { formatMoment } from '../moment.ts';
import { countOf } from '../count.ts';

type Decision = 'again' | 'done' | 'give-up';

/** The three answers, each with what follows. */
const answers: Record<OperationKind, Record<Decision, string>> = {
  assign: {
    again: 'Whoever got a license then keeps it and gets no second e-mail; the others get one.',
    done: 'All of them count as assigned, and nothing is sent.',
    'give-up': 'They are listed as unknown, and nothing is sent.',
  },
  revoke: {
    again:
      'Whoever lost the license then is reported as having none; the others lose it. Each address counts for the plan’s cap again.',
    done: 'All of them count as revoked, and nothing is sent.',
    'give-up': 'They are listed as unknown, and nothing is sent.',
  },
  enroll: {
    again:
      'If the first request did arrive, everybody in it is enrolled and notified twice. Look at Learners first.',
    done: 'All of them count as accepted, and nothing is sent.',
    'give-up': 'They are listed as unknown, and nothing is sent.',
  },
};

const labels: Record<Decision, string> = {
  again: 'Send it again',
  done: 'It was done',
  'give-up': 'Leave it open',
};

/** What happened to a request of which nobody knows the outcome. */
export function describeAsking(chunk: AskingChunk): string {
  const { position, addresses, courseRuns, sentAt } = chunk;
  const whom = countOf(addresses, 'address', 'addresses');
  const where = courseRuns > 0 ? ` in ${countOf(courseRuns, 'course run')}` : '';
  return `Request ${String(position + 1)}, for ${whom}${where}, was sent on ${formatMoment(sentAt)}. No answer came: the service may have done all of it, some of it or nothing.`;
}

/** What a person can answer, the answer that may do harm last. */
export function listAnswers(kind: OperationKind): Answer[] {
  const isRisky = kind === 'enroll';
  const decisions: Decision[] = isRisky
    ? ['done', 'give-up', 'again']
    : ['again', 'done', 'give-up'];
  return decisions.map((decision) => ({
    decision,
    label: labels[decision],
    consequence: answers[kind][decision],
    isRisky: isRisky && decision === 'again',
  }));
}

interface Answer {
  decision: Decision;
  label: string;
  consequence: string;
  isRisky: boolean;
}
