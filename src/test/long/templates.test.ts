import { afterAll, beforeAll } from 'vitest';
import { describeTemplates, splitTemplates } from '../browser/template-checks.ts';
import { removeSite, renderSiteIn, syncSample, type SyncedSandbox } from '../sample-site.ts';
import { startStaticServer, type StaticServer } from '../static-server.ts';

let sample: SyncedSandbox;
let folder: string;
let server: StaticServer;

beforeAll(async () => {
  sample = await syncSample();
  folder = await renderSiteIn(['en', 'ar'], sample, 'root');
  server = await startStaticServer(folder);
});

afterAll(async () => {
  await server.close();
  removeSite(sample);
});

// The common ones are looked at in every run of the tests (browser/site.test.ts).
describeTemplates(splitTemplates().others, () => ({ folder, url: server.url }));
