export const xmlDeclaration = '<?xml version="1.0" encoding="utf-8"?>\n';

const illegalInName = /[^\p{L}\p{N}_.-]/gu;
const illegalAtStart = /^(?![\p{L}_])/u;
// eslint-disable-next-line no-control-regex -- XML 1.0 has no way to write these characters.
const illegalInText = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/**
 * A JSON value as the service's XML: `root`, list elements `list-item`, null as an empty element, booleans
 * `True` and `False` (api-ground-truth §8). The service writes names such as `course-v1:edX+DemoX` as they
 * are, which no parser reads; here they get underscores.
 */
export function toXml(value: unknown): string {
  return xmlDeclaration + toXmlElement('root', value);
}

export function toXmlElement(name: string, value: unknown): string {
  return `<${name}>${toXmlContent(value)}</${name}>`;
}

function toXmlContent(value: unknown): string {
  if (Array.isArray(value)) return value.map((item) => toXmlElement('list-item', item)).join('');
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value)
      .map(([name, child]) => toXmlElement(toName(name), child))
      .join('');
  }
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? escapeText(value) : '';
}

function escapeText(text: string): string {
  return text.replace(illegalInText, '').replace(/[&<>]/g, (character) => escapes[character] ?? '');
}

function toName(name: string): string {
  return name.replace(illegalInName, '_').replace(illegalAtStart, '_');
}
