// The size of a cell's recurrent weights: a slider that multiplies all of them, their largest singular value, and what that implies.
import { useDispatch, useDocument } from '../stores.tsx';
import { RangeField } from '../controls/RangeField.tsx';
import { useGesture } from '../controls/useGesture.ts';
import { formatNumber } from '../../theme/format.ts';
import { boundNumber, boundWords } from './flowWords.ts';

interface Props {
  /** The recurrent weights that the slider multiplies: their symbol, and how that is written. */
  readonly symbol: string;
  readonly name: string;
  readonly sigma: number;
  readonly gamma: number;
  readonly hasManyLosses: boolean;
  /** A drag begins: nothing has been changed by it yet. */
  readonly onBegin: () => void;
  readonly onEnd: () => void;
}

const marks = [0.1, 1, 4].map((factor) => ({ value: Math.log10(factor), label: `× ${factor}` }));

export function ScaleControl({ symbol, name, sigma, gamma, hasManyLosses, onBegin, onEnd }: Props) {
  const dispatch = useDispatch();
  const factor = useDocument(({ document }) => {
    const last = document.changes.at(-1);
    return last?.kind === 'scale' && last.symbol === symbol ? last.factor : 1;
  });
  const gesture = useGesture(onBegin);
  const { comparison, conclusion } = boundWords(sigma * gamma, hasManyLosses);
  return (
    <div className="gradient-scale">
      <RangeField
        label={`Scale of ${name}`}
        min={-1}
        max={Math.log10(4)}
        step={0.01}
        value={factor > 0 ? Math.log10(factor) : -1}
        valueText={`× ${formatNumber(factor)}`}
        marks={marks}
        onBegin={gesture.renew}
        onEnd={onEnd}
        onInput={(exponent) =>
          dispatch({
            type: 'scaleWeight',
            symbol,
            factor: Number((10 ** exponent).toPrecision(3)),
            gesture: gesture.current(),
          })
        }
      />
      <p className="gradient-sigma">
        largest singular value <span className="gradient-number">σ_max = {Number.isFinite(sigma) ? boundNumber(sigma) : 'too large'}</span>
      </p>
      <p className="gradient-bound">
        <span className="gradient-bound-sum">
          σ_max·γ = {comparison}: <strong>{conclusion}</strong>
        </span>
      </p>
      <p className="controls-words">
        γ = {gamma === 0.25 ? '¼' : gamma} is the steepest slope of the activation. One step back multiplies the gradient by at most σ_max·γ.
      </p>
    </div>
  );
}
