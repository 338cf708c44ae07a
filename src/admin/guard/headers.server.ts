import { createHash } from 'node:crypto';

/**
 * What every answer of the admin server carries. `inlineScripts` are the texts of the inline scripts that Astro
 * wrote into this page, and only those: the policy lets exactly them run.
 */
export function secureHeaders({
  inlineScripts = [],
  isSecure,
}: {
  inlineScripts?: string[];
  /** Whether the site is on https. */
  isSecure: boolean;
}): Record<string, string> {
  return {
    'Cache-Control': 'no-store',
    'Content-Security-Policy': createPolicy(inlineScripts),
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': 'same-origin',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'X-Robots-Tag': 'noindex, nofollow',
    ...(isSecure && { 'Strict-Transport-Security': 'max-age=31536000' }),
  };
}

function createPolicy(inlineScripts: string[]): string {
  const hashes = new Set(
    inlineScripts.map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`),
  );
  return [
    "default-src 'none'",
    `script-src ${["'self'", ...hashes].join(' ')}`,
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}
