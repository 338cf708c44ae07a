import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { adminAdapter } from '#admin/astro';
import { brandPlugin } from '#brand';
import { parseSiteEnvironment, readSiteConfig } from '#config';
import { createInterface } from '#i18n';
import { iterateModified, listNoindexItems } from '#queries';
import { getSitemapOptions } from '#seo';

const { siteUrl, basePath, siteConfigFile } = parseSiteEnvironment(process.env);
const siteConfig = readSiteConfig(siteConfigFile);
const { languages } = siteConfig;
const interfaces = languages.map((language) =>
  createInterface({ language, base: basePath, languages }),
);
const { path: addresses } = createInterface({ language: languages[0], base: basePath });

export default defineConfig({
  site: siteUrl,
  base: basePath,
  outDir: './dist',
  cacheDir: './.prospectus/astro',
  output: 'static',
  trailingSlash: 'always',
  // Policy-ready pages (design §5): nothing inline, neither styles nor scripts.
  build: { format: 'directory', inlineStylesheets: 'never' },
  // The guard compares origins with the public one, which behind a proxy is not the server's own.
  security: { checkOrigin: false },
  adapter: adminAdapter(),
  devToolbar: { enabled: false },
  integrations: [
    sitemap(
      getSitemapOptions(
        { base: basePath, languages },
        {
          listExcludedPaths: () =>
            listNoindexItems().flatMap(({ kind, slug }) =>
              interfaces.map(({ path }) => path[kind](slug)),
            ),
          listModified: () =>
            Array.from(iterateModified(), (page) => ({
              path: pathOfModified(page, addresses),
              modified: page.modified,
            })),
        },
      ),
    ),
  ],
  vite: {
    plugins: [brandPlugin(siteConfig)],
    define: { __LANGUAGES__: JSON.stringify(languages) },
    build: {
      assetsInlineLimit: 0,
      // One style sheet, cached by the first page, in which the layers are named first.
      cssCodeSplit: false,
      // The tokens use `light-dark()` and `oklch()` as browsers since 2024 know them; rewriting them for older
      // ones would double the sheet.
      cssTarget: ['chrome123', 'edge123', 'firefox120', 'safari17.5'],
    },
  },
});

/**
 * @param {import('#queries').ModifiedPage} page
 * @param {import('#i18n').Paths} path
 */
function pathOfModified(page, path) {
  switch (page.kind) {
    case 'term':
      return path.term(page.term, page.slug);
    case 'course':
    case 'program':
    case 'catalog':
      return path[page.kind](page.slug);
    default:
      return path[page.kind]();
  }
}
