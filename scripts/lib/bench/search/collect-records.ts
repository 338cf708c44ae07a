import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from '#i18n';
import { getFacetLabels, iterateSearchItems } from '#queries';
import { createSandbox } from '#sandbox';
import type { FacetLabels, SearchRecord } from '#search';
import { sync } from '../../sync.ts';

// The corpus was made for this day, and so is the sample.
const now = '2026-11-23T06:00:00Z';

/** Everything that can be searched in a folder of data, by default the sandbox's sample, as render reads it. */
export async function collectRecords(
  data: string | undefined,
): Promise<{ records: SearchRecord[]; labels: FacetLabels }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'prospectus-bench-'));
  const sandbox = await createSandbox({ now: new Date(now), ...(data !== undefined && { data }) });
  // Whatever this shell is set up for.
  Object.assign(process.env, {
    ENTERPRISE_API_URL: sandbox.url,
    ENTERPRISE_API_CLIENT_ID: 'sandbox',
    ENTERPRISE_API_CLIENT_SECRET: 'sandbox-secret',
    SNAPSHOT_DIR: folder,
    BUILD_NOW: now,
    IMAGES: 'off',
  });
  for (const name of [
    'ENTERPRISE_API_TOKEN',
    'ENTERPRISE_API_TOKEN_URL',
    'ENTERPRISE_CUSTOMER_UUID',
    'SITE_CONFIG',
  ])
    Reflect.deleteProperty(process.env, name);
  try {
    await sync(process.env);
    const { path: addresses } = createInterface({ language: 'en', base: '/' });
    const records = Array.from(iterateSearchItems(), (item) => ({
      ...item,
      kind: item.card.kind,
      url: (item.card.kind === 'course'
        ? addresses.course(item.card.slug)
        : addresses.program(item.card.slug)
      ).slice(1),
    }));
    return { records, labels: getFacetLabels() };
  } finally {
    await sandbox.close();
    rmSync(folder, { recursive: true });
  }
}
