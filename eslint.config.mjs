import astro from 'eslint-plugin-astro';
import unicorn from 'eslint-plugin-unicorn';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { createAmbientRules } from './src/test/lint/ambient-rules.ts';
import { importRule } from './src/test/lint/import-rule.ts';

const typescript = ['src/**/*.ts', 'scripts/**/*.ts', '*.config.ts'];
const modules = ['src/**/*.{ts,astro}', 'scripts/**/*.{ts,mjs}'];
const tests = ['**/*.test.ts', 'src/test/**/*.ts'];
// The script blocks of Astro files are linted as files below theirs.
const scriptBlocks = '**/*.astro/*';

const coreRules = [
  'array-callback-return',
  'eqeqeq',
  'no-cond-assign',
  'no-constant-condition',
  'no-control-regex',
  'no-dupe-else-if',
  'no-duplicate-case',
  'no-else-return',
  'no-empty',
  'no-empty-character-class',
  'no-empty-pattern',
  'no-ex-assign',
  'no-extra-boolean-cast',
  'no-fallthrough',
  'no-implicit-coercion',
  'no-irregular-whitespace',
  'no-nested-ternary',
  'no-misleading-character-class',
  'no-param-reassign',
  'no-prototype-builtins',
  'no-self-assign',
  'no-self-compare',
  'no-sparse-arrays',
  'no-template-curly-in-string',
  'no-unreachable-loop',
  'no-unsafe-finally',
  'no-unsafe-optional-chaining',
  'no-useless-backreference',
  'no-useless-catch',
  'no-useless-escape',
  'no-useless-rename',
  'object-shorthand',
  'prefer-object-has-own',
  'use-isnan',
];
const unicornRules = [
  'error-message',
  'no-abusive-eslint-disable',
  'no-for-each',
  'no-await-in-promise-methods',
  'no-empty-file',
  'no-instanceof-builtins',
  'no-lonely-if',
  'no-object-as-default-parameter',
  'no-thenable',
  'no-typeof-undefined',
  'no-unreadable-iife',
  'no-useless-fallback-in-spread',
  'no-useless-promise-resolve-reject',
  'no-useless-switch-case',
  'prefer-array-find',
  'prefer-array-flat-map',
  'prefer-array-some',
  'prefer-at',
  'prefer-export-from',
  'prefer-includes',
  'prefer-node-protocol',
  'prefer-number-properties',
  'prefer-optional-catch-binding',
  'prefer-set-has',
  'prefer-string-slice',
  'prefer-string-starts-ends-with',
  'prefer-structured-clone',
  'prefer-type-error',
  'throw-new-error',
];
const typedRules = [
  'no-deprecated',
  'no-unnecessary-condition',
  'prefer-optional-chain',
  'switch-exhaustiveness-check',
];
// Words that the house style writes out; those of the web platform and of Astro stay.
const abbreviations = {
  arr: 'array',
  btn: 'button',
  cat: 'catalog',
  cb: 'callback',
  cfg: 'configuration',
  cfgs: 'configurations',
  cnt: 'count',
  ctx: 'context',
  cur: 'current',
  desc: 'description',
  el: 'element',
  elem: 'element',
  err: 'error',
  fn: 'function',
  idx: 'index',
  len: 'length',
  msg: 'message',
  num: 'number',
  obj: 'object',
  prev: 'previous',
  prog: 'program',
  req: 'request',
  res: 'response',
  str: 'text',
  tmp: 'temporary',
  val: 'value',
};

export default defineConfig(
  { ignores: ['dist/', '.astro/', '.prospectus/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  tseslint.configs.recommended,
  astro.configs['flat/recommended'],
  {
    plugins: { unicorn, prospectus: { rules: { imports: importRule } } },
    rules: {
      ...enable(coreRules),
      ...enable(unicornRules, 'unicorn/'),
      ...enable(['array-type', 'consistent-type-definitions'], '@typescript-eslint/'),
      ...enable(['consistent-type-imports', 'no-import-type-side-effects'], '@typescript-eslint/'),
      'no-console': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      'unicorn/filename-case': ['error', { case: 'kebabCase', checkDirectories: false }],
      'unicorn/name-replacements': [
        'error',
        {
          extendDefaultReplacements: false,
          replacements: Object.fromEntries(
            Object.entries(abbreviations).map(([short, word]) => [short, { [word]: true }]),
          ),
        },
      ],
    },
  },
  {
    files: modules,
    rules: {
      'prospectus/imports': 'error',
      'no-restricted-exports': [
        'error',
        { restrictDefaultExports: { direct: true, named: true, defaultFrom: true } },
      ],
    },
  },
  createAmbientRules(),
  { files: ['astro.config.mjs'], rules: { 'prospectus/imports': 'error' } },
  { files: ['scripts/**'], rules: { 'no-console': 'off' } },
  {
    files: ['src/{components,layouts}/**/*.astro'],
    rules: { 'unicorn/filename-case': ['error', { case: 'pascalCase', checkDirectories: false }] },
  },
  {
    files: ['**/*.astro'],
    rules: {
      'astro/no-set-text-directive': 'error',
      // Pages are policy-ready (design §5): Astro bundles plain script blocks, not these.
      'no-restricted-syntax': [
        'error',
        ...[
          ':matches(JSXAttribute, AstroTemplateLiteralAttribute)[name.name="style"]',
          'JSXAttribute[name.namespace.name="is"][name.name.name="inline"]',
          'JSXAttribute[name.namespace.name="define"]',
        ].map((selector) => ({
          selector,
          message: 'Pages have no inline script or style.',
        })),
      ],
    },
  },
  {
    files: typescript,
    ignores: [scriptBlocks],
    extends: [tseslint.configs.recommendedTypeCheckedOnly],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      ...enable(typedRules, '@typescript-eslint/'),
      '@typescript-eslint/no-non-null-assertion': 'error',
      // Empty text is as good as none in most of the API's fields.
      '@typescript-eslint/prefer-nullish-coalescing': [
        'error',
        { ignorePrimitives: { string: true } },
      ],
      // An async function without await turns what it throws into a rejection.
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    files: tests,
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      // Spies and stubs are passed around by design.
      '@typescript-eslint/unbound-method': 'off',
      // Answers are read as they come; a wrong shape fails the expectation.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
    },
  },
);

/**
 * @param {string[]} names
 * @returns {Record<string, 'error'>}
 */
function enable(names, prefix = '') {
  return Object.fromEntries(names.map((name) => [prefix + name, 'error']));
}
