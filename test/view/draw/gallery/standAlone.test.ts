import { describe, expect, it } from 'vitest';
import { standAlone, type Styles } from '../../../../src/view/draw/gallery/standAlone.ts';

const variables: Readonly<Record<string, string>> = { '--surface-panel': '#fff', '--line': 'var(--ink)', '--ink': '#111', 'color-scheme': 'dark' };
const styles: Styles = {
  rules: [
    ['.box, .other', 'fill: var(--line)'],
    ['.box.is-lit', 'stroke: red'],
    ['.box:hover', 'stroke: blue'],
    ['.box :is(.word, .none)', 'fill: green'],
    ['.box :is(.none)', 'fill: grey'],
    ['text', 'fill: pink'],
  ],
  variable: (name) => variables[name] ?? '',
};
const drawn = (inside: string): string => standAlone(`<svg class="box" viewBox="0 0 9 9" aria-label="A network" role="img" tabindex="0">${inside}</svg>`, styles);

describe('a drawing as a file of its own', () => {
  it('brings the rules that meet something in it, and no others', () => {
    const svg = drawn('<text class="word">h</text>');
    expect(svg).toContain('.box{fill: #111}');
    expect(svg).toContain('.box :is(.word, .none){fill: green}');
    for (const other of ['.other', 'is-lit', 'hover', 'grey', 'pink']) expect(svg).not.toContain(other);
  });

  it('has every variable by its value, the theme’s ground and its scheme', () => {
    const svg = drawn('<rect style="fill:var(--line)"/>');
    expect(svg).not.toContain('var(');
    expect(svg).toContain('style="fill:#111"');
    expect(svg).toContain('<rect width="100%" height="100%" fill="#fff"/>');
    expect(svg).toContain('color-scheme:dark');
  });

  it('says what it is, and leaves out what only a page needs', () => {
    const svg = drawn('<g role="button" tabindex="-1" data-symbol="h" data-value="0.30000000000000004" aria-label="h, 0.3"><text>0.3</text></g>');
    expect(svg).toContain('aria-label="A network"');
    expect(svg).toMatch(/<g>\s*<text>0\.3<\/text>\s*<\/g>/);
    expect(svg).toContain('xmlns="http://www.w3.org/2000/svg"');
  });

  it('rounds where things are, and never what is written', () => {
    const svg = drawn('<path d="M1.23456,-0.00001L2.5e0,7"/><text x="1.005">0.123456</text>');
    expect(svg).toContain('d="M1.23,0L2.5e0,7"');
    expect(svg).toContain('>0.123456<');
  });
});
