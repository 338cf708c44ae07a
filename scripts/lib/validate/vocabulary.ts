import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** What schema.org knows of types and properties, as `schema-dts` has it from its releases. */
export interface Vocabulary {
  /** The properties of a type, its ancestors' included, each with what may be its value; undefined for no type. */
  propertiesOf: (type: string) => ReadonlyMap<string, Range> | undefined;
}

/** What the value of a property may be. */
export interface Range {
  /** Types of nodes. */
  types: ReadonlySet<string>;
  /** `Text`, `URL`, `Date` … */
  dataTypes: ReadonlySet<string>;
  /** Members of enumerations. */
  members: ReadonlySet<string>;
}

/** schema.org's own: a value of one is written as a text, a number or a truth value. */
const dataTypes = new Set(
  'Text URL Date DateTime Time Duration Number Integer Float Boolean'.split(' '),
);

export function readVocabulary(): Vocabulary {
  const { interfaces, unions } = readDeclarations();
  const properties = new Map<string, ReadonlyMap<string, Range>>();

  const collect = (name: string, found: Map<string, Range>) => {
    const declaration = interfaces.get(name);
    for (const parent of declaration?.parents ?? []) collect(parent, found);
    for (const [property, members] of declaration?.properties ?? []) {
      found.set(property, rangeOf(members));
    }
    return found;
  };

  const rangeOf = (members: readonly string[]): Range => {
    const range = {
      types: new Set<string>(),
      dataTypes: new Set<string>(),
      members: new Set<string>(),
    };
    const seen = new Set<string>();
    const add = (member: string) => {
      if (seen.has(member)) return;
      seen.add(member);
      if (dataTypes.has(member)) range.dataTypes.add(member);
      else if (member.startsWith('"')) range.members.add(member.slice(1, -1));
      else if (interfaces.has(member)) range.types.add(interfaces.get(member)?.type ?? member);
      // Where a name may stand for the thing.
      else if (member === 'string') range.dataTypes.add('Text');
      else for (const inner of unions.get(member) ?? []) add(inner);
    };
    for (const member of members) add(member);
    return range;
  };

  return {
    propertiesOf(type) {
      const leaf = `${type}Leaf`;
      if (!interfaces.has(leaf)) return undefined;
      const known = properties.get(type) ?? collect(leaf, new Map<string, Range>());
      properties.set(type, known);
      return known;
    },
  };
}

interface Declaration {
  /** Value of `@type`; undefined for one that only others build on. */
  type: string | undefined;
  parents: string[];
  /** Of its own, with the members of the union that is their range. */
  properties: Map<string, string[]>;
}

/** The declarations of `schema-dts`, read as they are written; nothing is evaluated. */
function readDeclarations() {
  const file = fileURLToPath(new URL('schema.d.ts', import.meta.resolve('schema-dts')));
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
  const interfaces = new Map<string, Declaration>();
  const unions = new Map<string, string[]>();
  for (const statement of source.statements) {
    if (ts.isInterfaceDeclaration(statement)) {
      interfaces.set(statement.name.text, declarationOf(statement, source));
    } else if (ts.isTypeAliasDeclaration(statement) && statement.typeParameters === undefined) {
      unions.set(statement.name.text, membersOf(statement.type, source));
    }
  }
  return { interfaces, unions };
}

function declarationOf(node: ts.InterfaceDeclaration, source: ts.SourceFile): Declaration {
  const declaration: Declaration = { type: undefined, parents: [], properties: new Map() };
  for (const { types } of node.heritageClauses ?? []) {
    declaration.parents.push(...types.map((type) => type.getText(source)));
  }
  for (const member of node.members) {
    if (!ts.isPropertySignature(member) || !ts.isStringLiteral(member.name)) continue;
    const { type } = member;
    const name = member.name.text;
    if (type === undefined) continue;
    if (name === '@type') declaration.type = type.getText(source).slice(1, -1);
    // SchemaValue<what may be its value, "its name">
    else if (ts.isTypeReferenceNode(type) && type.typeArguments?.[0] !== undefined) {
      declaration.properties.set(name, membersOf(type.typeArguments[0], source));
    }
  }
  return declaration;
}

function membersOf(type: ts.TypeNode, source: ts.SourceFile): string[] {
  return (ts.isUnionTypeNode(type) ? type.types : [type]).map((member) => member.getText(source));
}
