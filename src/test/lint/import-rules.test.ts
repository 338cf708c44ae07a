import { posix } from 'node:path';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, test } from 'vitest';
import { browserFolders, importTable, markupFolders, type Row } from './import-table.ts';

const rules = new Set([
  'prospectus/imports',
  'no-restricted-globals',
  'no-restricted-properties',
  'no-restricted-syntax',
]);
const eslint = new ESLint({
  cwd: posix.join(import.meta.dirname, '../../..'),
  // The files are not on disk, so there are no types to be had.
  overrideConfig: [
    { languageOptions: { parserOptions: { projectService: false } } },
    tseslint.configs.disableTypeChecked,
  ],
  ruleFilter: ({ ruleId }) => rules.has(ruleId),
});

const folders = Object.keys(importTable);
const rows = Object.entries(importTable).filter(
  (entry): entry is [string, Row] => entry[1] !== 'everything',
);
const ambientExamples: Record<string, string> = {
  'Date.now': 'Date.now()',
  'Math.random': 'Math.random()',
  'import.meta.glob': "import.meta.glob('./*.ts')",
};
const packageExamples = {
  node: ['node:fs', 'fs', 'node:sqlite'],
  astro: ['astro', 'astro/config', '@astrojs/sitemap'],
  'astro:': ['astro:content', 'astro:assets'],
};

describe.for(rows)('%s', ([folder, row]) => {
  const file = getFile(folder);
  const others = folders.filter((target) => target !== folder);
  const allowed = others.filter((target) => row.may.includes(target));
  const forbidden = others.filter((target) => !row.may.includes(target));

  test('imports what its row allows', async () => {
    const lines = allowed.map((target) => `import '${getSpecifier(file, target)}';`);
    const types = (row.mayTypes ?? []).map((target) => `import type {} from '#${target}';`);

    expect(await lint(file, [...lines, ...types])).toEqual([]);
  });

  test('imports nothing else of ours', async () => {
    const lines = forbidden.map((target) => `import '${getSpecifier(file, target)}';`);

    expect(await lint(file, lines)).toEqual(lines);
  });

  test('imports no package that its row refuses', async () => {
    const examples = (row.neverPackages ?? []).flatMap((kind) => packageExamples[kind]);
    const lines = examples.map((specifier) => `import '${specifier}';`);

    expect(await lint(file, [...lines, "import 'zod';"])).toEqual(lines);
  });

  test('takes nothing from its surroundings that its row refuses', async () => {
    const lines = (row.neverAmbient ?? []).map((name) => `${ambientExamples[name] ?? name};`);

    expect(await lint(file, [...lines, 'new Date(0);'])).toEqual(lines);
  });
});

describe('every way to import', () => {
  test.for([
    "import { read } from '#snapshot';",
    "import * as snapshot from '#snapshot';",
    "import type { Snapshot } from '#snapshot';",
    "export { read } from '#snapshot';",
    "export * from '#snapshot';",
    "const snapshot = await import('#snapshot');",
    "type Snapshot = import('#snapshot').Snapshot;",
    "import '../snapshot/index.ts';",
    "import '/src/snapshot/index.ts';",
  ])('%s is seen', async (line) => {
    expect(await lint('src/seo/sample.ts', [line])).toEqual([line]);
  });
});

describe('Astro files', () => {
  test.for([
    ['src/pages/courses/[course].astro', '#snapshot'],
    ['src/pages/index.astro', '#enterprise-api'],
    ['src/pages/index.astro', '../components/admin/Panel.astro'],
    ['src/layouts/Page.astro', '../pages/index.astro'],
    ['src/components/Card.astro', '#queries'],
    ['src/components/Card.astro', '#admin'],
    ['src/components/admin/Panel.astro', '#enterprise-api'],
  ] as const)('the frontmatter of %s may not import %s', async ([file, specifier]) => {
    expect(await lint(file, [`import '${specifier}';`])).toEqual([`import '${specifier}';`]);
  });

  test('a script block imports what may run in a browser, and nothing of the server', async () => {
    const lines = ["import '#queries';", "import '#config';", "import 'node:fs';"];
    const script = `<script>\n${["import '#i18n';", ...lines].join('\n')}\n</script>`;

    const found = await lintText('src/pages/index.astro', script);

    expect(found.map(({ line }) => line)).toEqual([3, 4, 5]);
  });
});

describe('what a page writes inline', () => {
  test.for([
    '<p style="color: red">Text</p>',
    '<p style=`color: red`>Text</p>',
    '<script is:inline>run();</script>',
    '<script define:vars={{ color }}>run(color);</script>',
    '<style define:vars={{ color }}></style>',
  ])('%s is refused', async (markup) => {
    expect(await lintText('src/components/Card.astro', markup)).toHaveLength(1);
  });

  test.for([
    "<script>\n  import './card.client.ts';\n</script>",
    '<style>\n  p { color: red; }\n</style>',
    '<script type="application/ld+json" set:html={json} />',
  ])('%s is accepted', async (markup) => {
    expect(await lintText('src/components/Card.astro', markup)).toEqual([]);
  });
});

