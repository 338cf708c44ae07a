import type { AuditEntry } from '#admin/store';
import { countOf } from '../count.ts';

type Detail = AuditEntry['detail'];

/** A sentence for each action; numbers and codes are in the entry's detail. */
const actions: Record<string, (detail: Detail) => string> = {
  'sign-in': ({ role }) => `Signed in ${roles[String(role)] ?? 'with no role'}.`,
  'sign-out': () => 'Signed out.',
  'operation-confirmed': (detail) => {
    const { kind, valid, requests } = detail;
    const what = kinds[String(kind)] ?? String(kind);
    const people = countOf(Number(valid), 'person', 'people');
    return `Confirmed ${what} for ${people} in ${countOf(Number(requests), 'request')}.`;
  },
  'operation-resumed': ({ unknown }) =>
    `Went on after an interruption; ${countOf(Number(unknown), 'request')} had got no answer.`,
  'operation-stop-asked': () => 'Asked to stop.',
  'operation-ended': ({ result, code, succeeded, ...counts }) =>
    sentence([
      results[String(result)] ?? String(result),
      ...describeCodes({ ...(succeeded !== undefined && { succeeded }), ...counts }),
      ...(code === undefined ? [] : [nameCode(String(code))]),
    ]),
  'request-sent': ({ request, attempt, ...sizes }) =>
    sentence([
      `${nameRequest(request)} sent`,
      ...describeSizes(sizes),
      ...(attempt === 1 ? [] : [`attempt ${formatCount(attempt)}`]),
    ]),
  'request-answered': ({ request, answer, reason, code, ...codes }) =>
    sentence([
      `${nameRequest(request)} ${answers[String(answer)] ?? String(answer)}`,
      ...(reason === undefined ? [] : [nameCode(String(reason))]),
      ...(code === undefined || code === 'refused' ? [] : [nameCode(String(code))]),
      ...describeCodes(codes),
    ]),
  'request-decided': ({ request, decision, by }) => {
    const who = by === 'person' ? 'a person decided' : 'by the rules';
    return `${nameRequest(request)} had no answer; ${who}: ${decisions[String(decision)] ?? String(decision)}.`;
  },
  'request-not-sent': ({ request, code }) =>
    sentence([`${nameRequest(request)} not sent`, nameCode(String(code))]),
  'request-split': ({ request, addresses, added }) =>
    `${nameRequest(request)} cut to ${countOf(Number(addresses), 'address', 'addresses')}, as the plan’s cap leaves no more at once; the rest is ${nameRequest(added).toLowerCase()}.`,
};

const roles: Record<string, string> = {
  none: 'with no role',
  viewer: 'as viewer',
  manager: 'as manager',
};
const kinds: Record<string, string> = {
  assign: 'assigning licenses',
  revoke: 'revoking licenses',
  enroll: 'bulk enrollment',
};
const results: Record<string, string> = {
  done: 'Done',
  partly: 'Partly done',
  failed: 'Failed',
  stopped: 'Stopped',
};
const answers: Record<string, string> = {
  answered: 'answered',
  refused: 'refused',
  postponed: 'put off',
  lost: 'got no answer',
};
const decisions: Record<string, string> = {
  again: 'send it again',
  done: 'it was done',
  ask: 'ask a person',
  'give-up': 'leave it open',
};

/** Codes that do not read as words when their hyphens are taken out. */
const codes: Record<string, string> = {
  'already-associated': 'held one already',
  'nothing-to-revoke': 'had none to revoke',
  'found-done': 'taken as done',
  'given-up': 'left open',
  skipped: 'not sent',
  waiting: 'waiting',
  locked: 'the plan is locked',
  throttled: 'too many requests',
  unreachable: 'the service does not answer',
  'no-access': 'the service refuses this site’s credentials',
  'by-person': 'by a person',
  changed: 'the plan changed after the review',
  'plan-gone': 'the plan is not listed any more',
  expired: 'the plan has ended',
  inactive: 'the plan is switched off',
};

/** What an entry of the log says; an action without words keeps its code and its numbers. */
export function describeEntry({ action, detail }: Pick<AuditEntry, 'action' | 'detail'>): string {
  const describe = actions[action];
  return describe === undefined
    ? sentence([nameCode(action), ...describeCodes(detail)])
    : describe(detail);
}

function nameRequest(position: Detail[string] | undefined): string {
  return `Request ${String(Number(position) + 1)}`;
}

function describeSizes({ addresses, licenses, courseRuns }: Detail): string[] {
  const sizes = [
    [addresses, 'address', 'addresses'],
    [licenses, 'license', 'licenses'],
    [courseRuns, 'course run', 'course runs'],
  ] as const;
  return sizes.flatMap(([size, one, many]) =>
    typeof size === 'number' ? [countOf(size, one, many)] : [],
  );
}

/** "61 assigned", "2 held one already". */
function describeCodes(detail: Detail): string[] {
  return Object.entries(detail).map(([code, value]) => `${formatCount(value)} ${nameCode(code)}`);
}

function nameCode(code: string): string {
  return codes[code] ?? code.replaceAll('-', ' ');
}

function formatCount(value: Detail[string] | undefined): string {
  return typeof value === 'number' ? value.toLocaleString('en') : String(value);
}

/** "Request 1 answered: 61 assigned, 1 failed." */
function sentence([first = '', ...parts]: string[]): string {
  return parts.length === 0 ? `${first}.` : `${first}: ${parts.join(', ')}.`;
}
