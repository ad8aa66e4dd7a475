// What the reader sees: a number with its power of ten raised, 1.9·10⁻⁷, inside a drawing's text.
const small = /([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)/;
const digits = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const large = (text: string): string => [...text].map((sign) => (sign === '⁻' ? '−' : String(digits.indexOf(sign)))).join('');

export function PowerSpans({ text }: { readonly text: string }) {
  return text.split(small).map((part, k) =>
    k % 2 === 1 ? (
      <tspan key={k} fontSize="0.75em" dy="-0.45em">
        {large(part)}
      </tspan>
    ) : (
      part
    ),
  );
}
