// A symbol or number in running text, its index set low: W_xh as W with a small xh. Copied and read aloud it is still W_xh.
import { raisedDigits } from '../../theme/format.ts';
import './numeric.css';

/** An index after a letter, or raised and lowered digits, which a monospaced face would set too far apart. */
const small = new RegExp(`(_[A-Za-z]+|[₀-₉]+|${raisedDigits})`);

export function SymbolText({ text }: { readonly text: string }) {
  return text.split(small).map((part, k) => <Part key={`${k}`} part={part} isSmall={k % 2 === 1} />);
}

function Part({ part, isSmall }: { readonly part: string; readonly isSmall: boolean }) {
  if (!isSmall) return part;
  if (!part.startsWith('_')) return <span className="numeric-digits">{part}</span>;
  return (
    <>
      <span className="numeric-hidden">_</span>
      <sub className="numeric-index">{part.slice(1)}</sub>
    </>
  );
}
