// What the reader sees: a drawing's text with its indices lowered and its powers of ten raised: σ_max as σ with a small max, 1.9·10⁻⁷.
const small = /(_[A-Za-z]+|[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)/;
const digits = '⁰¹²³⁴⁵⁶⁷⁸⁹';

interface Part {
  readonly text: string;
  /** Lowered, on the line, or raised; in parts of the letters' size from the line. */
  readonly shift: number;
}

function partOf(text: string): Part {
  if (text.startsWith('_')) return { text: text.slice(1), shift: 0.25 };
  if (/^[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]/.test(text)) return { text: [...text].map((sign) => (sign === '⁻' ? '−' : String(digits.indexOf(sign)))).join(''), shift: -0.4 };
  return { text, shift: 0 };
}

/** To be put into an svg text; `size`: pixels of its letters. */
export function Spans({ text, size }: { readonly text: string; readonly size: number }) {
  const parts = text.split(small).filter((part) => part !== '').map(partOf);
  return parts.map((part, k) => {
    const dy = (part.shift - (parts[k - 1]?.shift ?? 0)) * size;
    return (
      <tspan key={k} dy={dy === 0 ? undefined : dy} fontSize={part.shift === 0 ? undefined : size * 0.75}>
        {part.text}
      </tspan>
    );
  });
}
