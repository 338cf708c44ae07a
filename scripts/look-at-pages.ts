import path from 'node:path';
import { parseSiteEnvironment, readSiteConfig } from '#config';
import { launchBrowser } from './find-browser.ts';
import { lookAtAdmin } from './lib/look/admin-pages.ts';
import { createAlbum } from './lib/look/album.ts';
import { listModes, type Mode } from './lib/look/modes.ts';
import { siteViews } from './lib/look/site-pages.ts';
import { readOptions, runCommand, UsageError } from './lib/run-command.ts';
import { serve } from './lib/serve.ts';

const usage = `npm run look [-- options]

Pictures of every kind of page of a built site and its admin area, in .prospectus/look/, and index.html there,
which shows them all. Languages are those of SITE_CONFIG.

  --only TEXT    pages that have the text in their name: "course", "longest", "admin"
  --modes A,B    ways of looking that have one of the texts in their name: "print", "360", "dark,forced"
  --site DIR     another folder than dist/client, without an admin area; SNAPSHOT_DIR names its snapshot
  --help         this text`;

/** Every kind of page with its longest and its emptiest item, in every theme and language, on screen and paper. */
await runCommand(async () => {
  const options = readOptions(
    {
      only: { type: 'string' },
      modes: { type: 'string' },
      site: { type: 'string' },
      help: { type: 'boolean' },
    },
    usage,
  );
  if (options.help) {
    console.log(usage);
    return;
  }
  const { basePath: base, siteConfigFile } = parseSiteEnvironment(process.env);
  const { languages } = readSiteConfig(siteConfigFile);
  const modes = chooseModes(listModes(languages.slice(1)), options.modes);
  const directory = path.resolve(options.site ?? 'dist/client');
  const site = await serve({ directory, port: 0, base });
  const browser = await launchBrowser();
  try {
    const { only } = options;
    const album = await createAlbum(path.resolve('.prospectus/look'), browser, { modes, only });
    await album.add(siteViews({ directory, origin: new URL(site.url).origin, base, languages }));
    if (options.site === undefined) await lookAtAdmin(album);
    const { file, count } = await album.finish();
    console.log(`${count} screenshots: ${file}`);
  } finally {
    await browser.close();
    await site.close();
  }
});

function chooseModes(modes: Mode[], wanted = ''): Mode[] {
  const parts = wanted.split(',');
  const chosen = modes.filter(({ name }) => parts.some((part) => name.includes(part)));
  if (chosen.length > 0) return chosen;
  throw new UsageError(
    `No way of looking is called ${wanted}: ${modes.map(({ name }) => name).join(', ')}.`,
  );
}
