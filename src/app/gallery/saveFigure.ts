// Saves a drawing of the page as an SVG file that opens alone.
import { standAlone, type Styles } from '../../view/draw/gallery/standAlone.ts';

/** The styles of the page, as they are in its theme. */
function stylesOfPage(): Styles {
  const root = getComputedStyle(document.documentElement);
  const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]).filter((rule) => rule instanceof CSSStyleRule);
  return {
    rules: rules.map(({ selectorText, style }) => [selectorText, style.cssText] as const),
    variable: (name) => root.getPropertyValue(name).trim(),
  };
}

export function saveFigure(svg: SVGSVGElement, name: string): void {
  const text = standAlone(svg.outerHTML, stylesOfPage());
  const address = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
  const link = Object.assign(document.createElement('a'), { href: address, download: `${name}.svg` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}
