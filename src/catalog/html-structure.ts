/**
 * HTML of the API may nest its elements in ways that no page may: a list entry without a list, a paragraph inside
 * of bold text, a cell without a row. Browsers mend that each time, in their own way; here it is mended once.
 */
import { parseFragment, writeFragment, type HtmlElement, type HtmlNode } from './html-tree.ts';
import type { SafeHtml } from './types.ts';

/** The sanitised text with each element where the standard allows it; no word of it is lost. */
export function tidyStructure(html: SafeHtml): SafeHtml {
  return writeFragment(flow(parseFragment(html)));
}

const inline = new Set(['a', 'strong', 'em', 'b', 'i', 'sub', 'sup', 'code', 'br', 'img']);
const lists = new Set(['ul', 'ol']);
const cells = new Set(['td', 'th']);
const tableParts = new Set(['caption', 'thead', 'tbody', 'tr', ...cells]);

/** Where blocks and texts may stand. Entries without a list get one. */
function flow(nodes: readonly HtmlNode[]): HtmlNode[] {
  return runsOf(nodes, (node) => isElement(node, 'li')).flatMap(({ isMatch, run }) =>
    isMatch ? [element('ul', items(run))] : run.flatMap(inFlow),
  );
}

function inFlow(node: HtmlNode): HtmlNode[] {
  if (typeof node === 'string') return [node];
  const { name, children } = node;
  if (inline.has(name)) return inlineInFlow(node);
  if (lists.has(name)) return filled({ ...node, children: items(children) });
  if (name === 'table') return table(node);
  if (tableParts.has(name)) return flow(children);
  if (name === 'h3' || name === 'pre') return filled({ ...node, children: phrasing(children) });
  if (name === 'p') return paragraphs(node);
  return filled({ ...node, children: flow(children) });
}

/** Around blocks, a link may stand and emphasis may not. */
function inlineInFlow(node: HtmlElement): HtmlNode[] {
  const { name, children } = node;
  if (!children.some(hasBlock)) return phrasing([node]);
  return name === 'a' && isLink(node) && !children.some(hasLink)
    ? [{ ...node, children: flow(children) }]
    : flow(children);
}

/** A paragraph ends where a block begins. */
function paragraphs(node: HtmlElement): HtmlNode[] {
  return runsOf(node.children, hasBlock).flatMap(({ isMatch, run }) =>
    isMatch ? flow(run) : filled({ ...node, children: phrasing(run) }),
  );
}

/** Where only texts may stand: what blocks hold, with a space between. */
function phrasing(nodes: readonly HtmlNode[], isInLink = false): HtmlNode[] {
  return nodes.flatMap((node): HtmlNode[] => {
    if (typeof node === 'string') return [node];
    const { name, children } = node;
    if (name === 'br') return [node];
    if (name === 'img') return node.attributes === '' ? [] : [node];
    if (name === 'a') {
      return isLink(node) && !isInLink
        ? [{ ...node, children: phrasing(children, true) }]
        : phrasing(children, isInLink);
    }
    const inner = phrasing(children, isInLink);
    return inline.has(name) ? filled({ ...node, children: inner }) : [' ', ...inner, ' '];
  });
}

/** The entries of a list; a list among them belongs to the entry before it. */
function items(nodes: readonly HtmlNode[]): HtmlNode[] {
  const entries: HtmlElement[] = [];
  for (const { isMatch, run } of runsOf(nodes, (node) => isElement(node, 'li'))) {
    if (isMatch) {
      for (const node of run) {
        if (typeof node !== 'string') entries.push({ ...node, children: flow(node.children) });
      }
      continue;
    }
    const inner = flow(run);
    const last = entries.at(-1);
    const isList = run.every((node) => typeof node === 'string' || lists.has(node.name));
    if (last !== undefined && isList) last.children.push(...inner);
    else entries.push(element('li', inner));
  }
  return entries.filter(({ children }) => !children.every(isBlank));
}

