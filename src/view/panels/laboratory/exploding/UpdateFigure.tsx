// What one update would do to the loss, over the length of its step.
import { useMemo } from 'react';
import { LossLinePlot } from '../../../draw/laboratory/exploding/LossLinePlot.tsx';
import { PowerText } from '../../../draw/plot/PowerText.tsx';
import { lossLinePlot } from '../../../layout/laboratory/lossLine.ts';
import { FigureFrame, type FigurePlace } from '../../pages/FigureFrame.tsx';
import { inTurn } from '../../pages/inTurn.tsx';
import { rateText, updateWords } from './explodingWords.ts';
import { plotHeight } from './heights.ts';
import type { ShownExplosion } from './shown.ts';

type Props = Pick<ShownExplosion, 'answer' | 'learningRate'>;

export const UpdateFigure = inTurn(function UpdateFigure({ shown: { answer, learningRate } }: { readonly shown: ShownExplosion }) {
  const said = updateWords(answer, learningRate);
  return (
    <FigureFrame title="One update along the gradient" name="exploding-update" aspect={1.7} minHeight={plotHeight} note={<span className="lab-exploding-said"><PowerText text={said} /></span>}>
      {(place) => <Line answer={answer} learningRate={learningRate} place={place} said={said} />}
    </FigureFrame>
  );
});

function Line({ answer, learningRate, place, said }: Props & { readonly place: FigurePlace; readonly said: string }) {
  const { width, height, textSize } = place;
  const atRate = `η = ${rateText(learningRate)}`;
  const geometry = useMemo(
    () => lossLinePlot({ ...answer, learningRate, rateText: atRate, isClipped: answer.changedEntries > 0, size: { width, height, textSize } }),
    [answer, learningRate, atRate, width, height, textSize],
  );
  if (!geometry) return <p className="controls-words">There is no loss to draw.</p>;
  return <LossLinePlot {...place} geometry={geometry} learningRate={learningRate} rateText={atRate} label={`The loss after one update, over the learning rate. ${said}`} />;
}
