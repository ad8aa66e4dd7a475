// 10⁻³ inside a drawing, and 1 for 10⁰.
export function Power({ exponent }: { readonly exponent: number }) {
  if (exponent === 0) return '1';
  return (
    <>
      10
      <tspan fontSize="0.75em" dy="-0.45em">
        {exponent < 0 ? `−${-exponent}` : exponent}
      </tspan>
    </>
  );
}
