import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** What the first bytes of each kind of picture look like. */
const signatures: Record<string, RegExp> = {
  '.svg': /^(?:\uFEFF)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*|<!DOCTYPE[^>]*>\s*)*<svg[\s>]/,
  '.png': /^\u0089PNG/,
  '.webp': /^RIFF[^]{4}WEBP/,
  '.avif': /^[^]{4}ftypavi/,
  '.jpg': /^\u00FF\u00D8\u00FF/,
  '.jpeg': /^\u00FF\u00D8\u00FF/,
};

/** A logo is shown as a picture, but whoever opens its address alone would run what is in it. */
const activeSvg = /<script|<foreignObject|\son\w+\s*=|javascript:|@import/i;

/** An SVG that fetches something would send the visitor's address to a stranger. */
const fetchingSvg = /(?:href|src)\s*=\s*["']\s*(?:https?:)?\/\/|url\(\s*["']?(?:https?:)?\/\//i;

/** What keeps a file from being a logo; undefined where nothing does. */
export function findLogoProblem(file: string): string | undefined {
  const extension = path.extname(file).toLowerCase();
  const signature = signatures[extension];
  if (signature === undefined) {
    return `${file} is no picture of a known kind: ${Object.keys(signatures).join(', ')}.`;
  }
  if (!existsSync(file)) return `${file} is not there. The path is relative to the configuration.`;
  const content = readFileSync(file, extension === '.svg' ? 'utf8' : 'latin1');
  if (!signature.test(content)) return `${file} does not hold what its name says.`;
  if (extension !== '.svg') return undefined;
  if (activeSvg.test(content)) return `${file} holds a script or foreign markup; take it out.`;
  return fetchingSvg.test(content) ? `${file} loads something from elsewhere.` : undefined;
}
