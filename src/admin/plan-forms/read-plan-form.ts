import { messageLimit } from './limits.ts';

/** What was pressed: on to the review, or back to the addresses in one way or another. */
const steps = ['review', 'addresses', 'remove-last', 'search-runs'] as const;
const targets = ['addresses', 'assigned', 'activated'] as const;

/**
 * What a form of the three pages says, the hidden fields of a review included: nothing of it is to be believed
 * without another look at the plan.
 */
export async function readPlanForm(form: FormData): Promise<PlanForm> {
  const file = form.get('file');
  const fileText = file instanceof File && file.size > 0 ? await file.text() : '';
  const pasted = readText(form, 'addresses');
  const messages = { greeting: readText(form, 'greeting'), closing: readText(form, 'closing') };
  const problems: FieldProblem[] = [];
  if (fileText !== '' && pasted.trim() !== '') {
    problems.push({ field: 'addresses', code: 'two-sources' });
  }
  for (const field of ['greeting', 'closing'] as const) {
    const excess = messages[field].length - messageLimit;
    if (excess > 0) problems.push({ field, code: 'too-long', excess });
  }
  return {
    planUuid: readText(form, 'plan').trim() || undefined,
    step: oneOf(steps, form.get('step')) ?? 'review',
    addresses: pasted.trim() === '' ? fileText : pasted,
    ...messages,
    isNotified: form.get('notify') === 'on',
    target: oneOf(targets, form.get('target')) ?? 'addresses',
    runKeys: [...new Set(form.getAll('run').filter((key) => typeof key === 'string'))],
    typedRuns: readText(form, 'typed-runs'),
    search: readText(form, 'search').trim(),
    phrase: readText(form, 'phrase'),
    fingerprint: readText(form, 'fingerprint'),
    idempotencyKey: readText(form, 'key'),
    retryOf: readText(form, 'retry-of') || undefined,
    problems,
  };
}

/** The form as it is before anybody has filled it in. */
export function createPlanForm(overrides: Partial<PlanForm> = {}): PlanForm {
  return {
    planUuid: undefined,
    step: 'addresses',
    addresses: '',
    greeting: '',
    closing: '',
    isNotified: true,
    target: 'addresses',
    runKeys: [],
    typedRuns: '',
    search: '',
    phrase: '',
    fingerprint: '',
    idempotencyKey: '',
    retryOf: undefined,
    problems: [],
    ...overrides,
  };
}

/** Browsers send a line end as two characters and count it as one. */
function readText(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.replaceAll('\r\n', '\n') : '';
}

function oneOf<Name extends string>(names: readonly Name[], value: unknown): Name | undefined {
  return names.find((name) => name === value);
}

export interface PlanForm {
  planUuid: string | undefined;
  step: (typeof steps)[number];
  /** Pasted or of a file, as it was given. */
  addresses: string;
  greeting: string;
  closing: string;
  isNotified: boolean;
  /** Whose licenses are revoked. */
  target: (typeof targets)[number];
  runKeys: string[];
  /** Where there is no list to choose from. */
  typedRuns: string;
  search: string;
  /** What was typed to confirm. */
  phrase: string;
  /** Of the plan as it was reviewed. */
  fingerprint: string;
  /** Made with the review. */
  idempotencyKey: string;
  /** The operation whose failed addresses these are. */
  retryOf: string | undefined;
  problems: FieldProblem[];
}

/** What is wrong with one field; a page has the words. */
export type FieldProblem =
  | { field: 'addresses'; code: 'two-sources' | 'none' | 'none-valid' }
  | { field: 'greeting' | 'closing'; code: 'too-long'; excess: number }
  | { field: 'runs'; code: 'too-many'; excess: number }
  | { field: 'runs'; code: 'none' }
  | { field: 'runs'; code: 'not-offered' | 'no-keys'; keys: string[] };
