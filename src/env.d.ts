/// <reference types="astro/client" />

// A file with an import would be a module, and what it declares would not be everybody's.
// eslint-disable-next-line @typescript-eslint/consistent-type-imports
type AdminLocals = import('./admin/services.server.ts').AdminLocals;

declare namespace App {
  // Filled by the admin server for what is rendered on demand; a page that is written at build has none of it.
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type
  interface Locals extends AdminLocals {}
}

/** The languages of the site, the first at its root; written into the code at build (`astro.config.mjs`). */
// eslint-disable-next-line @typescript-eslint/consistent-type-imports
declare const __LANGUAGES__: import('#i18n').SiteLanguages['languages'];

/** The company's logo, and its colour as a style sheet (`src/brand`). */
declare module 'virtual:brand' {
  // eslint-disable-next-line @typescript-eslint/consistent-type-imports
  export const logo: import('./components/frame/logo.ts').Logo | undefined;
}
declare module 'virtual:brand.css';
