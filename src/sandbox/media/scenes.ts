import type { Random } from '../sample/random.ts';

/** Colours of a picture: ground, three tones from light to dark, and one that stands out. */
export interface Palette {
  ground: string;
  tones: readonly [string, string, string];
  accent: string;
}

export type Scene = (random: Random, palette: Palette) => string;

export const sceneWidth = 1134;
export const sceneHeight = 675;

const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index);
const toneOf = ({ tones }: Palette, index: number): string =>
  tones[index % tones.length] ?? tones[0];
const disc = (x: number, y: number, radius: number, fill: string, more = ''): string =>
  `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${radius.toFixed(1)}" fill="${fill}" ${more}/>`;
const box = (
  x: number,
  y: number,
  width: number,
  height: number,
  fill: string,
  more = '',
): string =>
  `<rect x="${x.toFixed(1)}" y="${y.toFixed(1)}" width="${width.toFixed(1)}" height="${height.toFixed(1)}" fill="${fill}" ${more}/>`;

/** A sun over four ranges of hills. */
const hills: Scene = (random, palette) => {
  const sun = disc(
    random.integer(200, 930),
    random.integer(150, 300),
    random.integer(60, 130),
    palette.accent,
  );
  const ranges = range(4).map((row) => {
    const base = 290 + row * 95;
    const phase = random.integer(0, 628) / 100;
    const height = 95 - row * 14;
    const points = range(28).map((step) => {
      const x = step * 42;
      const y =
        base - height * (Math.sin(x / 180 + phase) * 0.6 + Math.sin(x / 77 + phase * 2) * 0.3);
      return `${String(x)},${y.toFixed(1)}`;
    });
    return `<polygon points="0,675 ${points.join(' ')} 1134,675" fill="${row === 0 ? toneOf(palette, 0) : toneOf(palette, row - 1)}" opacity="${row === 0 ? '0.55' : '1'}"/>`;
  });
  return sun + ranges.join('');
};

/** Two rows of houses, some windows lit. */
const houses: Scene = (random, palette) => {
  const rows = range(2).map((row) => {
    const parts: string[] = [];
    for (let x = -20; x < sceneWidth;) {
      const width = random.integer(90, 170);
      const height = random.integer(170, 430) - row * 90;
      const top = sceneHeight - height - (row === 0 ? 60 : 0);
      parts.push(box(x, top, width - 8, height + 60, toneOf(palette, row + 1)));
      for (let windowX = x + 18; windowX < x + width - 34; windowX += 34) {
        for (let windowY = top + 26; windowY < sceneHeight - 50; windowY += 52) {
          const isLit = random.chance(0.3);
          parts.push(
            box(
              windowX,
              windowY,
              16,
              26,
              isLit ? palette.accent : toneOf(palette, row),
              isLit ? '' : 'opacity="0.5"',
            ),
          );
        }
      }
      x += width;
    }
    return parts.join('');
  });
  return disc(random.integer(150, 980), 150, 70, palette.tones[0]) + rows.join('');
};

/** Ellipses round a centre, with a body on each. */
const orbits: Scene = (random, palette) => {
  const [x, y] = [random.integer(380, 750), random.integer(270, 400)];
  const tilt = random.integer(-35, 35);
  const rings = range(6).map((ring) => {
    const [wide, high] = [110 + ring * 82, 46 + ring * 42];
    const angle = random.integer(0, 628) / 100;
    const body = disc(
      x + wide * Math.cos(angle),
      y + high * Math.sin(angle),
      random.integer(12, 30),
      ring % 3 === 1 ? palette.accent : toneOf(palette, ring),
    );
    return `<ellipse cx="${String(x)}" cy="${String(y)}" rx="${String(wide)}" ry="${String(high)}" fill="none" stroke="${toneOf(palette, ring)}" stroke-width="5"/>${body}`;
  });
  return `<g transform="rotate(${String(tilt)} ${String(x)} ${String(y)})">${rings.join('')}${disc(x, y, 58, palette.accent)}</g>`;
};

