import type { Dialect } from '../gateway/switches.ts';
import { customer } from '../sample/links.ts';
import type { Licensing } from './create-licensing.ts';

/** The reference's requests name the customer so: a UUID (§3.3.3), and a text that is none (§3.6.3). */
const printedUuid = '904b1785-9d3a-1000-848d-6ae7a56e6355';
const printedText = 'abcd-aeiou-wxyz';

const uuidPattern = /^[0-9a-f]{8}(?:-?[0-9a-f]{4}){3}-?[0-9a-f]{12}$/i;

/** A catalog that exists and belongs to the other company: asking for it is forbidden to the first. */
export const foreignCatalogUuid = 'f0f0f0f0-0000-4000-8000-000000000403';

export interface Company {
  uuid: string;
  name: string;
}

/** The companies of the sample, each with the client that administers it. */
export const sampleCompanies = {
  own: { uuid: customer.uuid, name: customer.name, client: 'sandbox', domain: 'tarnholt.example' },
  other: {
    uuid: 'b2a6a1de-5f0c-4e1c-8f6e-0d9a3e7c1402',
    name: 'Rowanfell',
    client: 'sandbox-other',
    domain: 'rowanfell.example',
    catalog: foreignCatalogUuid,
  },
} as const;

export function isUuid(text: string): boolean {
  return uuidPattern.test(text);
}

/** The company that a client administers. */
export function findCompanyOfClient({ database }: Licensing, client: string): Company | undefined {
  return toCompany(
    database.prepare('SELECT uuid, name FROM companies WHERE client = ?').get(client),
  );
}

/** The company of an identifier; those that the reference prints are the first one's. */
export function findCompany(
  licensing: Licensing,
  identifier: string,
  dialect: Dialect,
): Company | undefined {
  const isPrinted =
    identifier === printedUuid || (dialect === 'reference' && identifier === printedText);
  if (isPrinted) return findCompanyOfClient(licensing, sampleCompanies.own.client);
  const find = licensing.database.prepare('SELECT uuid, name FROM companies WHERE uuid = ?');
  return toCompany(find.get(identifier.toLowerCase()));
}

function toCompany(row: Record<string, unknown> | undefined): Company | undefined {
  return row && { uuid: String(row['uuid']), name: String(row['name']) };
}
