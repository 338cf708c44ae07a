import { z } from 'zod';

/** `reference` is the document to the letter, `gateway` the deployed service behind its gateway. */
export type Dialect = 'reference' | 'gateway';

export type Switches = z.output<typeof schema>;

/** Switches as they are given: `{ throttle: 0.1, filter: 'off' }`. */
export type SwitchSettings = Partial<Record<keyof Switches, string | number>>;

interface SwitchDescription {
  values: string;
  /** What holds unless the switch is given. */
  reference: string;
  gateway: string;
  meaning: string;
}

const onOff = z.enum(['on', 'off']).transform((value) => value === 'on');
const wholeNumber = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number);
const positive = wholeNumber.refine((value) => value > 0);
const share = z
  .string()
  .regex(/^(?:0|1|0?\.\d+)$/)
  .transform(Number);
const factor = z
  .string()
  .regex(/^\d*\.?\d+$/)
  .transform(Number)
  .refine((value) => value > 0);

const schema = z.object({
  'page-size': positive,
  'max-page-size': positive,
  filter: onOff,
  sparse: share,
  portal: onOff,
  'empty-links': onOff,
  'escaped-slashes': onOff,
  'map-statuses': onOff,
  throttle: z.union([z.literal('off'), factor]),
  'token-lifetime': wholeNumber,
  'token-limit': z.union([z.literal('off'), positive]),
  'expires-in': z.enum(['number', 'string']),
  'expired-token': z.enum(['invalid', 'token', 'signature']),
  revoke: z.enum(['current', 'current-as-400', 'legacy-204']),
  'enroll-limit': z.union([z.literal('off'), positive]),
});

/** All switches, in the order of the README's table. */
export const switchDescriptions: Record<keyof Switches, SwitchDescription> = {
  'page-size': {
    values: '1 or more',
    reference: '20',
    gateway: '10',
    meaning: 'items on a page where the request does not say',
  },
  'max-page-size': {
    values: '1 or more',
    reference: '100',
    gateway: '100',
    meaning: 'items on a page of content at most',
  },
  filter: {
    values: 'on, off',
    reference: 'off',
    gateway: 'on',
    meaning: 'pages of content leave out courses without an active run; `count` does not',
  },
  sparse: {
    values: '0 to 1',
    reference: '0',
    gateway: '0.05',
    meaning: 'share of courses that content lists as search documents',
  },
  portal: {
    values: 'on, off',
    reference: 'off',
    gateway: 'on',
    meaning: 'content leads to the learner portal, without naming the catalog',
  },
  'empty-links': {
    values: 'on, off',
    reference: 'off',
    gateway: 'on',
    meaning: '`next` and `previous` are "" where there is none, not null',
  },
  'escaped-slashes': {
    values: 'on, off',
    reference: 'off',
    gateway: 'on',
    meaning: 'slashes in results are written `\\/`',
  },
  'map-statuses': {
    values: 'on, off',
    reference: 'off',
    gateway: 'on',
    meaning:
      'the gateway makes 400 of statuses that it does not know; nothing stands before the reference',
  },
  throttle: {
    values: 'off, a factor',
    reference: 'off',
    gateway: '1',
    meaning:
      'times 30 a minute and 300 an hour for content, 60 a minute for details and learners, 18 a second for licenses',
  },
  'token-lifetime': {
    values: 'seconds',
    reference: '3600',
    gateway: '3600',
    meaning: 'how long a token lives',
  },
  'token-limit': {
    values: 'off, 1 or more',
    reference: 'off',
    gateway: 'off',
    meaning: 'tokens a minute; then 403 with a page of HTML',
  },
  'expires-in': {
    values: 'number, string',
    reference: 'number',
    gateway: 'number',
    meaning: 'the type of `expires_in`',
  },
  'expired-token': {
    values: 'invalid, token, signature',
    reference: 'invalid',
    gateway: 'invalid',
    meaning: 'an expired token is “Invalid token.”, “Token has expired.”, “Signature has expired.”',
  },
  revoke: {
    values: 'current, current-as-400, legacy-204',
    reference: 'legacy-204',
    gateway: 'current',
    meaning: 'how bulk-revoke answers: now, through the gateway until February 2026, until 2024',
  },
  'enroll-limit': {
    values: 'off, 1 or more',
    reference: 'off',
    gateway: '500',
    meaning: 'course runs × learners of one bulk enrollment at most',
  },
};

/**
 * The switches of a dialect, those given in place of its own.
 * @throws an Error whose message names every switch, where a name or a value is none
 */
export function parseSwitches(
  dialect: Dialect,
  settings: Readonly<Record<string, string | number>> = {},
): Switches {
  for (const name of Object.keys(settings)) {
    if (!Object.hasOwn(switchDescriptions, name))
      throw new Error(explain(`"${name}"`, 'is no switch'));
  }
  const texts = Object.entries(switchDescriptions).map(([name, description]) => [
    name,
    String(settings[name] ?? description[dialect]),
  ]);
  const parsed = schema.safeParse(Object.fromEntries(texts));
  if (parsed.success) return parsed.data;
  const name = String(parsed.error.issues[0]?.path[0]);
  throw new Error(explain(`${name}=${String(settings[name])}`, 'does not fit'));
}

function explain(subject: string, problem: string): string {
  const switches = Object.entries(switchDescriptions).map(
    ([name, { values }]) => `${name} (${values})`,
  );
  return `${subject} ${problem}. The switches are: ${switches.join('; ')}.`;
}
