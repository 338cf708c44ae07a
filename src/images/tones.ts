type Rgb = readonly [red: number, green: number, blue: number];
type Tone = [name: string, colour: string];

const hues: Readonly<Record<string, number>> = {
  red: 0,
  orange: 24,
  amber: 42,
  yellow: 58,
  lime: 82,
  green: 120,
  emerald: 150,
  teal: 174,
  cyan: 192,
  sky: 208,
  blue: 228,
  indigo: 252,
  violet: 280,
  pink: 325,
};

/** Saturation and lightness; muted, because a tone is only what stands there while a picture loads. */
const shades: Readonly<Record<string, readonly [saturation: number, lightness: number]>> = {
  dark: [0.42, 0.24],
  mid: [0.44, 0.5],
  pale: [0.5, 0.82],
};

const greys: Readonly<Record<string, number>> = {
  black: 0.05,
  coal: 0.22,
  slate: 0.4,
  grey: 0.6,
  silver: 0.8,
  white: 0.97,
};

/**
 * The 48 colours that a picture's dominant colour is rounded to, as `#rrggbb` by name (`t-teal-dark`), so that
 * a page names it by a class and needs no inline style.
 */
export const imageTones: Readonly<Record<string, string>> = Object.fromEntries([
  ...Object.entries(greys).map(([name, lightness]): Tone => [`t-${name}`, hexOf(0, 0, lightness)]),
  ...Object.entries(hues).flatMap(([name, hue]) =>
    Object.entries(shades).map(([shade, [saturation, lightness]]): Tone => [
      `t-${name}-${shade}`,
      hexOf(hue, saturation, lightness),
    ]),
  ),
]);

/** The name of the tone that most of the pixels are nearest to; that of white where none is opaque. */
export function findTone(pixels: Uint8Array, channels: number): string {
  const votes = new Map<string, number>();
  for (let at = 0; at + channels <= pixels.length; at += channels) {
    if (channels === 4 && (pixels[at + 3] ?? 0) < 128) continue;
    const name = nearestTone([pixels[at] ?? 0, pixels[at + 1] ?? 0, pixels[at + 2] ?? 0]);
    votes.set(name, (votes.get(name) ?? 0) + 1);
  }
  const [first] = [...votes].toSorted(([, one], [, other]) => other - one);
  return first?.[0] ?? 't-white';
}

const tonesInLab = Object.entries(imageTones).map(([name, hex]) => {
  const value = Number.parseInt(hex.slice(1), 16);
  return { name, lab: toLab([value >> 16, (value >> 8) & 255, value & 255]) };
});

function nearestTone(rgb: Rgb): string {
  const [lightness, a, b] = toLab(rgb);
  let nearest = { name: 't-white', distance: Infinity };
  for (const { name, lab } of tonesInLab) {
    const distance = (lightness - lab[0]) ** 2 + (a - lab[1]) ** 2 + (b - lab[2]) ** 2;
    if (distance < nearest.distance) nearest = { name, distance };
  }
  return nearest.name;
}

/** OKLab, in which distances are about as far as they look. */
function toLab(rgb: Rgb): readonly [number, number, number] {
  const [red, green, blue] = [toLinear(rgb[0]), toLinear(rgb[1]), toLinear(rgb[2])];
  const long = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const medium = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const short = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return [
    0.2104542553 * long + 0.793617785 * medium - 0.0040720468 * short,
    1.9779984951 * long - 2.428592205 * medium + 0.4505937099 * short,
    0.0259040371 * long + 0.7827717662 * medium - 0.808675766 * short,
  ];
}

function toLinear(value: number): number {
  const share = value / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

function hexOf(hue: number, saturation: number, lightness: number): string {
  const reach = saturation * Math.min(lightness, 1 - lightness);
  const channels = [0, 8, 4].map((offset) => {
    const place = (offset + hue / 30) % 12;
    const value = lightness - reach * Math.max(-1, Math.min(place - 3, 9 - place, 1));
    return Math.round(value * 255)
      .toString(16)
      .padStart(2, '0');
  });
  return `#${channels.join('')}`;
}
