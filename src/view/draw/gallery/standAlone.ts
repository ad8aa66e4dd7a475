// A drawing as a file of its own: the styles that it uses come with it, in the colours of a theme, and what only a page needs is left out.

export interface Styles {
  /** Rules in their order: selectors with commas between them, and declarations. */
  readonly rules: readonly (readonly [selectors: string, declarations: string])[];
  /** The value of `--name` in the theme; empty where it has none. */
  readonly variable: (name: string) => string;
}

/** `svg`: markup of one svg element. */
export function standAlone(svg: string, styles: Styles): string {
  const drawing = rounded(bare(svg));
  const used = new Set([...drawing.matchAll(/class="([^"]*)"/g)].flatMap(([, names = '']) => names.split(/\s+/)));
  const css = styles.rules.flatMap(([selectors, declarations]) => {
    const own = apart(selectors).filter((selector) => isUsed(selector, used));
    return own.length > 0 ? [`${own.join(',')}{${declarations.trim()}}`] : [];
  });
  const scheme = styles.variable('color-scheme') || 'light';
  const style = `<style>svg{color-scheme:${scheme}}\n${css.join('\n')}</style>`;
  const ground = `<rect width="100%" height="100%" fill="${styles.variable('--surface-panel')}"/>`;
  const text = drawing.replace(/^<svg([^>]*)>/, (_, attributes: string) => `<svg xmlns="http://www.w3.org/2000/svg"${attributes.replace(/ xmlns="[^"]*"/, '')}>${style}${ground}`);
  return `${resolved(text, styles.variable)}\n`;
}

/** Without what only a page needs: what the pointer, the keyboard and tests look for. */
function bare(svg: string): string {
  return svg.replace(/ (data-[\w-]+|aria-pressed|aria-hidden|tabindex|role)="[^"]*"/g, '').replace(/(?<!<svg[^>]*) aria-label="[^"]*"/g, '');
}

/**
 * Lengths to a hundredth of a pixel, and no space that says nothing: the last digits of what is computed may differ from machine
 * to machine, and no eye sees them. What is written on the drawing is rounded already.
 */
function rounded(svg: string): string {
  return svg.replace(/<[^>]+>/g, (tag) =>
    tag.replace(/-?\d+\.\d{3,}(e-\d+)?/g, (number) => `${Math.round(Number(number) * 100) / 100 + 0}`).replace(/class="([^"]*)"/g, (_, names: string) => `class="${names.trim().replace(/\s+/g, ' ')}"`),
  ).replace(/></g, '>\n<');
}

/** Selectors between commas, but not between those in brackets. */
const apart = (selectors: string): string[] => selectors.split(/,(?![^(]*\))/).map((each) => each.trim().replace(/\s+/g, ' '));

/** Whether a rule can meet anything: it asks for classes that are there, and for nothing that a hand does. */
function isUsed(selector: string, used: ReadonlySet<string>): boolean {
  if (/:(hover|focus|active|has|not|root)|::|^@/.test(selector)) return false;
  const [outside, ...choices] = [selector.replace(/:is\([^)]*\)/g, ''), ...[...selector.matchAll(/:is\(([^)]*)\)/g)].map(([, inside = '']) => inside)];
  const classes = (text: string): string[] => [...text.matchAll(/\.([\w-]+)/g)].map(([, name = '']) => name);
  const all = classes(outside ?? '');
  return all.length + choices.length > 0 && all.every((name) => used.has(name)) && choices.every((choice) => choice.split(',').some((each) => classes(each).every((name) => used.has(name))));
}

/** Every variable by its value, and that by the values of the variables in it. */
function resolved(text: string, variable: Styles['variable']): string {
  let before = '';
  let after = text;
  while (after !== before) {
    before = after;
    after = before.replace(/var\((--[\w-]+)\)/g, (_, name: string) => variable(name));
  }
  return after;
}
