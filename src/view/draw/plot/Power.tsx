// 10⁻³ inside a drawing, and 1 for 10⁰.
import { raised } from '../../theme/format.ts';
import { Spans } from './Spans.tsx';

export function Power({ exponent }: { readonly exponent: number }) {
  return exponent === 0 ? '1' : <Spans text={`10${raised(exponent)}`} />;
}
