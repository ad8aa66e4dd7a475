// A figure of the page as one SVG text: its drawings and canvases where they lie, on the ground of the page, needing nothing from outside.
import { withStyles, type PlainColour } from './inlineStyles.ts';

interface Picture {
  readonly text: string;
  readonly width: number;
  readonly height: number;
}

/** Around the drawings: letters of another face may be wider than those of the page. */
const margin = 14;

const svgNamespace = 'http://www.w3.org/2000/svg';

/** Lengths to a hundredth of a pixel. */
const length = (value: number): string => String(Math.round(value * 100) / 100);

/**
 * All svg and canvas elements inside `place` in their order, each at its place; elements of HTML, such as a slider over a drawing, are the
 * page's alone. `fonts`: rules for faces that the file brings along; empty where it names them only. Throws an `Error` in words if
 * nothing is drawn there.
 */
export function pictureOf(place: HTMLElement, title: string, fonts = ''): Picture {
  const frame = place.getBoundingClientRect();
  const drawings = [...place.querySelectorAll<SVGSVGElement | HTMLCanvasElement>('svg, canvas')].filter((each) => isOutermost(each, place) && isSeen(each));
  if (drawings.length === 0) throw new Error('Nothing is drawn here yet, so there is nothing to save.');
  const picture = document.createElementNS(svgNamespace, 'svg');
  const [width, height] = [Math.ceil(frame.width) + 2 * margin, Math.ceil(frame.height) + 2 * margin];
  set(picture, { xmlns: svgNamespace, width, height, viewBox: `${-margin} ${-margin} ${width} ${height}` });
  const name = document.createElementNS(svgNamespace, 'title');
  name.textContent = title;
  picture.append(name);
  if (fonts !== '') {
    const style = document.createElementNS(svgNamespace, 'style');
    style.textContent = fonts;
    picture.append(style);
  }
  const ground = document.createElementNS(svgNamespace, 'rect');
  set(ground, { x: -margin, y: -margin, width, height, fill: groundOf(place) });
  picture.append(ground);
  for (const drawing of drawings) picture.append(placed(drawing, frame));
  return { text: `${new XMLSerializer().serializeToString(picture)}\n`, width, height };
}

/** An svg within an svg comes with it. A sign on a button is no drawing. */
const isOutermost = (element: Element, place: HTMLElement): boolean => {
  const around = element.parentElement?.closest('svg, button');
  return !around || !place.contains(around);
};

const isSeen = (element: Element): boolean => {
  const { width, height } = element.getBoundingClientRect();
  return width > 0 && height > 0 && element.closest('[data-unsaved]') === null;
};

function placed(drawing: SVGSVGElement | HTMLCanvasElement, frame: DOMRect): Element {
  const { left, top, width, height } = drawing.getBoundingClientRect();
  const at = { x: length(left - frame.left), y: length(top - frame.top), width: length(width), height: length(height) };
  if (drawing instanceof HTMLCanvasElement) {
    const image = document.createElementNS(svgNamespace, 'image');
    set(image, { ...at, href: drawing.toDataURL(), preserveAspectRatio: 'none' });
    return image;
  }
  const copy = withStyles(drawing, plainColour);
  set(copy, { ...at, viewBox: drawing.getAttribute('viewBox') ?? `0 0 ${length(width)} ${length(height)}` });
  return copy;
}

function set(element: Element, attributes: Readonly<Record<string, string | number>>): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
}

/** The first ground behind a place that is not transparent. */
function groundOf(place: HTMLElement): string {
  for (let element: HTMLElement | null = place; element; element = element.parentElement) {
    const colour = getComputedStyle(element).backgroundColor;
    if (colour !== '' && colour !== 'transparent' && !/, 0\)$|\/ 0\)$/.test(colour)) return plainColour(colour);
  }
  return '#ffffff';
}

/** Any colour as rgb: drawn, and read back. */
const plainColour: PlainColour = (colour) => {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const context = canvas.getContext('2d');
  if (!context || /^(#|rgb)/.test(colour)) return colour;
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  const [r = 0, g = 0, b = 0, a = 255] = context.getImageData(0, 0, 1, 1).data;
  return a === 255 ? `rgb(${r}, ${g}, ${b})` : `rgba(${r}, ${g}, ${b}, ${Number((a / 255).toFixed(3))})`;
};
