import path from 'node:path';
import { parseSiteEnvironment } from '#config';
import { launchBrowser } from './find-browser.ts';
import { lookAtAdmin } from './lib/look/admin-pages.ts';
import { createAlbum } from './lib/look/album.ts';
import { pagesToLookAt } from './lib/look/site-pages.ts';
import { readOptions, runCommand } from './lib/run-command.ts';
import { serve } from './lib/serve.ts';

/** Screenshots of every kind of page of the built site and its admin area, and one page that shows them all. */
await runCommand(async () => {
  const { only } = readOptions({ only: { type: 'string' } }, 'npm run look [-- --only NAME]');
  const { basePath } = parseSiteEnvironment(process.env);
  const site = await serve({ directory: path.resolve('dist/client'), port: 0, base: basePath });
  const browser = await launchBrowser();
  try {
    const album = await createAlbum(path.resolve('.prospectus/look'), browser, { only });
    const origin = new URL(site.url).origin;
    const pages = Object.entries(pagesToLookAt(basePath));
    await album.add(pages.map(([name, address]) => ({ name, open: origin + address })));
    await lookAtAdmin(album);
    const { file, count } = await album.finish();
    console.log(`${count} screenshots: ${file}`);
  } finally {
    await browser.close();
    await site.close();
  }
});
