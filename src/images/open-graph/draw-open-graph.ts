import sharp from 'sharp';
import { drawCover } from '../cover.ts';
import { tones } from '../motifs.ts';
import { drawText, runsFromRight } from './draw-text.ts';
import { openGraphSize, type OpenGraphDrawing } from './plan-open-graph.ts';

const { width, height } = openGraphSize;
const paper = '#f8f3e9';
const ink = '#1e1b18';
const softInk = '#574f45';
const panelWidth = 400;
const margin = 64;
const column = width - panelWidth - 2 * margin;
const gap = 28;
const titleRoom = 300;
const partnerRoom = 84;

/**
 * The picture of an item for links that are shared: its title and partners beside the geometry of its cover, over
 * the company's name. Where the title runs from right to left, so does the picture. 1200 × 630, PNG.
 */
export async function drawOpenGraph(drawing: OpenGraphDrawing): Promise<Buffer> {
  const { title, partners, companyName, siteName, language } = drawing;
  const isAtRight = runsFromRight(title);
  const common = { width: column, isAtRight };
  const titleBlock = await drawText(title, {
    ...common,
    ...{ language, sizes: [72, 64, 56, 48, 42, 36], colour: ink, height: titleRoom },
  });
  const partnerBlock =
    partners.length === 0
      ? undefined
      : await drawText(partners.join(', '), {
          ...common,
          ...{ sizes: [30, 26], colour: softInk, height: partnerRoom },
        });
  const nameBlock = await drawText(`${companyName} ${siteName}`, {
    ...common,
    ...{ sizes: [28, 24, 20], colour: ink, height: 40 },
  });
  const leftOf = (block: { width: number }) => (isAtRight ? width - margin - block.width : margin);
  const blocks = [
    { block: titleBlock, top: margin },
    ...(partnerBlock === undefined
      ? []
      : [{ block: partnerBlock, top: margin + titleBlock.height + gap }]),
    { block: nameBlock, top: height - margin - nameBlock.height },
  ];
  return sharp(Buffer.from(groundOf(drawing, isAtRight)))
    .composite(blocks.map(({ block, top }) => ({ input: block.image, left: leftOf(block), top })))
    .png({ palette: true, quality: 100, effort: 1, dither: 0 })
    .toBuffer();
}

function groundOf({ key, hue }: OpenGraphDrawing, isAtRight: boolean): string {
  const [ground] = tones[hue];
  const panel = isAtRight ? 0 : width - panelWidth;
  const rule = isAtRight ? width - margin - 96 : margin;
  const cover = drawCover(key, hue).replace(
    'width="320" height="200">',
    `x="${panel}" y="0" width="${panelWidth}" height="${height}" preserveAspectRatio="xMidYMid slice">`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="${width}" height="${height}" fill="${paper}"/>${cover}<rect x="${rule}" y="${height - margin - 68}" width="96" height="6" fill="${ground}"/></svg>`;
}
