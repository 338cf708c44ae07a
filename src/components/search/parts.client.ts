/** The element that the markup calls `name`. */
export function requirePart<Part extends Element>(
  root: ParentNode,
  name: string,
  type: new () => Part,
): Part {
  const found = root.querySelector(`[data-part="${name}"]`);
  if (found instanceof type) return found;
  throw new Error(`The page has no part ${name}.`);
}

/** A copy of the element in the template called `name`, with the styles that the server gave it. */
export function cloneTemplate(root: ParentNode, name: string): HTMLElement {
  const copy = cloneContent(root, name).firstElementChild;
  if (copy instanceof HTMLElement) return copy;
  throw new Error(`The template ${name} is empty.`);
}

/** A copy of all that is in the template called `name`. */
export function cloneContent(root: ParentNode, name: string): DocumentFragment {
  return document.importNode(requirePart(root, name, HTMLTemplateElement).content, true);
}
