import type { InterfaceLanguage } from '#catalog';

/** How a page is looked at. */
export interface Mode {
  /** Begins with the width, such as `360-dark`. */
  name: string;
  width: number;
  colorScheme?: 'dark' | 'light';
  contrast?: 'more';
  forcedColors?: 'active';
  media?: 'print';
  /** Of the site's other languages; pages that have no twin in it are left out. */
  language?: InterfaceLanguage;
}

const widths = [360, 1280];

/** A sheet of A4 at 96 dots an inch. */
const paperWidth = 794;

const themes = {
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  contrast: { colorScheme: 'light', contrast: 'more' },
  forced: { colorScheme: 'dark', forcedColors: 'active' },
} as const satisfies Record<string, Partial<Mode>>;

/** Every mode for a site with these other languages, in the order of the overview's columns. */
export function listModes(otherLanguages: readonly InterfaceLanguage[]): Mode[] {
  return [
    ...Object.entries(themes).flatMap(([name, theme]) => atEachWidth(name, theme)),
    { name: `${paperWidth}-print`, width: paperWidth, media: 'print' },
    ...otherLanguages.flatMap((language) => atEachWidth(language, { language })),
  ];
}

function atEachWidth(name: string, mode: Partial<Mode>): Mode[] {
  return widths.map((width) => ({ name: `${width}-${name}`, width, ...mode }));
}
