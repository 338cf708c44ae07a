import type { SubjectHue } from '#catalog';

/** A whole number from 0 to below `below`, the next one of the cover's series. */
export type NextNumber = (below: number) => number;

/** Ground, deep and light tone of a subject. */
export type Tones = readonly [ground: string, deep: string, light: string];

export const cream = '#f3ead8';
const ink = '#1e1b18';

export const tones: Record<SubjectHue, Tones> = {
  data: ['#1b6b66', '#0f3f3e', '#8cc3b4'],
  computing: ['#2f4b80', '#1b2a4c', '#9db4dc'],
  business: ['#c08a2e', '#6b4715', '#ecd08f'],
  engineering: ['#b5512f', '#6a2a17', '#eba887'],
  humanities: ['#6d3b5e', '#3e1f36', '#c79bb9'],
  life: ['#4d7741', '#29421f', '#abc892'],
  languages: ['#b2475a', '#6a2130', '#eba9ae'],
  design: ['#5b4a8a', '#332753', '#b6a6dc'],
  society: ['#7d7529', '#464114', '#cfc782'],
  other: ['#4a5a66', '#28323a', '#a5b5c0'],
};

/**
 * The drawing of each subject on 320 × 200. All choices follow from `next`, in reading order: the order of
 * the calls is part of the drawing.
 */
