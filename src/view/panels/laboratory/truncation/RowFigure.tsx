// The picture of the cuts: steps, arrows and scissors, with the window under the hand.
import { useMemo } from 'react';
import { rowHeight, stepRow } from '../../../layout/laboratory/truncation.ts';
import { StepRow } from '../../../draw/laboratory/truncation/StepRow.tsx';
import { useGesture } from '../../controls/useGesture.ts';
import { FigureFrame } from '../../pages/FigureFrame.tsx';
import { inTurn } from '../../pages/inTurn.tsx';
import { useEditLaboratory, useSettings } from '../hooks.ts';
import { carriedWords, type Truncation } from './words.ts';

export interface Cutting {
  readonly answer: Truncation;
  /** The network's name. */
  readonly name: string;
  /** T and the step of the loss, that the answer is for. */
  readonly steps: number;
  readonly lossAt: number;
  readonly window: number;
  readonly carried: boolean;
}

export interface ShownCutting {
  readonly shown: Cutting;
}

export const RowFigure = inTurn(function RowFigure({ shown: cutting }: ShownCutting) {
  const { answer, carried } = cutting;
  return (
    <FigureFrame title="What the scissors cut" name="truncation-scissors" note={carriedWords(answer, carried)} aspect={5} minHeight={rowHeight}>
      {(size) => <Row {...cutting} {...size} />}
    </FigureFrame>
  );
});

function Row({ answer, steps, lossAt, window, carried, width, height, textSize }: Cutting & { readonly width: number; readonly height: number; readonly textSize: number }) {
  const edit = useEditLaboratory();
  // The handle is where the hand has set it, also while its numbers are on their way.
  const { window: held } = useSettings('window');
  const gesture = useGesture();
  const { cuts, cut } = answer;
  const geometry = useMemo(
    () => stepRow({ steps, window, cuts, lossAt, carried, cut, width, height, textSize }),
    [steps, window, cuts, lossAt, carried, cut, width, height, textSize],
  );
  const count = cuts.length;
  return (
    <StepRow
      geometry={geometry}
      width={width}
      height={Math.max(height, geometry.height)}
      textSize={textSize}
      longest={lossAt}
      window={held}
      carried={carried}
      description={`${steps} steps. The way back is cut at ${count} ${count === 1 ? 'place' : 'places'}; the state is ${carried ? 'carried over them' : 'reset there'}.`}
      onWindow={(next, isFirst) => {
        if (isFirst) gesture.renew();
        edit({ window: next }, gesture.current());
      }}
    />
  );
}