/** Stems with pairs of leaves. */
const leaves: Scene = (random, palette) =>
  range(7)
    .map((stem) => {
      const x = 70 + stem * 166 + random.integer(-25, 25);
      const top = random.integer(90, 260);
      const pairs = range(Math.floor((620 - top) / 74)).map((pair) => {
        const y = 620 - pair * 74;
        const size = 74 - pair * 4;
        const leaf = (side: number): string =>
          `<path d="M${String(x)} ${String(y)} q${String(side * size * 0.3)} ${String(-size)} ${String(side * size)} ${String(-size * 0.75)} q${String(-side * size * 0.1)} ${String(size * 0.7)} ${String(-side * size)} ${String(size * 0.75)}" fill="${toneOf(palette, stem + pair)}"/>`;
        return leaf(1) + leaf(-1);
      });
      return `<path d="M${String(x)} 675 V${String(top)}" stroke="${palette.tones[2]}" stroke-width="7"/>${pairs.join('')}${disc(x, top, 17, palette.accent)}`;
    })
    .join('');

/** Points joined to their neighbours. */
const network: Scene = (random, palette) => {
  const points = range(24).map((index) => ({
    x: 90 + (index % 6) * 190 + random.integer(-55, 55),
    y: 100 + Math.floor(index / 6) * 160 + random.integer(-45, 45),
  }));
  const lines = points.flatMap((from, index) =>
    [points[index + 1], points[index + 6], points[index + 7]]
      .filter((to) => to !== undefined && Math.abs(to.x - from.x) < 330 && random.chance(0.72))
      .map(
        (to) =>
          `<line x1="${String(from.x)}" y1="${String(from.y)}" x2="${String(to?.x)}" y2="${String(to?.y)}" stroke="${palette.tones[0]}" stroke-width="6"/>`,
      ),
  );
  const dots = points.map(({ x, y }, index) =>
    disc(
      x,
      y,
      random.integer(13, 32),
      index % 5 === 2 ? palette.accent : toneOf(palette, 1 + (index % 2)),
    ),
  );
  return lines.join('') + dots.join('');
};

/** Bars, a cloud of dots and the line through it. */
const plot: Scene = (random, palette) => {
  const slope = random.integer(25, 60) / 100;
  const bars = range(12).map((bar) => {
    const height = 70 + bar * 26 * slope + random.integer(0, 190);
    return box(70 + bar * 84, 610 - height, 56, height, palette.tones[0]);
  });
  const dots = range(46).map(() => {
    const x = random.integer(80, 1050);
    return disc(
      x,
      560 - x * slope * 0.72 + random.integer(-95, 95),
      random.integer(7, 15),
      toneOf(palette, random.integer(1, 2)),
    );
  });
  const line = `<line x1="60" y1="${String(560 - 60 * slope * 0.72)}" x2="1080" y2="${String(560 - 1080 * slope * 0.72)}" stroke="${palette.accent}" stroke-width="10" stroke-linecap="round"/>`;
  return `${bars.join('')}${dots.join('')}${line}<path d="M60 60 V612 H1090" fill="none" stroke="${palette.tones[2]}" stroke-width="6"/>`;
};

/** Spines on two shelves. */
const books: Scene = (random, palette) =>
  range(2)
    .map((shelf) => {
      const bottom = 318 + shelf * 312;
      const parts: string[] = [];
      for (let x = 50; x < 1060;) {
        const width = random.integer(24, 66);
        const height = random.integer(170, 262);
        const fill = random.chance(0.16) ? palette.accent : toneOf(palette, random.integer(0, 2));
        const lean = random.chance(0.08)
          ? `transform="rotate(7 ${String(x)} ${String(bottom)})"`
          : '';
        parts.push(
          `<g ${lean}>${box(x, bottom - height, width, height, fill)}${box(x, bottom - height + 26, width, 9, palette.ground)}</g>`,
        );
        x += width + (lean === '' ? 5 : 40);
      }
      return parts.join('') + box(30, bottom, 1074, 14, palette.tones[2]);
    })
    .join('');

/** Arches and discs that overlap. */
const arches: Scene = (random, palette) =>
  range(7)
    .map((index) => {
      const x = 30 + index * 150 + random.integer(-30, 30);
      const width = random.integer(130, 230);
      const height = random.integer(260, 540);
      const fill = index === 3 ? palette.accent : toneOf(palette, index);
      return `<path d="M${String(x)} 675 V${String(675 - height)} a${String(width / 2)} ${String(width / 2)} 0 0 1 ${String(width)} 0 V675 Z" fill="${fill}" opacity="0.82"/>`;
    })
    .join('') +
  disc(random.integer(150, 980), random.integer(90, 190), 64, palette.accent, 'opacity="0.9"');

export const scenes = {
  hills,
  houses,
  orbits,
  leaves,
  network,
  plot,
  books,
  arches,
} satisfies Record<string, Scene>;

export type SceneName = keyof typeof scenes;
