import type { EnterpriseApiClient } from '#enterprise-api';
import { UsageError } from '../run-command.ts';

/**
 * Whose plans and learners are shown: the customer that is named, else the one that the token is for, else,
 * where the token names none, the one that every catalog belongs to.
 */
export async function findCustomer(
  client: EnterpriseApiClient,
  named: string | undefined,
): Promise<string> {
  if (named !== undefined && named !== '') return named;
  const ofToken = await client.readCustomerUuids();
  const uuids = ofToken.length > 0 ? ofToken : await listOwners(client);
  const [only, ...others] = uuids;
  if (only === undefined) {
    throw new UsageError('The credentials name no customer: give its UUID with --customer UUID.');
  }
  if (others.length > 0) {
    throw new UsageError(
      `The credentials are for several customers: choose one with --customer UUID of ${uuids.join(', ')}.`,
    );
  }
  return only;
}

async function listOwners(client: EnterpriseApiClient): Promise<string[]> {
  const { items } = await client.fetchCatalogs();
  return [...new Set(items.map(({ enterprise_customer: uuid }) => uuid ?? ''))].filter(
    (uuid) => uuid !== '',
  );
}
