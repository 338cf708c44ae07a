import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';

/** `#rrggbb`. */
interface IconColors {
  mark: string;
  ground: string;
}

/**
 * Writes the site's mark as the icons that browsers and telephones ask for, in the company's colour. Systems cut
 * the maskable one to a shape of theirs, so its mark keeps to the middle.
 */
export async function writeIcons(directory: string, { mark, ground }: IconColors): Promise<void> {
  const plain = drawIcon({ mark });
  await writeFile(path.join(directory, 'icon.svg'), drawIcon({ mark, scale: 1 }));
  const icons = [
    { name: 'icon-192.png', size: 192, svg: plain },
    { name: 'icon-512.png', size: 512, svg: plain },
    {
      name: 'icon-maskable-512.png',
      size: 512,
      svg: drawIcon({ mark: ground, ground: mark, scale: 0.45 }),
    },
    { name: 'apple-touch-icon.png', size: 180, svg: drawIcon({ mark, ground, scale: 0.6 }) },
  ];
  for (const { name, size, svg } of icons) {
    await sharp(Buffer.from(svg), { density: 72 * (size / side) })
      .resize(size, size)
      .png({ compressionLevel: 9, palette: true })
      .toFile(path.join(directory, name));
  }
}

/** Of the square that the mark is drawn in. */
const side = 22;

function drawIcon({
  mark,
  ground,
  scale = 0.9,
}: {
  mark: string;
  ground?: string;
  scale?: number;
}): string {
  const margin = (side * (1 - scale)) / 2;
  const square = ground === undefined ? '' : `<path fill="${ground}" d="M0 0h22v22H0z"/>`;
  const place = scale === 1 ? '' : ` transform="translate(${margin} ${margin}) scale(${scale})"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" width="${side}" height="${side}">${square}<path fill="${mark}"${place} d="M0 0h22v6H14v16H8V6H0z"/></svg>`;
}
