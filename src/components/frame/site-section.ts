import type { TermKind } from '#catalog';

/** The sections that the main navigation names. */
export type SiteSection = 'catalogs' | 'programs' | TermKind;
