// The step that is pointed at, in numbers: its gradient, and what part of the last step's that is.
import { PowerText } from '../../draw/plot/PowerText.tsx';
import { valueAttributes } from '../../draw/valueAttributes.ts';
import { subscript } from '../../../engine/symbols/symbols.ts';
import { formatNumber, type Digits } from '../../theme/format.ts';
import { formatRatio, zeroWords, type StepName } from './flowWords.ts';

interface Props {
  readonly t: number;
  readonly token: string;
  readonly norms: Float64Array;
  readonly isKnown: boolean;
  readonly digits: Digits;
  readonly step: StepName;
}

export function GradientReadout({ t, token, norms, isKnown, digits, step }: Props) {
  const norm = norms[t] ?? 0;
  const last = norms.at(-1) ?? 0;
  const hasRatio = norm > 0 && last > 0 && Number.isFinite(norm) && Number.isFinite(last);
  return (
    <p className="gradient-readout">
      <strong>
        t = {t}
        {token && <span className="gradient-readout-token"> “{token}”</span>}
      </strong>
      <span className="gradient-readout-norm">
        ‖∂L/∂h{subscript(t)}‖ ={' '}
        <output className="gradient-number" aria-live="off" {...valueAttributes({ symbol: 'norm_dh', t }, isKnown ? norm : null)}>
          <PowerText text={normText(norms, t, digits)} />
        </output>
      </span>
      {hasRatio && t < norms.length - 1 && (
        <span>
          <span className="gradient-number">× <PowerText text={formatRatio(norm, last)} /></span> of the last {step}’s
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
