// A symbol as it is written by hand: letters in italics, indices lowered: W_xh x₃, ∂L/∂h₃.
import type { SVGProps } from 'react';

interface SymbolPart {
  readonly text: string;
  readonly isLow: boolean;
}

const digits = '₀₁₂₃₄₅₆₇₈₉';

/** Takes the plain text of a symbol (`W_hh·h₂`) apart into letters and indices; a dot at an index's end stands for any letter (`W_x·`), and a time in brackets is one more index (`a_i(3)`). */
export function symbolParts(plain: string): SymbolPart[] {
  return plain
    .split(/(_[a-z]+(?:·(?![a-z]))?|[₀-₉]+|\(\d+\)|·(?=[a-z]))/i)
    .filter((part) => part !== '')
    .map((part, k, all) => {
      if (/^\(\d+\)$/.test(part)) return { text: `${all[k - 1]?.startsWith('_') ? ',' : ''}${part.slice(1, -1)}`, isLow: true };
      if (part.startsWith('_')) return { text: part.slice(1), isLow: true };
      if (part === '·') return { text: '\u2009', isLow: false };
      if (digits.includes(part[0] ?? '?')) return { text: [...part].map((digit) => digits.indexOf(digit)).join(''), isLow: true };
      return { text: part, isLow: false };
    });
}

export function SymbolText({ plain, size = 13, ...attributes }: SVGProps<SVGTextElement> & { readonly plain: string; readonly size?: number }) {
  const parts = symbolParts(plain);
  return (
    <text fontSize={size} {...attributes}>
      {parts.map((part, k) => {
        const wasLow = parts[k - 1]?.isLow ?? false;
        const shift = part.isLow === wasLow ? 0 : part.isLow ? size * 0.24 : -size * 0.24;
        return (
          <tspan key={k} dy={shift} className={part.isLow ? 'score-index' : 'score-letter'} fontSize={part.isLow ? size * 0.72 : undefined}>
            {part.text}
          </tspan>
        );
      })}
    </text>
  );
}
