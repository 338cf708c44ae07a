import type { Range, Vocabulary } from './vocabulary.ts';

/** What is wrong with a JSON-LD block by schema.org's vocabulary, each with the path that it has in the block. */
export function checkJsonLd(text: string, vocabulary: Vocabulary): string[] {
  const problems: string[] = [];
  const block = parse(text);
  if (!isNode(block) || block['@context'] !== 'https://schema.org') {
    return ['is no JSON object with the context https://schema.org'];
  }
  const nodes = block['@graph'];
  if (!Array.isArray(nodes) || nodes.length === 0) return ['has no @graph with nodes'];

  const named = new Set<string>();
  const references = new Map<string, string>();
  for (const [index, node] of nodes.entries()) checkNode(node, `@graph[${index}]`);
  for (const [id, path] of references) {
    if (!named.has(id)) problems.push(`${path}: no node is called ${id}`);
  }
  return problems;

  function checkNode(node: unknown, path: string): void {
    if (!isNode(node)) {
      problems.push(`${path}: is no node`);
      return;
    }
    const { '@type': type, '@id': id, ...properties } = node;
    const known = typeof type === 'string' ? vocabulary.propertiesOf(type) : undefined;
    if (known === undefined) {
      problems.push(`${path}: schema.org knows no type ${JSON.stringify(type)}`);
      return;
    }
    if (typeof id === 'string') named.add(id);
    if (Object.keys(properties).length === 0) problems.push(`${path}: has no properties`);
    for (const [name, value] of Object.entries(properties)) {
      const place = `${path}.${name} of ${String(type)}`;
      const range = known.get(name) ?? constraintOf(name, known);
      if (range === undefined) {
        problems.push(`${place}: is no property of that type`);
        continue;
      }
      const values: unknown[] = Array.isArray(value) ? value : [value];
      if (values.length === 0) problems.push(`${place}: is empty`);
      for (const [index, single] of values.entries()) {
        checkValue(single, range, {
          name,
          path: values.length === 1 ? place : `${place}[${index}]`,
        });
      }
    }
  }

  function checkValue(
    value: unknown,
    range: Range,
    { name, path }: { name: string; path: string },
  ): void {
    if (!isNode(value)) {
      if (!isOfDataType(value, range)) {
        problems.push(`${path}: ${JSON.stringify(value)} is none of ${describeRange(range)}`);
      }
      if (typeof value === 'string' && formats[name]?.(value) === false) {
        problems.push(`${path}: ${JSON.stringify(value)} is no valid ${name}`);
      }
      return;
    }
    if (value['@type'] === undefined && typeof value['@id'] === 'string') {
      references.set(value['@id'], path);
      return;
    }
    const type = String(value['@type']);
    if (!range.types.has(type))
      problems.push(`${path}: ${type} is none of ${describeRange(range)}`);
    checkNode(value, path);
  }
}

/** What every block of a page holds. */
export function* findJsonLd(html: string): Generator<string> {
  for (const [, text = ''] of html.matchAll(
    /<script type="application\/ld\+json">([^]*?)<\/script>/g,
  )) {
    yield text;
  }
}

/** "query-input" of an action says what a property of it takes (https://schema.org/docs/actions.html). */
function constraintOf(name: string, known: ReadonlyMap<string, Range>): Range | undefined {
  const isOfAction = known.has('actionStatus');
  const [, property] = /^(.+)-(?:in|out)put$/.exec(name) ?? [];
  if (!isOfAction || property === undefined || !known.has(property)) return undefined;
  return {
    types: new Set(['PropertyValueSpecification']),
    dataTypes: new Set(['Text']),
    members: new Set(),
  };
}

function isOfDataType(value: unknown, { dataTypes, members }: Range): boolean {
  if (typeof value === 'number') {
    return (
      dataTypes.has('Number') ||
      dataTypes.has('Float') ||
      (dataTypes.has('Integer') && Number.isInteger(value))
    );
  }
  if (typeof value === 'boolean') return dataTypes.has('Boolean');
  if (typeof value !== 'string' || value.trim() === '') return false;
  if (dataTypes.has('Text') || members.has(value)) return true;
  return [...dataTypes].some((type) => dataTypeFormats[type]?.(value) === true);
}

const day = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;

/** How the values of a data type are written. */
const dataTypeFormats: Partial<Record<string, (value: string) => boolean>> = {
  URL: isAddress,
  Date: (value) => day.test(value),
  DateTime: (value) => /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value) && !Number.isNaN(Date.parse(value)),
  Duration: (value) => /^P(?=.)(?:\d+[YMWD])*(?:T(?=.)(?:\d+H)?(?:\d+M)?)?$/.test(value),
  Number: (value) => /^\d+(?:\.\d+)?$/.test(value),
  Integer: (value) => /^\d+$/.test(value),
};

/** Where the vocabulary says "Text" and means one of a kind. */
const formats: Partial<Record<string, (value: string) => boolean>> = {
  item: isAddress,
  image: isAddress,
  isPartOf: isAddress,
  courseWorkload: (value) => dataTypeFormats['Duration']?.(value) === true,
  duration: (value) => dataTypeFormats['Duration']?.(value) === true,
  price: (value) => dataTypeFormats['Number']?.(value) === true,
  priceCurrency: (value) => Intl.supportedValuesOf('currency').includes(value),
  inLanguage: (value) => {
    try {
      return Intl.getCanonicalLocales(value).length === 1;
    } catch {
      return false;
    }
  },
};

function isAddress(value: string): boolean {
  return /^https?:\/\//.test(value) && URL.canParse(value);
}

function describeRange({ types, dataTypes, members }: Range): string {
  return [...dataTypes, ...types, ...members].slice(0, 12).join(', ');
}

function isNode(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
