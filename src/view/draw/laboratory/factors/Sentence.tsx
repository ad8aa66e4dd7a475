// What the reader sees: a sentence of the page with its indices lowered and its powers of ten raised.
import { PowerText } from '../../plot/PowerText.tsx';
import '../../numeric/numeric.css';

export function Sentence({ text }: { readonly text: string }) {
  return text.split(/(_[A-Za-z]+)/).map((part, k) =>
    k % 2 === 1 ? (
      <sub key={k} className="numeric-index">
        {part.slice(1)}
      </sub>
    ) : (
      <PowerText key={k} text={part} />
    ),
  );
}