export const motifs: Record<SubjectHue, (next: NextNumber, tones: Tones) => string> = {
  computing: (next, [, deep, light]) => {
    const corners = [
      [0, 0],
      [40, 0],
      [40, 40],
      [0, 40],
    ] as const;
    return grid(8, 5, (column, row) => {
      const [x, y] = [column * 40, row * 40];
      const shape = next(7);
      const fill = pick([deep, light, cream], next(3));
      if (shape > 4) return '';
      if (shape === 4)
        return `<rect x="${x}" y="${y}" width="40" height="40" shape-rendering="crispEdges" fill="${fill}"/>`;
      const [centre, from, to] = [
        pick(corners, shape),
        pick(corners, (shape + 1) % 4),
        pick(corners, (shape + 3) % 4),
      ];
      return `<path fill="${fill}" d="M${x + centre[0]} ${y + centre[1]}L${x + from[0]} ${y + from[1]}A40 40 0 0 1 ${x + to[0]} ${y + to[1]}Z"/>`;
    });
  },

  data: (next, [, , light]) => {
    const phase = { x: next(628) / 100, y: next(628) / 100 };
    const highlight = next(40);
    let discs = '';
    let lightDiscs = '';
    grid(8, 5, (column, row) => {
      const index = row * 8 + column;
      const wave = (Math.sin(column * 0.9 + phase.x) + Math.cos(row * 1.1 + phase.y)) / 2;
      const radius = rounded(5 + (wave + 1) * 7.5);
      const disc = `M${rounded(column * 40 + 20 - radius)} ${row * 40 + 20}a${radius} ${radius} 0 1 0 ${rounded(2 * radius)} 0a${radius} ${radius} 0 1 0 ${rounded(-2 * radius)} 0Z`;
      if ([highlight, highlight + 1, highlight + 8].includes(index)) lightDiscs += disc;
      else discs += disc;
      return '';
    });
    return `<path fill="${cream}" d="${discs}"/><path fill="${light}" d="${lightDiscs}"/>`;
  },

  business: (next, [, deep, light]) => {
    const centreX = 60 + next(200);
    let shapes = `<circle cx="${centreX}" cy="${60 + next(30)}" r="${46 + next(22)}" fill="${cream}"/>`;
    let height = 40 + next(40);
    for (let step = 0; step < 8; step += 1) {
      height = Math.max(24, Math.min(170, height + next(60) - 24));
      const fill = pick([deep, light, deep, ink], next(4));
      shapes += `<rect x="${step * 40}" y="${200 - height}" width="40" height="${height}" shape-rendering="crispEdges" fill="${fill}"/>`;
    }
    return shapes;
  },

  engineering: (next, [, deep, light]) =>
    grid(5, 3, (column, row) => {
      const [x, y] = [column * 64, rounded(row * 66.7)];
      const fill = pick([deep, light, cream, deep], next(4));
      const triangle = pick(
        [
          `M${x} ${y}h64v66.7z`,
          `M${x} ${y}v66.7h64z`,
          `M${x + 64} ${y}v66.7h-64z`,
          `M${x} ${y}h64l-64 66.7z`,
        ],
        next(4),
      );
      return `<path fill="${fill}" d="${triangle}"/>`;
    }),

  humanities: (next, [ground, deep, light]) => {
    const arcades = 2 + next(2);
    const width = 320 / arcades;
    const fills = [cream, deep, light, ground];
    let arches = '';
    for (let arcade = 0; arcade < arcades; arcade += 1) {
      const centre = width * (arcade + 0.5);
      const top = 60 + next(50);
      for (let arch = 0; arch < 4; arch += 1) {
        const radius = rounded(width / 2 - 6 - (arch * (width / 2 - 6)) / 4.4);
        if (radius <= 4) continue;
        arches += `<path fill="${pick(fills, (arch + arcade) % 4)}" d="M${rounded(centre - radius)} 200V${Math.trunc(top + radius * 0.6)}a${radius} ${radius} 0 0 1 ${rounded(2 * radius)} 0V200Z"/>`;
      }
    }
    return arches;
  },

  life: (next, [, deep, light]) =>
    grid(4, 2, (column, row) => {
      const [x, y] = [column * 80, row * 100];
      const fill = pick([deep, light, cream], next(3));
      return next(2) === 1
        ? `<path fill="${fill}" d="M${x} ${y}Q${x + 80} ${y} ${x + 80} ${y + 100}Q${x} ${y + 100} ${x} ${y}Z"/>`
        : `<path fill="${fill}" d="M${x + 80} ${y}Q${x} ${y} ${x} ${y + 100}Q${x + 80} ${y + 100} ${x + 80} ${y}Z"/>`;
    }),

  languages: (next, [, deep, light]) => {
    const firstTurn = next(2);
    let halves = '';
    for (let half = 0; half < 4; half += 1) {
      const centreX = pick([60, 140, 200, 265], half) + next(30) - 15;
      const centreY = 100 + (half % 2 === 1 ? 1 : -1) * next(30);
      const radius = 46 + next(26);
      const fill = pick([cream, deep, light, cream], (half + next(2)) % 4);
      halves += `<path fill="${fill}" d="M${centreX - radius} ${centreY}a${radius} ${radius} 0 0 ${(half % 2) ^ firstTurn} ${2 * radius} 0Z"/>`;
    }
    return halves;
  },

  design: (next, [, deep, light]) => {
    const [left, middle, right] = [70 + next(40), 150 + next(40), 230 + next(40)];
    const radius = 62 + next(16);
    return `<circle cx="${left}" cy="100" r="${radius}" fill="${deep}"/><circle cx="${right}" cy="100" r="${radius}" fill="${light}"/><path fill="${cream}" d="M${middle} ${100 - radius}a${radius} ${radius} 0 0 ${next(2)} 0 ${2 * radius}Z"/><rect x="0" y="${96 + next(40)}" width="320" height="8" fill="${ink}"/>`;
  },

  society: (next, [, deep, light]) => {
    const phase = Math.trunc(next(628) / 100);
    const height = 8 + next(12);
    let waves = '';
    for (let wave = 0; wave < 6; wave += 1) {
      const y = 22 + wave * 32;
      let line = `M0 ${y}`;
      for (let x = 0; x < 320; x += 80) {
        line += `q40 ${Math.trunc(((x / 80 + wave) % 2 === 0 ? -1 : 1) * height * 2.2)} 80 0`;
      }
      line += `V${y + 16}`;
      for (let x = 320; x > 0; x -= 80) {
        line += `q-40 ${Math.trunc((((x - 80) / 80 + wave) % 2 === 0 ? -1 : 1) * height * 2.2)} -80 0`;
      }
      waves += `<path fill="${pick([cream, deep, light], (wave + phase) % 3)}" d="${line}Z"/>`;
    }
    return waves;
  },

  other: (next, [ground, deep, light]) => {
    const centreX = next(320);
    const centreY = next(2) === 1 ? 200 : 0;
    const fills = [cream, ground, deep, ground, light];
    let rings = '';
    for (let ring = 7; ring > 0; ring -= 1) {
      rings += `<circle cx="${centreX}" cy="${centreY}" r="${ring * 34}" fill="${pick(fills, (ring + next(1)) % 5)}"/>`;
    }
    return rings;
  },
};

function grid(
  columns: number,
  rows: number,
  draw: (column: number, row: number) => string,
): string {
  let cells = '';
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) cells += draw(column, row);
  }
  return cells;
}

function pick<Value>(values: readonly Value[], index: number): Value {
  const value = values[index];
  if (value === undefined)
    throw new RangeError(`A motif asked for choice ${index} of ${values.length}.`);
  return value;
}

/** One decimal, written as short as it can be. */
function rounded(value: number): number {
  return Number(value.toFixed(1));
}
