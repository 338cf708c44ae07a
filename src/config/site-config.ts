import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { InterfaceLanguage } from '#catalog';
import { isColor } from './brand-color.ts';
import { ConfigurationError } from './configuration-error.ts';
import { findLogoProblem } from './logo-file.ts';

const interfaceLanguages = [
  'en',
  'es',
  'fr',
  'de',
  'ar',
  'ja',
] as const satisfies InterfaceLanguage[];

/** The sections of the home page, in the order that they have by default. */
const homeSections = ['featured', 'starting-soon', 'subjects', 'catalogs', 'skills'] as const;

const text = z.string().trim().min(1);

const webAddress = z.url({ protocol: /^https?$/, error: 'must be an address with http(s)://.' });

const siteLanguages = z
  .tuple([z.enum(interfaceLanguages)], z.enum(interfaceLanguages))
  .refine(isWithoutRepeats, { error: 'must not name a language twice.' });

/** What the fields are held against: where the file is, and the languages it has. */
interface Surroundings {
  directory: string;
  languages: readonly InterfaceLanguage[];
}

/** Every field is checked by itself, so that one message can list all that is wrong. */
const createSchema = ({ directory, languages }: Surroundings) => {
  const localText = createLocalText(languages);
  const logoFile = createLogoFile(directory);
  return z.strictObject({
    /** The company whose employees read the site. */
    companyName: text.default('Your company'),
    /** The site's own name, beside the company's. */
    siteName: text.default('Prospectus'),
    /** The company's logo in the masthead, in place of the drawn one; its name stands there all the same. */
    logo: z
      .strictObject({
        /** A picture (SVG, PNG, WebP, AVIF or JPEG); its path is relative to this file. */
        file: logoFile,
        /** Another for dark pages. */
        darkFile: logoFile.optional(),
        /** Whether the logo itself spells the name, which is then only said to screen readers. */
        hasName: z.boolean().default(false),
      })
      .optional(),
    colors: z
      .strictObject({
        /**
         * The company's colour, as CSS writes it. It is darkened for day and lightened for night until it can be
         * read; the build says how far, with the contrasts.
         */
        accent: z
          .string()
          .refine(isColor, { error: 'is no colour that CSS knows, such as "#1f5a45".' })
          .optional(),
      })
      .prefault({}),
    /** The title of the home page. */
    headline: localText.optional(),
    /** A sentence under it; without one the site counts its courses. */
    introduction: localText.optional(),
    home: z
      .strictObject({
        /** Which sections the home page has, in this order. */
        sections: z
          .array(z.enum(homeSections))
          .refine(isWithoutRepeats, { error: 'must not name a section twice.' })
          .default([...homeSections]),
        /** Keys of courses and uuids of programs that the section "featured" shows, in this order. */
        featured: z.array(text).max(12).default([]),
      })
      .prefault({}),
    /** `hide`: no amount of money on any page. What a subscription includes is said all the same. */
    prices: z.enum(['show', 'hide']).default('show'),
    /** Address for questions of employees. */
    supportEmail: z.email({ error: 'must be an e-mail address.' }).optional(),
    /** A page for questions of employees, in place of that address or beside it. */
    supportUrl: webAddress.optional(),
    /** What happens when one follows an enrollment link, in the company's words. */
    enrollmentHelp: localText.optional(),
    /** Links at the foot of every page: the intranet, the rules for learning in working time … */
    links: z
      .array(z.strictObject({ label: localText, url: webAddress }))
      .max(12)
      .default([]),
    /**
     * Languages of the pages' own words; what the API says stays as it is. The first stands at the site's root,
     * each other in a folder: `/es/`.
     */
    languages: siteLanguages.default(['en']),
    /** Searches that the home page suggests. */
    suggestedSearches: z.array(text).max(8).default([]),
    search: z
      .strictObject({
        /** Groups of words or phrases that mean the same in the company: one finds what has another. */
        synonyms: z.array(z.array(text).min(2)).default([]),
      })
      .prefault({}),
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
};

/** `{ "en": "…", "es": "…" }` with a text for each language of the site, or one text for all. */
function createLocalText(languages: readonly InterfaceLanguage[]) {
  const texts = z
    .partialRecord(z.enum(interfaceLanguages), text)
    .superRefine((words: Partial<Record<InterfaceLanguage, string>>, context) => {
      const missing = languages.filter((language) => words[language] === undefined);
      for (const language of missing) {
        const message = 'is missing: the site has this language.';
        context.addIssue({ code: 'custom', path: [language], message });
      }
    });
  return z.unknown().transform((words, context): LocalText => {
    const { data, error } = (typeof words === 'string' ? text : texts).safeParse(words);
    for (const { path: place, message } of error?.issues ?? []) {
      context.addIssue({ code: 'custom', path: place, message });
    }
    return data ?? '';
  });
}

/** Its path comes out absolute. */
function createLogoFile(directory: string) {
  return text
    .transform((file) => path.resolve(directory, file))
    .superRefine((file, context) => {
      const message = findLogoProblem(file);
      if (message !== undefined) context.addIssue({ code: 'custom', message });
    });
}

/** One text for all languages, or one for each. */
export type LocalText = string | Partial<Record<InterfaceLanguage, string>>;

/** Branding and options of one company's site. Each field's doc is the operator's documentation. */
export type SiteConfig = z.output<ReturnType<typeof createSchema>>;

/**
 * Reads the JSON file of `SITE_CONFIG`; without one the defaults. Paths of files in it come out absolute. Throws a
 * `ConfigurationError` that lists every problem with its path.
 */
export function readSiteConfig(file: string | undefined): SiteConfig {
  const content = file === undefined ? {} : readJson(file);
  const result = createSchema({
    directory: path.dirname(path.resolve(file ?? '.')),
    languages: languagesOf(content),
  }).safeParse(content);
  if (result.success) return result.data;
  throw new ConfigurationError(
    `The site configuration ${file ?? ''} is not valid`,
    result.error.issues.map((issue) => `${issue.path.join('.') || '(file)'}: ${issue.message}`),
  );
}

/** Those that are named rightly; what is wrong with them is said with all the rest. */
function languagesOf(content: unknown): readonly InterfaceLanguage[] {
  const { data } = z.looseObject({ languages: siteLanguages.default(['en']) }).safeParse(content);
  return data?.languages ?? [];
}

/** A configured text in one language of the site. */
export function textIn(words: LocalText, language: InterfaceLanguage): string | undefined {
  return typeof words === 'string' ? words : words[language];
}

function isWithoutRepeats(items: readonly string[]): boolean {
  return new Set(items).size === items.length;
}

function readJson(file: string): unknown {
  if (!existsSync(file)) {
    throw new ConfigurationError('SITE_CONFIG is not readable', [`${file} is not there.`]);
  }
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ConfigurationError('SITE_CONFIG is not readable', [`${file}: ${reason}`]);
  }
}
