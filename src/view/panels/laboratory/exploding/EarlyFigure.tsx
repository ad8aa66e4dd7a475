// What clipping does not change: how much of the gradient the early steps get.
import type { GradientClip } from '../../../../state/document.ts';
import { ClippedFlowPlot } from '../../../draw/laboratory/exploding/ClippedFlowPlot.tsx';
import { PowerText } from '../../../draw/plot/PowerText.tsx';
import { FigureFrame } from '../../pages/FigureFrame.tsx';
import { inTurn } from '../../pages/inTurn.tsx';
import { earlyWords } from './explodingWords.ts';
import { plotHeight } from './heights.ts';
import type { ShownExplosion } from './shown.ts';

/** By value the numbers of the sum over all steps are cut: a single step has none that are. */
const afterNames: Readonly<Record<GradientClip['kind'], string>> = { norm: 'after clipping', value: 'shortened as much' };

export const EarlyFigure = inTurn(function EarlyFigure({ shown: { answer, clipping, lossAt } }: { readonly shown: ShownExplosion }) {
  const said = earlyWords(answer, clipping, lossAt);
  const hasNumbers = answer.gradient.subarray(1, lossAt + 1).some((norm) => !Number.isNaN(norm));
  return (
    <FigureFrame title="What clipping does not cure" name="clipping-early" aspect={1.3} minHeight={plotHeight} note={<span className="lab-exploding-said"><PowerText text={said} /></span>}>
      {(size) => hasNumbers ? (
        <ClippedFlowPlot {...size} before={answer.gradient} after={answer.clippedFlow} afterName={clipping === null || answer.changedEntries === 0 ? null : afterNames[clipping.kind]} lossAt={lossAt} label={said} />
      ) : (
        <p className="controls-words">There is no gradient to draw.</p>
      )}
    </FigureFrame>
  );
});
