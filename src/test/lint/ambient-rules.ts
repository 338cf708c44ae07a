import type { Linter } from 'eslint';
import { importTable } from './import-table.ts';

const syntax: Record<string, string[]> = {
  'new Date()': [
    'NewExpression[callee.name="Date"][arguments.length=0]',
    'CallExpression[callee.name="Date"]',
  ],
  'import.meta.env': ['MemberExpression[object.type="MetaProperty"][property.name="env"]'],
  'import.meta.glob': ['MemberExpression[object.type="MetaProperty"][property.name="glob"]'],
};

/**
 * For each row of the import table what its files may not take without an import. Inner folders
 * come after outer ones, since the last entry that fits a file wins.
 */
export function createAmbientRules(): Linter.Config[] {
  const rows = Object.entries(importTable).sort(([a], [b]) => a.length - b.length);
  return rows.flatMap(([folder, row]) => {
    if (row === 'everything') return [];
    return {
      files: [`src/${folder}/**/*.{ts,astro}`],
      ignores: ['**/*.test.ts'],
      rules: createRules(folder, row.neverAmbient ?? []),
    };
  });
}

function createRules(folder: string, names: string[]): Linter.RulesRecord {
  const message = `${folder} gets this as an argument (src/test/lint/import-table.ts).`;
  const selectors = names.flatMap((name) => syntax[name] ?? []);
  const others = names.filter((name) => !(name in syntax));
  const properties = others.filter((name) => name.includes('.')).map((name) => name.split('.'));
  const globals = others.filter((name) => !name.includes('.'));
  return {
    'no-restricted-syntax': enable(selectors.map((selector) => ({ selector, message }))),
    'no-restricted-properties': enable(
      properties.map(([object, property]) => ({ object, property, message })),
    ),
    'no-restricted-globals': enable(
      globals.length > 0
        ? [{ globals: globals.map((name) => ({ name, message })), checkGlobalObject: true }]
        : [],
    ),
  };
}

/** A severity alone would keep the options of the outer folder. */
function enable(options: object[]): Linter.RuleEntry {
  return options.length > 0 ? ['error', ...options] : 'off';
}
