import path from 'node:path';
import type { Rule } from 'eslint';
import { findFolder, findImportProblem } from './find-import-problem.ts';

const root = path.join(import.meta.dirname, '../../..');

/** Reports each import that the import table does not allow, and each file that it forgets. */
export const importRule: Rule.RuleModule = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const file = path.relative(root, context.filename).split(path.sep).join('/');

    const check = (node: Rule.Node, specifier: unknown, isType: boolean) => {
      if (typeof specifier !== 'string') return;
      const message = findImportProblem({ file, specifier, isType });
      if (message !== undefined) context.report({ node, message });
    };
    return {
      Program(node) {
        if (findFolder(file) !== undefined || file.endsWith('.d.ts')) return;
        const message = `Name the folder of ${file} in src/test/lint/import-table.ts.`;
        context.report({ node, message });
      },
      ImportDeclaration(node) {
        check(node, node.source.value, isTypeOnly(node, 'importKind'));
      },
      ExportNamedDeclaration(node) {
        check(node, node.source?.value, isTypeOnly(node, 'exportKind'));
      },
      ExportAllDeclaration(node) {
        check(node, node.source.value, isTypeOnly(node, 'exportKind'));
      },
      ImportExpression(node) {
        check(node, 'value' in node.source ? node.source.value : undefined, false);
      },
      TSImportType(node: Rule.Node) {
        const { source } = node as unknown as { source: { value: unknown } };
        check(node, source.value, true);
      },
    };
  },
};

function isTypeOnly(node: object, kind: 'importKind' | 'exportKind'): boolean {
  return (node as Record<string, unknown>)[kind] === 'type';
}