describe('module boundaries', () => {
  test.for([
    ['src/snapshot/sample.ts', '../catalog/price.ts'],
    ['src/snapshot/sample.ts', '#catalog/price'],
    ['src/sandbox/sample.ts', '../enterprise-api/contract/course.ts'],
    ['src/catalog/sample.ts', '#catalog'],
    ['src/catalog/sample.ts', '../../package.json'],
    ['scripts/sample.ts', '../src/snapshot/store.ts'],
    ['src/components/sample.client.ts', 'node:fs'],
    ['src/pages/sample.client.ts', '#queries'],
    ['src/search/browser/sample.ts', '../write-search-index.ts'],
    ['src/components/Card.ts', './session.server.ts'],
    ['src/layouts/Page.ts', '../components/session.server.ts'],
  ] as const)('%s may not import %s', async ([file, specifier]) => {
    expect(await lint(file, [`import '${specifier}';`])).toEqual([`import '${specifier}';`]);
  });

  test.for([
    ['src/catalog/sample.ts', './price.ts'],
    ['src/catalog/sample.test.ts', '../test/builders.ts'],
    ['src/catalog/sample.test.ts', 'node:fs'],
    ['src/enterprise-api/sample.ts', './contract/course.ts'],
    ['src/search/sample.ts', './browser/rank.ts'],
    ['src/admin/sample.ts', './session.server.ts'],
    ['src/pages/admin/index.ts', '#admin'],
    ['src/test/sample.ts', '../snapshot/store.ts'],
    ['scripts/sample.ts', '../package.json'],
    ['vitest.config.ts', './src/snapshot/store.ts'],
  ] as const)('%s may import %s', async ([file, specifier]) => {
    expect(await lint(file, [`import '${specifier}';`])).toEqual([]);
  });

  test('only types come from the contract into the catalog', async () => {
    const lines = [
      "import { course } from '#enterprise-api/contract';",
      "import { type Course } from '#enterprise-api/contract';",
    ];
    const types = "import type { Course } from '#enterprise-api/contract';";

    expect(await lint('src/catalog/sample.ts', [...lines, types])).toEqual(lines);
  });

  test('the type of fetch may be named where fetch itself is an argument', async () => {
    const lines = ['fetch("/");', 'globalThis.fetch("/");'];
    const type = 'export type Fetch = typeof fetch;';

    expect(await lint('src/enterprise-api/sample.ts', [...lines, type])).toEqual(lines);
  });

  test('the browser part of search has a clock, as time goes on there', async () => {
    expect(await lint('src/search/browser/sample.ts', ['Date.now();'])).toEqual([]);
  });

  test('a folder that the table forgets is an error', async () => {
    const [problem] = await lintText('src/new-folder/sample.ts', 'export {};');

    expect(problem?.message).toContain('Name the folder of src/new-folder/sample.ts');
  });

  test('the table names no folder that has no row', () => {
    const named = rows.flatMap(([, { may, mayTypes = [] }]) => [...may, ...mayTypes]);
    const unknown = [...named, ...markupFolders, ...browserFolders].filter(
      (folder) => !(folder in importTable),
    );

    expect(unknown).toEqual([]);
  });
});

/** The lines that have a problem. */
async function lint(file: string, lines: string[]): Promise<string[]> {
  const fence = file.endsWith('.astro') ? ['---'] : [];
  const text = [...fence, ...lines, ...fence, ''];
  const problems = await lintText(file, text.join('\n'));
  return [...new Set(problems.map(({ line }) => text[line - 1] ?? ''))];
}

async function lintText(file: string, text: string) {
  const results = await eslint.lintText(text, { filePath: file });
  const messages = results.flatMap((result) => result.messages);
  expect(messages.filter(({ fatal }) => fatal)).toEqual([]);
  return messages;
}

function getFile(folder: string): string {
  if (folder === 'scripts') return 'scripts/sample.ts';
  if (folder === 'astro.config.mjs') return folder;
  return folder.endsWith('.ts') ? `src/${folder}` : `src/${folder}/sample.ts`;
}

function getSpecifier(file: string, target: string): string {
  const isModule = !markupFolders.includes(target) && !/\.|^(pages|actions|scripts)/.test(target);
  if (isModule) return `#${target}`;
  const relative = posix.relative(posix.dirname(file), getFile(target));
  return relative.startsWith('.') ? relative : `./${relative}`;
}
