import type { RetryOffer } from '#admin/operations';
import { countOf } from '../count.ts';

/**
 * A form for each group of an offer, which leads to a review of just these addresses: its button and the fields
 * that the pages of the three kinds read (`readPlanForm`).
 */
export function createRetryForms(offer: RetryOffer, operationId: string): RetryForm[] {
  const { planUuid, settings, groups } = offer;
  return groups.map((group) => {
    const { greeting = '', closing = '', notify = true } = settings;
    const optional = { greeting, closing, notify: notify ? 'on' : '' };
    return {
      words: describe(group, groups.length > 1),
      fields: [
        ['plan', planUuid],
        ['step', 'review'],
        ['target', 'addresses'],
        ['retry-of', operationId],
        ['addresses', listAddresses(group)],
        ...Object.entries(optional).filter(([, value]) => value !== ''),
        ...group.courseRunKeys.map((key): Field => ['run', key]),
      ],
    };
  });
}

function describe({ addresses, courseRunKeys }: Group, isOneOfSeveral: boolean): string {
  const people = countOf(addresses.length, 'address', 'addresses');
  return isOneOfSeveral
    ? `Try ${people} in ${countOf(courseRunKeys.length, 'course run')} again`
    : `Try ${people} again`;
}

/** As a person would paste them: a table where there are Salesforce ids. */
function listAddresses({ addresses }: Group): string {
  const hasIds = addresses.some(({ salesforceId }) => salesforceId !== undefined);
  if (!hasIds) return addresses.map(({ email }) => email).join('\n');
  const rows = addresses.map(({ email, salesforceId = '' }) => `${email},${salesforceId}`);
  return ['email,user_sfid', ...rows].join('\n');
}

type Group = RetryOffer['groups'][number];
type Field = [name: string, value: string];

export interface RetryForm {
  words: string;
  fields: Field[];
}
