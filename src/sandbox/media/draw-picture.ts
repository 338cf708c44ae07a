import { createRandom, requireItem } from '../sample/random.ts';
import { sceneHeight, scenes, sceneWidth, type Palette, type SceneName } from './scenes.ts';

const palettes: readonly Palette[] = [
  { ground: '#f4e9d8', tones: ['#9fc3bd', '#3f7f7a', '#17403f'], accent: '#d9793d' },
  { ground: '#efe6dd', tones: ['#b9b2d8', '#6a5f9e', '#2d2755'], accent: '#e0a33a' },
  { ground: '#e6edf0', tones: ['#a3bfd6', '#4a7399', '#1c3450'], accent: '#d8593f' },
  { ground: '#f3e4dc', tones: ['#e2b59c', '#b1614a', '#5b261c'], accent: '#2f6f78' },
  { ground: '#ecefdf', tones: ['#bccd9a', '#6f8d4a', '#30451f'], accent: '#c9472f' },
  { ground: '#20303a', tones: ['#4d6a78', '#86a5ae', '#c9d8d6'], accent: '#f0b450' },
  { ground: '#f2e3e4', tones: ['#dda3ae', '#a84f66', '#511f30'], accent: '#3f6fa3' },
  { ground: '#f6efd9', tones: ['#e3cb84', '#a8862f', '#4d3c12'], accent: '#3a7a5f' },
];

/** Scenes by what an address of a picture says it is about: a subject, else a type of program. */
const scenesByTopic: Record<string, SceneName> = {
  architecture: 'houses',
  'art-culture': 'arches',
  'biology-life-sciences': 'leaves',
  'business-management': 'houses',
  chemistry: 'orbits',
  communication: 'books',
  'computer-science': 'network',
  'data-analysis-statistics': 'plot',
  design: 'arches',
  'economics-finance': 'plot',
  electronics: 'network',
  'energy-earth-sciences': 'hills',
  'environmental-studies': 'hills',
  'food-nutrition': 'leaves',
  history: 'books',
  humanities: 'books',
  language: 'books',
  law: 'books',
  math: 'orbits',
  medicine: 'leaves',
  physics: 'orbits',
};

/** A picture for a course or program: the topic chooses the scene, the name all the rest. */
export function drawScene(topic: string, name: string): string {
  const random = createRandom(`picture:${name}`);
  const palette = random.pick(palettes);
  const scene = scenesByTopic[topic] ?? random.pick(Object.keys(scenes) as SceneName[]);
  return wrap(
    sceneWidth,
    sceneHeight,
    ground(palette, sceneWidth, sceneHeight) + scenes[scene](random, palette),
  );
}

/** A wide strip of stripes, for partners and subjects. */
export function drawBanner(name: string): string {
  const random = createRandom(`banner:${name}`);
  const palette = random.pick(palettes);
  const stripes = Array.from({ length: 18 }, (_, index) => {
    const height = random.integer(20, 230);
    const fill = index % 7 === 3 ? palette.accent : requireItem(palette.tones, index % 3);
    return `<rect x="${String(index * 80)}" y="${String(240 - height)}" width="72" height="${String(height)}" fill="${fill}"/>`;
  });
  return wrap(1440, 240, ground(palette, 1440, 240) + stripes.join(''));
}

/** A mark without letters: four cells of a grid, each with a quarter disc or a square. */
export function drawLogo(name: string): string {
  const random = createRandom(`logo:${name}`);
  const { tones, accent } = random.pick(palettes.filter((palette) => palette.ground > '#8'));
  const colours = [tones[1], tones[2], accent, tones[2]];
  const cells = colours.map((fill, index) => {
    const [x, y] = [110 + (index % 2) * 90, 30 + Math.floor(index / 2) * 90];
    const turn = `transform="rotate(${String(random.integer(0, 3) * 90)} ${String(x + 43)} ${String(y + 43)})"`;
    return random.chance(0.72)
      ? `<path d="M${String(x)} ${String(y)} h86 a86 86 0 0 1 -86 86 Z" fill="${fill}" ${turn}/>`
      : `<rect x="${String(x)}" y="${String(y)}" width="86" height="86" fill="${fill}"/>`;
  });
  return wrap(400, 240, cells.join(''));
}

/** A person in six flat shapes: nobody in particular. */
export function drawPortrait(name: string): string {
  const random = createRandom(`portrait:${name}`);
  const { ground: wall, tones, accent } = random.pick(palettes);
  const skin = random.pick(['#f0cfb0', '#d9a47a', '#b87a4f', '#8a5636', '#5d3a26']);
  const hair = random.pick(['#2a1d17', '#5a3a22', '#8d8a86', '#b98a4b', '#3d2b3d']);
  const hairShape = random.pick([
    '<path d="M140 190 a80 86 0 0 1 160 0 q-20 -46 -80 -46 t-80 46 Z"/>',
    '<path d="M132 290 V190 a88 92 0 0 1 176 0 V290 q-22 -10 -24 -90 q-64 0 -104 -40 q-10 60 -48 130 Z"/>',
    '<circle cx="220" cy="92" r="38"/><path d="M138 196 a82 92 0 0 1 164 0 q-30 -54 -82 -54 t-82 54 Z"/>',
    '<path d="M138 200 a82 84 0 0 1 164 0 l-16 -34 h-132 Z"/>',
  ]);
  const glasses = random.chance(0.35)
    ? '<g fill="none" stroke="#222" stroke-width="6"><circle cx="190" cy="206" r="24"/><circle cx="250" cy="206" r="24"/><path d="M214 206 h12"/></g>'
    : '';
  const shoulders = `<path d="M60 440 q10 -120 110 -130 h100 q100 10 110 130 Z" fill="${random.chance(0.5) ? accent : tones[2]}"/>`;
  const body = `${shoulders}<rect x="188" y="258" width="64" height="70" rx="28" fill="${skin}"/><ellipse cx="220" cy="206" rx="76" ry="88" fill="${skin}"/><g fill="${hair}">${hairShape}</g>${glasses}`;
  return wrap(440, 440, `<rect width="440" height="440" fill="${wall}"/>${body}`);
}

function ground({ ground: fill }: Palette, width: number, height: number): string {
  return `<rect width="${String(width)}" height="${String(height)}" fill="${fill}"/>`;
}

function wrap(width: number, height: number, body: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${String(width)}" height="${String(height)}" viewBox="0 0 ${String(width)} ${String(height)}">${body}</svg>`;
}
