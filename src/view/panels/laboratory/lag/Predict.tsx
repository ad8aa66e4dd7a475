// "Predict first": which networks still answer at the longest lag, and afterwards what the numbers say.
import type { LagPlan } from '../../../../state/laboratory/laboratory.ts';
import type { LagCurve } from '../../../layout/laboratory/lagPlot.ts';
import { usePrediction } from './prediction.ts';
import { guesses, judgement } from './words.ts';

interface Props {
  /** Of the training that runs or is over; of the next one where there is none. */
  readonly plan: LagPlan;
  readonly curves: readonly LagCurve[];
}

export function Predict({ plan, curves }: Props) {
  const { guess, choose } = usePrediction();
  const chosen = guesses.find(({ id }) => id === guess);
  const verdict = chosen ? judgement(curves, plan, chosen) : null;
  return (
    <div className="lab-lag-predict" role="group" aria-labelledby="lab-lag-predict-title">
      <p id="lab-lag-predict-title">
        <strong>Predict first.</strong> Which of the three still answers at lag {plan.lags.at(-1)}, right nine times in ten?
      </p>
      <div className="lab-lag-guesses">
        {guesses.map(({ id, words }) => (
          <button key={id} type="button" className="controls-button" aria-pressed={guess === id} onClick={() => choose(guess === id ? null : id)}>
            {words}
          </button>
        ))}
      </div>
      <p className="lab-lag-verdict" role="status">
        {verdict ?? (chosen ? 'The answer comes when all three are done with that lag.' : '')}
      </p>
    </div>
  );
}
