import type { SafeHtml } from './types.ts';

/** A text as it stands in HTML, or an element. */
export type HtmlNode = string | HtmlElement;

export interface HtmlElement {
  name: string;
  /** As they are written, with a space before them. */
  attributes: string;
  children: HtmlNode[];
}

const voidElements = new Set(['br', 'img']);

/** The sanitizer closes what it opens and writes no `<` or `>` but those of tags, so no more is to be read. */
const tags = /<(\/?)([a-z\d]+)([^>]*?)\s*\/?>/g;

export function parseFragment(html: SafeHtml): HtmlNode[] {
  const root: HtmlElement = { name: '', attributes: '', children: [] };
  const open = [root];
  let end = 0;
  for (const { index, 0: tag, 1: slash, 2: name = '', 3: attributes = '' } of html.matchAll(tags)) {
    const parent = open.at(-1) ?? root;
    if (index > end) parent.children.push(html.slice(end, index));
    end = index + tag.length;
    if (slash === '/') {
      if (open.length > 1) open.pop();
      continue;
    }
    const node: HtmlElement = { name, attributes, children: [] };
    parent.children.push(node);
    if (!voidElements.has(name)) open.push(node);
  }
  if (end < html.length) root.children.push(html.slice(end));
  return root.children;
}

export function writeFragment(nodes: readonly HtmlNode[]): SafeHtml {
  return nodes.map(writeNode).join('');
}

function writeNode(node: HtmlNode): string {
  if (typeof node === 'string') return node;
  const { name, attributes, children } = node;
  return voidElements.has(name)
    ? `<${name}${attributes} />`
    : `<${name}${attributes}>${writeFragment(children)}</${name}>`;
}
