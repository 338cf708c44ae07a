import { renderSite, syncSample } from '../sample-site.ts';

/** Builds the sample's site, pictures included, and says where it is. */
const sample = await syncSample(undefined, { hasImages: true });
process.stdout.write(JSON.stringify({ ...sample, root: await renderSite(sample, 'root') }));
