import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { InterfaceLanguage } from '#catalog';
import { ConfigurationError } from './configuration-error.ts';

const interfaceLanguages = ['en'] as const satisfies InterfaceLanguage[];

const siteConfig = z.strictObject({
  /** The company whose employees read the site. */
  companyName: z.string().trim().min(1).default('Your company'),
  /** The site's own name, beside the company's. */
  siteName: z.string().trim().min(1).default('Prospectus'),
  /** The title of the home page. */
  headline: z.string().trim().min(1).default('A catalogue to grow in'),
  /** A sentence under it; without one the site counts its courses. */
  introduction: z.string().trim().min(1).optional(),
  /** Address for questions of employees. */
  supportEmail: z.email().optional(),
  /** What happens when one follows an enrollment link, in the company's words. */
  enrollmentHelp: z.string().trim().min(1).optional(),
  /**
   * Languages of the pages' own words; what the API says stays as it is. The first stands at the site's root,
   * each other in a folder: `/es/`.
   */
  languages: z
    .tuple([z.enum(interfaceLanguages)], z.enum(interfaceLanguages))
    .refine((languages) => new Set(languages).size === languages.length, {
      error: 'must not name a language twice.',
    })
    .default(['en']),
  /** Searches that the home page suggests. */
  suggestedSearches: z.array(z.string().trim().min(1)).max(8).default([]),
  /** Whether search engines may list the site. Employer sites are private: off by default. */
  indexing: z.boolean().default(false),
  images: z
    .strictObject({
      /** The widths in pixels that pictures of courses and programs are made in; one up to four. */
      widths: z.array(z.int().min(160).max(2560)).min(1).max(4).default([320, 720]),
      /**
       * In which formats they are made. AVIF is smaller by a third and takes ten times as long to make, once;
       * WebP is for browsers that can't read it, and for logos, staff pictures and search results.
       */
      formats: z
        .array(z.enum(['avif', 'webp']))
        .refine((formats) => formats.includes('webp'), { error: 'must have "webp".' })
        .default(['webp']),
      /** Whether links to courses and programs that are shared show a drawn picture: a file of each. */
      openGraph: z.boolean().default(false),
    })
    .prefault({}),
});

/** Branding and options of one company's site. Each field's doc is the operator's documentation. */
export type SiteConfig = z.output<typeof siteConfig>;

/**
 * Reads the JSON file of `SITE_CONFIG`; without one the defaults. Throws a `ConfigurationError` that lists
 * every problem with its path.
 */
export function readSiteConfig(file: string | undefined): SiteConfig {
  if (file === undefined) return siteConfig.parse({});
  const result = siteConfig.safeParse(readJson(file));
  if (result.success) return result.data;
  throw new ConfigurationError(
    `The site configuration ${file} is not valid`,
    result.error.issues.map((issue) => `${issue.path.join('.') || '(file)'}: ${issue.message}`),
  );
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ConfigurationError('SITE_CONFIG is not readable', [`${file}: ${reason}`]);
  }
}
