// How Adagrad's rate dies out: α = Σ g² of the chosen weight, the rate that follows from it, and what both come to at the update in view.
import { useMemo } from 'react';
import type { WeightStory } from '../../../../engine/workshop/race/weight.ts';
import { significant } from '../../../layout/workshop/optimisers/significant.ts';
import { useTypeset } from '../../formula/useTypeset.ts';
import { FigureFrame } from '../../pages/FigureFrame.tsx';
import { RaceLines, type ClockInView } from './LineFigures.tsx';
import { number } from '../../../layout/workshop/optimisers/substituted.ts';
import { rateWords } from './words.ts';

interface Props {
  readonly adagrad: WeightStory;
  readonly rmsprop: WeightStory;
  readonly updates: number;
  /** The update in view, and under the pointer. */
  readonly clock: ClockInView;
  readonly weightName: string;
}

export function AdagradFigures({ adagrad, rmsprop, updates, clock, weightName }: Props) {
  const sum = useMemo(() => adagrad.states[0]?.values ?? new Float64Array(), [adagrad]);
  const sums = useMemo(() => [{ id: adagrad.optimiser, name: '', numbers: sum }], [adagrad, sum]);
  const rates = useMemo(() => [adagrad, rmsprop].map((story) => ({ id: story.optimiser, name: story === adagrad ? 'Adagrad' : 'RMSprop', numbers: story.rates })), [adagrad, rmsprop]);
  const at = Math.min(clock.at, adagrad.values.length - 1);
  const words = rateWords(adagrad, rmsprop, clock.at, weightName);
  return (
    <div className="race-adagrad">
      <div className="race-pair">
        <FigureFrame title="Adagrad’s α = Σ g²" name="adagrad-sum" minHeight={190} note="The sum of the squares of all gradients of this weight so far: it only grows.">
          {(place) => <RaceLines lines={sums} updates={updates} kind="linear" title="α" label={`Adagrad’s sum of squared gradients of ${weightName} over the updates; after update ${at} it is ${significant(sum[at] ?? NaN)}.`} shown="adagrad" clock={clock} place={place} />}
        </FigureFrame>
        <FigureFrame title="Its rate η/(√α + ε)" name="adagrad-rate" minHeight={190} note={words}>
          {(place) => <RaceLines lines={rates} updates={updates} kind="log" title="rate" label={words} shown="adagrad" clock={clock} place={place} />}
        </FigureFrame>
      </div>
      <Formula story={adagrad} alpha={sum[at] ?? NaN} at={at} />
    </div>
  );
}

/** In symbols, and with the numbers at the update in view. */
function Formula({ story, alpha, at }: { readonly story: WeightStory; readonly alpha: number; readonly at: number }) {
  const { learningRate, hyperparameters, rates } = story;
  const eps = `10^{${Math.round(Math.log10(hyperparameters.eps ?? 1e-10))}}`;
  const rate = rates[at] ?? NaN;
  const numbers = Number.isNaN(rate) ? '' : `= \\dfrac{${number(learningRate)}}{\\sqrt{${number(alpha)}} + ${eps}} = ${number(rate)}`;
  const latex = `\\begin{aligned} \\alpha_{${at}} &= \\textstyle\\sum_{k=1}^{${at}} g_k^{2} = ${number(alpha)} \\\\[0.4em] \\dfrac{\\eta}{\\sqrt{\\alpha_{${at}}} + \\varepsilon} &${numbers} \\end{aligned}`;
  const { place, scrolling } = useTypeset(latex, `α = ${significant(alpha)}, rate = ${significant(rate)}`, 'Formula of Adagrad’s rate');
  return (
    <div className="race-adagrad-formula">
      <div className="race-formula-typeset" ref={place} {...scrolling} />
      <p>Some courses write η/√(α + ε). As in PyTorch, ε stands beside the root here; so small, it changes nothing but a division by 0.</p>
    </div>
  );
}
