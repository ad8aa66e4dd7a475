// The styles of the page, read from its style sheets, for figures that are files of their own.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Styles } from '../../src/view/draw/gallery/standAlone.ts';

const view = join(import.meta.dirname, '../../src/view');
const read = (path: string): string => readFileSync(join(view, path), 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, '');
const rulesIn = (css: string): (readonly [string, string])[] =>
  [...css.replaceAll(/@[^{]+\{(?:[^{}]*\{[^{}]*\})*\s*\}/g, '').matchAll(/([^{}]+)\{([^{}]*)\}/g)].map(([, selectors = '', body = '']) => [selectors.trim(), body.replaceAll(/\s+/g, ' ')] as const);

const sheets = ['draw/score/score.css', 'draw/model/model.css', 'draw/inside/inside.css', 'draw/numeric/numeric.css', 'draw/whatif/whatif.css', 'draw/gallery/figure.css'];

/** Variables of `:root`, and over them those of a theme. */
export function stylesOf(theme: 'light' | 'dark'): Styles {
  const variables = new Map<string, string>();
  for (const [selectors, body] of rulesIn(read('theme/theme.css'))) {
    if (selectors !== ':root' && selectors !== `:root[data-theme='${theme}']`) continue;
    for (const each of body.split(';')) {
      const at = each.indexOf(':');
      if (at > 0) variables.set(each.slice(0, at).trim(), each.slice(at + 1).trim());
    }
  }
  return { rules: sheets.flatMap((path) => rulesIn(read(path))), variable: (name) => variables.get(name) ?? '' };
}