/** Captions, head and bodies in their order; what is no part of a table stands before it. */
function table(node: HtmlElement): HtmlNode[] {
  const before: HtmlNode[] = [];
  const captions: HtmlElement[] = [];
  const sections: HtmlElement[] = [];
  for (const { isMatch, run } of runsOf(node.children, isRowOrCell)) {
    if (isMatch) {
      sections.push(element('tbody', rows(run)));
      continue;
    }
    for (const child of run) {
      if (typeof child === 'string' || !tableParts.has(child.name)) before.push(...flow([child]));
      else if (child.name === 'caption')
        captions.push({ ...child, children: phrasing(child.children) });
      else sections.push({ ...child, children: rows(child.children) });
    }
  }
  const parts = sections
    .filter(({ children }) => children.length > 0)
    .map((section, index) => (index > 0 ? { ...section, name: 'tbody' } : section));
  if (parts.length === 0) return [...before, ...captions.flatMap(({ children }) => children)];
  return [
    ...before.filter((each) => !isBlank(each)),
    { ...node, children: [...captions.slice(0, 1), ...parts] },
  ];
}

function rows(nodes: readonly HtmlNode[]): HtmlElement[] {
  return runsOf(nodes, (node) => isElement(node, 'tr'))
    .flatMap(({ isMatch, run }): HtmlElement[] =>
      isMatch
        ? run.flatMap((node) =>
            typeof node === 'string' ? [] : { ...node, children: rowCells(node.children) },
          )
        : [element('tr', rowCells(run))],
    )
    .filter(({ children }) => children.length > 0);
}

/** What is in a row and in no cell gets one. */
function rowCells(nodes: readonly HtmlNode[]): HtmlElement[] {
  return nodes.flatMap((node): HtmlElement[] => {
    if (isBlank(node)) return [];
    if (typeof node === 'string') return [element('td', [node])];
    if (!cells.has(node.name)) return [element('td', flow([node]))];
    const children = flow(node.children);
    return [{ ...node, children: node.name === 'th' ? withoutHeadings(children) : children }];
  });
}

/** A cell that is a heading holds none. */
function withoutHeadings(nodes: readonly HtmlNode[]): HtmlNode[] {
  return nodes.flatMap((node): HtmlNode[] => {
    if (typeof node === 'string') return [node];
    const children = withoutHeadings(node.children);
    return node.name === 'h3' ? children : [{ ...node, children }];
  });
}

/** Neighbours that match, or that don't, together; white space between two that match belongs to them. */
function runsOf(
  nodes: readonly HtmlNode[],
  matches: (node: HtmlNode) => boolean,
): { isMatch: boolean; run: HtmlNode[] }[] {
  const runs: { isMatch: boolean; run: HtmlNode[] }[] = [];
  for (const node of nodes) {
    const last = runs.at(-1);
    const isMatch = isBlankText(node) ? (last?.isMatch ?? false) : matches(node);
    if (last?.isMatch === isMatch) last.run.push(node);
    else runs.push({ isMatch, run: [node] });
  }
  return runs.length === 1 ? runs : runs.filter(({ run }) => !run.every(isBlankText));
}

function element(name: string, children: HtmlNode[]): HtmlElement {
  return { name, attributes: '', children };
}

function filled(node: HtmlElement): HtmlElement[] {
  return node.children.every(isBlank) ? [] : [node];
}

function isElement(node: HtmlNode, name: string): boolean {
  return typeof node !== 'string' && node.name === name;
}

function isRowOrCell(node: HtmlNode): boolean {
  return typeof node !== 'string' && (node.name === 'tr' || cells.has(node.name));
}

function isLink({ attributes }: HtmlElement): boolean {
  return /\shref=/.test(attributes);
}

function hasLink(node: HtmlNode): boolean {
  return typeof node !== 'string' && (node.name === 'a' || node.children.some(hasLink));
}

function hasBlock(node: HtmlNode): boolean {
  return typeof node !== 'string' && (!inline.has(node.name) || node.children.some(hasBlock));
}

function isBlankText(node: HtmlNode): boolean {
  return typeof node === 'string' && node.trim() === '';
}

/** Pictures, breaks and cells say something without a word. */
function isBlank(node: HtmlNode): boolean {
  if (typeof node === 'string') return isBlankText(node);
  const isWordless = node.name === 'br' || node.name === 'img' || cells.has(node.name);
  return !isWordless && node.children.every(isBlank);
}
