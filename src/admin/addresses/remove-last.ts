import type { AddressReading } from './types.ts';

/**
 * The list without its last `count` different addresses: one a line, with their Salesforce ids where there are
 * some. What is no address stays, so that it can still be mended.
 */
export function removeLastAddresses({ entries }: AddressReading, count: number): string {
  const different = entries.filter((entry) => entry.class !== 'duplicate');
  const addresses = different.filter((entry) => entry.class !== 'invalid');
  const removed = new Set(count > 0 ? addresses.slice(-count) : []);
  const kept = different.filter((entry) => entry.class === 'invalid' || !removed.has(entry));
  const hasIds = kept.some((entry) => entry.class !== 'invalid' && entry.salesforceId);
  const lines = kept.map((entry) =>
    entry.class === 'invalid'
      ? quote(entry.text)
      : [entry.email, ...(hasIds ? [entry.salesforceId ?? ''] : [])].join(','),
  );
  return [...(hasIds ? ['email,salesforce_id'] : []), ...lines].join('\n');
}

/** A cell that is read as one again. */
function quote(text: string): string {
  return /[\t;,"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
