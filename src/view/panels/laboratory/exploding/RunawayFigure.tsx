// The state forwards and its gradient on the way back, up to where float64 ends.
import { RunawayPlot } from '../../../draw/laboratory/exploding/RunawayPlot.tsx';
import { PowerText } from '../../../draw/plot/PowerText.tsx';
import { FigureFrame } from '../../pages/FigureFrame.tsx';
import { inTurn } from '../../pages/inTurn.tsx';
import { largestWords } from './explodingWords.ts';
import { plotHeight } from './heights.ts';
import type { ShownExplosion } from './shown.ts';

export const RunawayFigure = inTurn(function RunawayFigure({ shown: { answer, lossAt } }: { readonly shown: ShownExplosion }) {
  const { states, gradient, facts } = answer;
  return (
    <FigureFrame title="Forwards and back: what grows" name="exploding-norms" aspect={1.7} minHeight={plotHeight} note={<PowerText text={largestWords(answer, lossAt)} />}>
      {(size) => (
        <RunawayPlot
          {...size}
          states={states}
          gradient={gradient}
          lossAt={lossAt}
          overflow={facts.overflow?.t ?? null}
          label={`The length of the state at each of ${states.length - 1} steps, and of the gradient that comes back to it`}
        />
      )}
    </FigureFrame>
  );
});
