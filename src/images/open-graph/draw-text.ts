import { fileURLToPath } from 'node:url';
import sharp from 'sharp';

export interface TextBlock {
  /** PNG with a transparent ground. */
  image: Buffer;
  width: number;
  height: number;
}

export interface TextLook {
  /** In pixels, largest first: the first at which the text fits is taken, the last if need be with its end cut. */
  sizes: readonly number[];
  /** `#rrggbb`. */
  colour: string;
  language?: string | undefined;
  isAtRight: boolean;
  /** The room for the block. */
  width: number;
  height: number;
}

/** The family of the site's titles; the package of its web font has no file that Pango reads. */
const family = 'Brygada 1918 Medium';
const fontFile = fileURLToPath(
  import.meta.resolve('@expo-google-fonts/brygada-1918/500Medium/Brygada1918_500Medium.ttf'),
);

/**
 * The text in lines, no larger than its room. Pango breaks the lines, orders what runs from right to left, and
 * takes what Brygada lacks from the fonts of this machine.
 */
export async function drawText(text: string, look: TextLook): Promise<TextBlock> {
  const line = text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  // Pango refuses a text of which nothing is seen.
  const words = /[\p{L}\p{N}\p{P}\p{S}]/u.test(line) ? line : '…';
  for (const size of look.sizes) {
    const block = await setText(words, size, look);
    if (fits(block, look)) return block;
  }
  return cutText(words, look);
}

/** By its first letter, as Unicode has it. */
export function runsFromRight(text: string): boolean {
  return fromRight.test(text.replace(/^\P{L}+/u, ''));
}

const fromRight =
  /^[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

/** As much of the text as fits at the smallest size, found by halving. */
async function cutText(text: string, look: TextLook): Promise<TextBlock> {
  const size = look.sizes.at(-1) ?? 16;
  const letters = Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment);
  let [kept, tooMany] = [0, letters.length];
  let best = await setText('…', size, look);
  while (tooMany - kept > 1) {
    const middle = Math.floor((kept + tooMany) / 2);
    const block = await setText(`${letters.slice(0, middle).join('').trimEnd()}…`, size, look);
    if (fits(block, look)) [kept, best] = [middle, block];
    else tooMany = middle;
  }
  return best;
}

async function setText(text: string, size: number, look: TextLook): Promise<TextBlock> {
  const language = look.language === undefined ? '' : ` lang="${escape(look.language)}"`;
  const { data, info } = await sharp({
    text: {
      text: `<span foreground="${look.colour}"${language}>${escape(text)}</span>`,
      font: `${family} ${size}`,
      fontfile: fontFile,
      width: look.width,
      // What runs from right to left has its sides exchanged by Pango.
      align: look.isAtRight === runsFromRight(text) ? 'left' : 'right',
      wrap: 'word-char',
      dpi: 72,
      rgba: true,
    },
  })
    .png()
    .toBuffer({ resolveWithObject: true });
  return { image: data, width: info.width, height: info.height };
}

function fits(block: TextBlock, room: TextLook): boolean {
  return block.width <= room.width && block.height <= room.height;
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
