import { writeSync } from 'node:fs';
import { renderSite, syncSample } from '../sample-site.ts';

// In a process of its own: what runs before the tests is not loaded by Node, and the sync can't be loaded otherwise.
const sample = await syncSample();
const client = await renderSite(sample, 'root');
const prefixed = await renderSite(sample, 'prefixed', { BASE_PATH: '/learn/' });
writeSync(
  1,
  JSON.stringify({ directory: sample.directory, clients: { '/': client, '/learn/': prefixed } }),
);
