// A drawing of the page copied with the styles that it is seen in: computed, so that the copy looks the same anywhere.

/** What an SVG drawing's look consists of. Inherited ones are written only where they differ from the parent's. */
const inherited = [
  'color', 'fill', 'fill-opacity', 'fill-rule', 'stroke', 'stroke-opacity', 'stroke-width', 'stroke-dasharray', 'stroke-dashoffset', 'stroke-linecap',
  'stroke-linejoin', 'font-family', 'font-size', 'font-style', 'font-weight', 'font-variant-numeric', 'letter-spacing', 'text-anchor', 'dominant-baseline',
  'paint-order', 'visibility', 'writing-mode', 'image-rendering', 'clip-rule',
] as const;
const own: Readonly<Record<string, string>> = {
  opacity: '1', display: 'inline', 'clip-path': 'none', mask: 'none', filter: 'none', 'stop-color': 'rgb(0, 0, 0)', 'stop-opacity': '1', 'vector-effect': 'none',
  'mix-blend-mode': 'normal', transform: 'none', 'baseline-shift': '0px', 'text-decoration-line': 'none',
};

/** What only a page needs: what the pointer, the keyboard and tests look for. */
const isOfPage = (name: string): boolean => /^(data-|on|tabindex$|class$|style$)/.test(name);

/** Whether the transform that is seen is the style sheet's: the attribute says it itself. */
const isSaid = (element: Element, property: string): boolean => property === 'transform' && element.hasAttribute('transform');

/** Some programs know no colours but rgb; `plain` writes one as such. */
export type PlainColour = (colour: string) => string;

/** A copy of an svg element, complete with its look; what is not seen, or bears `data-unsaved`, is left out. */
export function withStyles(svg: SVGSVGElement, plain: PlainColour): SVGSVGElement {
  const copy = copied(svg, null, plain);
  if (!(copy instanceof SVGSVGElement)) throw new Error('The drawing cannot be seen, so it cannot be saved.');
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  return copy;
}

function copied(element: Element, parent: CSSStyleDeclaration | null, plain: PlainColour): Element | null {
  const style = getComputedStyle(element);
  if (style.display === 'none' && !isDefinition(element)) return null;
  if (element.hasAttribute('data-unsaved')) return null;
  const copy = element.cloneNode(false);
  if (!(copy instanceof Element)) return null;
  for (const name of element.getAttributeNames()) if (isOfPage(name)) copy.removeAttribute(name);
  if (!isWords(element)) {
    const declared = [
      ...inherited.filter((property) => style.getPropertyValue(property) !== (parent?.getPropertyValue(property) ?? '')),
      ...Object.keys(own).filter((property) => style.getPropertyValue(property) !== own[property] && !isSaid(element, property) && !(property === 'display')),
    ].flatMap((property) => {
      const value = style.getPropertyValue(property);
      return value === '' ? [] : [`${property}:${colourIn(value, plain)}`];
    });
    if (declared.length > 0) copy.setAttribute('style', declared.join(';'));
  }
  for (const child of element.childNodes) {
    const next = child instanceof Element ? copied(child, style, plain) : child.nodeType === Node.TEXT_NODE ? child.cloneNode() : null;
    if (next) copy.append(next);
  }
  return copy;
}

const isWords = (element: Element): boolean => /^(title|desc)$/.test(element.localName);

/** These are never displayed themselves, but what is displayed needs them. */
const isDefinition = (element: Element): boolean => element.closest('defs, clipPath, mask, linearGradient, radialGradient, marker, pattern, title, desc') !== null;

/** Addresses of the page are those of the file, and colours are written as rgb. */
function colourIn(value: string, plain: PlainColour): string {
  if (/^(color|oklab|oklch|lab|lch)\(/.test(value)) return plain(value);
  return value.replace(/url\("?[^")]*#([^")]+)"?\)/g, 'url(#$1)');
}
