/** Who may import whom (design §3), by folder of `src` or path from the root. */
export const importTable: Record<string, Row | 'everything'> = {
  pages: { may: [...forPages(), 'layouts', 'components'] },
  layouts: { may: [...forPages(), 'components', 'components/admin'] },
  'pages/admin': { may: [...forPages(), 'layouts', 'components', 'components/admin', 'admin'] },
  actions: { may: [...forPages(), 'layouts', 'components', 'components/admin', 'admin'] },
  components: {
    may: ['catalog', 'i18n', 'search/browser', 'styles', 'assets'],
    neverPackages: ['node'],
  },
  'components/admin': {
    may: ['admin', 'admin/addresses', 'components', 'catalog', 'i18n', 'styles', 'assets'],
    neverPackages: ['node'],
  },
  styles: { may: ['assets'] },
  assets: { may: [] },

  'middleware.ts': { may: ['admin', 'config'] },
  'admin/server.ts': { may: ['admin', 'config'], mayTypes: ['enterprise-api'] },
  admin: {
    may: [
      'enterprise-api',
      'enterprise-api/contract',
      'catalog',
      'config',
      'i18n',
      'admin/addresses',
      'admin/enrollable-runs',
      'csv',
    ],
    ...plainNode(),
  },
  // Also counts addresses in the browser, while a person types.
  'admin/addresses': { may: [], ...plainNode({ neverPackages: ['node', 'astro'] }) },
  // Apart from the server, so that what renders the static site can share it.
  'admin/enrollable-runs': {
    may: ['catalog'],
    ...plainNode({ neverPackages: ['node', 'astro'], neverAmbient: clock() }),
  },

  queries: {
    // The configuration says which snapshot to open.
    may: ['snapshot', 'images', 'catalog', 'config'],
    ...plainNode({ neverPackages: ['astro'], neverAmbient: clock() }),
  },
  snapshot: {
    may: ['enterprise-api', 'enterprise-api/contract', 'catalog', 'images', 'file-lock'],
    ...plainNode({ neverPackages: ['astro'] }),
  },
  images: { may: ['catalog', 'config'], ...plainNode() },
  brand: { may: ['config'], ...plainNode({ neverAmbient: clock() }) },
  search: {
    may: ['catalog', 'config', 'csv', 'i18n', 'search/browser'],
    ...plainNode({ neverAmbient: clock() }),
  },
  // Runs in the visitor's browser, so nothing of Node may come in through its parent.
  'search/browser': { may: ['catalog', 'i18n'], neverPackages: ['node', 'astro'] },
  feeds: { may: ['catalog', 'config', 'i18n'], ...plainNode({ neverAmbient: clock() }) },
  seo: { may: ['catalog', 'config', 'i18n'], ...plainNode({ neverAmbient: clock() }) },
  i18n: { may: [], mayTypes: ['catalog'], ...plainNode({ neverAmbient: clock() }) },
  config: { may: [], mayTypes: ['catalog'], ...plainNode() },
  sandbox: { may: ['enterprise-api/contract'], ...plainNode({ neverPackages: ['astro'] }) },

  'file-lock': { may: [], ...plainNode({ neverPackages: ['astro'], neverAmbient: clock() }) },
  csv: { may: [], ...plainNode({ neverPackages: ['node', 'astro'], neverAmbient: clock() }) },
  'site-check': { may: [], ...plainNode({ neverPackages: ['astro'], neverAmbient: clock() }) },

  openapi: {
    may: ['enterprise-api/contract'],
    ...plainNode({ neverPackages: ['node', 'astro'], neverAmbient: clock() }),
  },

  catalog: {
    may: [],
    mayTypes: ['enterprise-api/contract'],
    ...plainNode({
      neverPackages: ['node', 'astro'],
      neverAmbient: [
        ...clock(),
        'process',
        'console',
        'fetch',
        'performance',
        'crypto',
        'Math.random',
        'setTimeout',
        'setInterval',
        'localStorage',
        'document',
        'window',
      ],
    }),
  },
  'enterprise-api': {
    may: ['enterprise-api/contract'],
    ...plainNode({
      neverPackages: ['astro'],
      neverAmbient: [...clock(), 'process', 'console', 'fetch'],
    }),
  },
  // Apart from the client, so that the sandbox can share it.
  'enterprise-api/contract': {
    may: [],
    ...plainNode({ neverPackages: ['node', 'astro'], neverAmbient: ['process', 'console'] }),
  },

  test: 'everything',
  scripts: { may: modules() },
  'astro.config.mjs': { may: modules() },
};

/** What has no public specifier and is reached by a relative path. */
export const markupFolders = ['layouts', 'components', 'components/admin', 'styles', 'assets'];

/** What may be sent to a visitor's browser, by script blocks and `*.client.ts`. */
export const browserFolders = [
  'components',
  'catalog',
  'i18n',
  'search/browser',
  'admin/addresses',
  'styles',
];

/** Who may import a file whose name ends in `.server.ts`. */
export const serverCode = ['admin', 'admin/server.ts', 'pages/admin', 'actions', 'middleware.ts'];

function forPages(): string[] {
  return ['queries', 'seo', 'feeds', 'catalog', 'config', 'i18n', 'styles', 'assets'];
}

function modules(): string[] {
  return [
    'config',
    'enterprise-api',
    'enterprise-api/contract',
    'sandbox',
    'openapi',
    'catalog',
    'snapshot',
    'images',
    'brand',
    'queries',
    'search',
    'search/browser',
    'feeds',
    'seo',
    'i18n',
    'admin',
    'admin/enrollable-runs',
    'site-check',
    'file-lock',
    'csv',
  ];
}

/** What runs without Vite: scripts and tests import it as it stands. */
function plainNode({ neverPackages = [], neverAmbient = [] }: Partial<Never> = {}): Never {
  return {
    neverPackages: ['astro:', ...neverPackages],
    neverAmbient: ['import.meta.env', 'import.meta.glob', ...neverAmbient],
  };
}

/** Time is an argument (design §5). */
function clock(): string[] {
  return ['Date.now', 'new Date()'];
}

export interface Row extends Partial<Never> {
  may: string[];
  /** Imported by `import type` only. */
  mayTypes?: string[];
}

interface Never {
  /** `node` and `astro` stand for all of theirs, `astro:` for Astro's virtual modules. */
  neverPackages: ('node' | 'astro' | 'astro:')[];
  /** What is at hand without an import. */
  neverAmbient: string[];
}
