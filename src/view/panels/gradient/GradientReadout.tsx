// The step that is pointed at, in numbers: its gradient, what part of that nearest to the loss this is, and the factor of one step back.
import { PowerText } from '../../draw/plot/PowerText.tsx';
import { SymbolText } from '../../draw/numeric/SymbolText.tsx';
import { valueAttributes } from '../../draw/valueAttributes.ts';
import type { Reference } from '../../../engine/reference.ts';
import { formatNumber, type Digits } from '../../theme/format.ts';
import { formatRatio, zeroWords } from './flowWords.ts';

interface Props {
  /** Step of the way. */
  readonly t: number;
  /** "t = 3", "decoder t = 2". */
  readonly time: string;
  /** The norm as it is written: ‖∂L/∂h₃‖. */
  readonly name: string;
  readonly reference: Reference;
  /** By what the step multiplies the gradient that passes through it; null where that is not known. */
  readonly factor: { readonly reference: Reference; readonly value: number } | null;
  readonly token: string;
  readonly norms: Float64Array;
  readonly isKnown: boolean;
  readonly digits: Digits;
  /** "last word". */
  readonly near: string;
}

export function GradientReadout({ t, time, name, reference, factor, token, norms, isKnown, digits, near }: Props) {
  const norm = norms[t] ?? 0;
  const last = norms.at(-1) ?? 0;
  const hasRatio = norm > 0 && last > 0 && Number.isFinite(norm) && Number.isFinite(last);
  return (
    <p className="gradient-readout">
      <strong>
        {time}
        {token && <span className="gradient-readout-token"> “{token}”</span>}
      </strong>
      <span className="gradient-readout-norm">
        <SymbolText text={name} /> ={' '}
        <output className="gradient-number" aria-live="off" {...valueAttributes(reference, isKnown ? norm : null)}>
          <PowerText text={normText(norms, t, digits)} />
        </output>
      </span>
      {hasRatio && t < norms.length - 1 && (
        <span>
          <span className="gradient-number">× <PowerText text={formatRatio(norm, last)} /></span> of the {near}’s
        </span>
      )}
      {factor && Number.isFinite(factor.value) && (
        <span>
          one step back multiplies it by{' '}
          <span className="gradient-number" {...valueAttributes(factor.reference, isKnown ? factor.value : null)}>
            <PowerText text={formatNumber(factor.value, digits)} />
          </span>
        </span>
      )}
    </p>
  );
}

/** A norm in digits, or in words where it has left what float64 can hold. */
function normText(norms: Float64Array, t: number, digits: Digits): string {
  const norm = norms[t] ?? 0;
  if (norm === 0) return zeroWords(norms, t);
  return Number.isFinite(norm) ? formatNumber(norm, digits) : 'too large for float64';
}
