// Saves a drawing of the gallery as an SVG file that opens alone, in the styles of the page.
import { standAlone, type Styles } from '../gallery/standAlone.ts';
import { download } from './download.ts';

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
  download(new Blob([standAlone(svg.outerHTML, stylesOfPage())], { type: 'image/svg+xml' }), `${name}.svg`);
}
