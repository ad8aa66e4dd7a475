// KaTeX as this project uses it: a chunk of its own that is fetched when the first formula is shown.
import { render as renderFormula } from 'katex';
// Its style sheet names its fonts in three formats each; only woff2 is wanted, so the fonts stand in a file of our own.
import rules from 'katex/dist/katex.min.css?raw';
import './katexFonts.css';

const withoutFonts = rules.replaceAll(/@font-face\{[^}]*\}/g, '');

/** A sheet made in the page is allowed by a strict content policy, where a style element would not be. */
function adoptRules(): void {
  if ('adoptedStyleSheets' in document) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(withoutFonts);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }
}

adoptRules();

const trusted: ReadonlySet<string> = new Set(['\\htmlClass', '\\htmlData']);

/** Writes a formula into an element, with MathML beside it for screen readers. Throws where the LaTeX is wrong. */
export function render(latex: string, element: HTMLElement): void {
  renderFormula(latex, element, {
    output: 'htmlAndMathml',
    // The formulas come from the engine, not from a reader; still only these two commands are needed.
    trust: ({ command }) => trusted.has(command),
    strict: 'ignore',
  });
}
