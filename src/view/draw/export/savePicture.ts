// Saves a figure of the page, as an SVG file or as a PNG of twice its pixels. Both throw an `Error` in words where they cannot.
import { download } from './download.ts';
import { fontRules } from './fonts.ts';
import { pictureOf } from './picture.ts';

/** Pixels of a PNG for each of the page. */
const density = 2;

export function saveSvg(place: HTMLElement, title: string, name: string): void {
  download(new Blob([pictureOf(place, title).text], { type: 'image/svg+xml' }), `${name}.svg`);
}

export async function savePng(place: HTMLElement, title: string, name: string): Promise<void> {
  const { text, width, height } = pictureOf(place, title, await fontRules(pictureOf(place, title).text));
  const image = new Image();
  const address = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
  try {
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    Object.assign(canvas, { width: width * density, height: height * density });
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const file = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (!file) throw new Error('The browser could not make a PNG of this size.');
    download(file, `${name}.png`);
  } finally {
    URL.revokeObjectURL(address);
  }
}
