import { ImageRefusedError } from './refusal.ts';

/** A logo in SVG is text of some kilobytes; more only makes its drawing slow. */
const maxSvgBytes = 512 * 1024;
/** Copies of copies grow without end. */
const maxUses = 50;

const forbidden: readonly (readonly [pattern: RegExp, what: string])[] = [
  [/<!(?:doctype|entity)/i, 'declares a document type or entities'],
  [/<\?(?!xml\s)/i, 'holds processing instructions'],
  [/<\s*(?:[\w.-]+:)?(?:script|handler|listener)\b/i, 'holds a script'],
  [/[\s"'/]on[a-z]+\s*=/i, 'holds an event handler'],
  [/<\s*(?:[\w.-]+:)?(?:foreignObject|iframe|object|embed|audio|video)\b/i, 'embeds other content'],
  [/<\s*(?:[\w.-]+:)?(?:image|feImage)\b/i, 'embeds another picture'],
  [/@import|\\/i, 'imports or hides something in its style'],
  // Written so that they take linear time, and so that what is spelt oddly is refused rather than let through.
  [/\b(?:href|src)\b(?!\s{0,3}=\s{0,3}["']#)/i, 'refers to something outside of itself'],
  [/\burl\b(?!\(\s{0,3}["']?#)/i, 'refers to something outside of itself'],
];

/**
 * Refuses an SVG that is more than shapes. What passes is drawn once and kept as PNG, by a library that runs no
 * scripts and loads nothing; no SVG of others is ever served.
 * @throws an `ImageRefusedError`
 */
export function checkSvg(bytes: Buffer): void {
  if (bytes.length > maxSvgBytes) {
    throw new ImageRefusedError(`it is an SVG of more than ${maxSvgBytes / 1024} KB`);
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new ImageRefusedError('it is an SVG in another encoding than UTF-8');
  }
  // A number in place of a character could spell what the patterns look for.
  if (/&#/.test(text)) throw new ImageRefusedError('it is an SVG that hides characters as numbers');
  if (/^\s*<\?xml[^>]*\bencoding\b(?!\s{0,3}=\s{0,3}["']utf-8["'])/i.test(text)) {
    throw new ImageRefusedError('it is an SVG in another encoding than UTF-8');
  }
  for (const [pattern, what] of forbidden) {
    if (pattern.test(text)) throw new ImageRefusedError(`it is an SVG that ${what}`);
  }
  if ([...text.matchAll(/<(?:[\w.-]+:)?use\b/gi)].length > maxUses) {
    throw new ImageRefusedError('it is an SVG that repeats parts of itself too often');
  }
}
