import { build } from 'astro';

/** Builds the page of this folder: `node build.ts FOLDER BASE`. */
const [folder = '', base = '/'] = process.argv.slice(2);

await build({
  configFile: false,
  srcDir: 'src/test/search-site',
  outDir: folder,
  cacheDir: `${folder}/.cache`,
  base,
  logLevel: 'error',
  build: { format: 'directory', inlineStylesheets: 'never' },
  vite: {
    define: { __LANGUAGES__: JSON.stringify(['en']) },
    build: { assetsInlineLimit: 0, cssCodeSplit: false },
  },
});
