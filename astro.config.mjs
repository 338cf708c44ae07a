import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { adminAdapter } from '#admin/astro';
import { brandPlugin } from '#brand';
import { parseSiteEnvironment, readSiteConfig } from '#config';
import { createInterface } from '#i18n';
import { listNoindexItems } from '#queries';
import { getSitemapOptions } from '#seo';

const { siteUrl, basePath, siteConfigFile } = parseSiteEnvironment(process.env);
const siteConfig = readSiteConfig(siteConfigFile);
const { languages } = siteConfig;
const interfaces = languages.map((language) =>
  createInterface({ language, base: basePath, languages }),
);

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
      getSitemapOptions(basePath, () =>
        listNoindexItems().flatMap(({ kind, slug }) =>
          interfaces.map(({ path }) => path[kind](slug)),
        ),
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
