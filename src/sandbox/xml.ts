import { XMLBuilder } from 'fast-xml-parser';

export const xmlDeclaration = '<?xml version="1.0" encoding="utf-8"?>\n';

const builder = new XMLBuilder({ suppressEmptyNode: false });
const illegalInName = /[^\p{L}\p{N}_.-]/gu;
const illegalAtStart = /^(?![\p{L}_])/u;
// eslint-disable-next-line no-control-regex -- XML 1.0 has no way to write these characters.
const illegalInText = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/**
 * A JSON value as the service's XML: `root`, list elements `list-item`, null as an empty element, booleans
 * `True` and `False` (api-ground-truth §8). The service writes names such as `course-v1:edX+DemoX` as they
 * are, which no parser reads; here they get underscores.
 */
export function toXml(value: unknown): string {
  return xmlDeclaration + toXmlElement('root', value);
}

export function toXmlElement(name: string, value: unknown): string {
  return builder.build({ [name]: toNode(value) });
}

function toNode(value: unknown): unknown {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'string') return value.replace(illegalInText, '');
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return value.length === 0 ? '' : { 'list-item': value.map(toNode) };
  const entries = Object.entries(value);
  if (entries.length === 0) return '';
  return Object.fromEntries(entries.map(([name, child]) => [toName(name), toNode(child)]));
}

function toName(name: string): string {
  return name.replace(illegalInName, '_').replace(illegalAtStart, '_');
}
