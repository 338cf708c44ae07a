import Color from 'colorjs.io';

/** A company's colour as it is by day or by night. */
export interface BrandShade {
  /** `#rrggbb`. */
  hex: string;
  /** Contrast (WCAG) of text that stands on it. */
  textContrast: number;
  /** Its own contrast on the ground where that is least. */
  groundContrast: number;
}

interface BrandColor {
  day: BrandShade;
  night: BrandShade;
}

/** What the colour stands on, and the colour of text on it, as in `src/styles/tokens.css`. */
const themes = {
  day: {
    page: 'oklch(0.967 0.013 86)',
    surface: 'oklch(0.988 0.008 88)',
    sunken: 'oklch(0.938 0.016 85)',
    textOnAccent: 'oklch(0.988 0.008 88)',
  },
  night: {
    page: 'oklch(0.2 0.008 70)',
    surface: 'oklch(0.245 0.009 70)',
    sunken: 'oklch(0.265 0.01 70)',
    textOnAccent: 'oklch(0.2 0.008 70)',
  },
} as const;

/** What pages stand on, for what is no style sheet: `#rrggbb`. */
export const pageColors = { day: hexOf(themes.day.page), night: hexOf(themes.night.page) };

export function isColor(text: string): boolean {
  return Color.try(text) !== null;
}

/**
 * A company's colour, darkened for day and lightened for night until it can be read and read on; its hue stays. So
 * no colour has to be refused. The limits are computed over the whole circle of hues (mockups, "Brand colour").
 */
export function brandColorOf(accent: string): BrandColor {
  const [lightness = 0, chroma = 0, hue = 0] = new Color(accent).to('oklch').coords.map(numberOf);
  return {
    day: shadeOf([Math.min(lightness, 0.395), Math.min(chroma, 0.15), hue], themes.day),
    night: shadeOf([Math.max(lightness, 0.82), Math.min(chroma, 0.1), hue], themes.night),
  };
}

function shadeOf(
  coordinates: [lightness: number, chroma: number, hue: number],
  { page, surface, sunken, textOnAccent }: (typeof themes)['day' | 'night'],
): BrandShade {
  const color = new Color('oklch', coordinates).to('srgb').toGamut();
  // A row under the pointer is washed with the colour itself.
  const wash = Color.mix(page, color, 0.1, { space: 'oklab' });
  const contrasts = [page, surface, sunken, wash].map((ground) => color.contrastWCAG21(ground));
  return {
    hex: hexOf(color),
    textContrast: color.contrastWCAG21(textOnAccent),
    groundContrast: Math.min(...contrasts),
  };
}

function hexOf(color: Color | string): string {
  return new Color(color).to('srgb').toGamut().toString({ format: 'hex', collapse: false });
}

/** Greys have no hue, which is "none" in CSS. */
function numberOf(coordinate: number | null): number {
  return coordinate === null || Number.isNaN(coordinate) ? 0 : coordinate;
}
