// The figure of the step factors: one column a step, each of which can be opened.
import { useMemo } from 'react';
import { FactorBarsPlot } from '../../../draw/laboratory/factors/FactorBarsPlot.tsx';
import { Reach, ReachSlider } from '../../../draw/laboratory/factors/Reach.tsx';
import { factorBars } from '../../../layout/laboratory/factorBars.ts';
import { Sentence } from '../../../draw/laboratory/factors/Sentence.tsx';
import { FigureFrame, type FigurePlace } from '../../pages/FigureFrame.tsx';
import { inTurn } from '../../pages/inTurn.tsx';
import type { ShownFactors } from './shown.ts';
import { stepWords } from './words.ts';

/** What the figures along the steps share. */
export interface StepsShared {
  readonly shown: ShownFactors;
  readonly opened: number;
  readonly pointed: number | null;
  readonly onPoint: (step: number | null) => void;
  readonly onOpen: (step: number) => void;
}

/** Whether h is all that a step hands on: an LSTM hands on c, too. */
export const isWhole = (cell: string): boolean => cell !== 'lstm';

export const BarsFigure = inTurn(function BarsFigure(props: StepsShared) {
  const { answer, cell, p } = props.shown;
  const { pointed } = props;
  const opened = Math.min(props.opened, p);
  const words = stepWords(answer, pointed ?? opened, p, isWhole(cell));
  return (
    <FigureFrame title="What each step back multiplies the gradient by" name="step-factors" minHeight={250} note={<span className="lab-why-note"><Sentence text={`${words}${pointed !== null && pointed !== opened ? ' Click to open it below.' : ''}`} /></span>}>
      {(place) => <Drawing {...props} {...place} opened={opened} words={words} />}
    </FigureFrame>
  );
});

function Drawing({ shown: { answer, cell, p }, opened, pointed, onPoint, onOpen, width, height, textSize, words }: StepsShared & FigurePlace & { readonly words: string }) {
  const { factor, slopePart, weightPart, local, facts } = answer;
  const bound = slopePart.length > 0 ? facts.stretch * facts.gamma : null;
  const geometry = useMemo(
    () => factorBars({ factor, slopePart, weightPart, local, bound, width, height, textSize }),
    [factor, slopePart, weightPart, local, bound, width, height, textSize],
  );
  const { box } = geometry;
  const middle = (t: number): number => geometry.columnOf(t).x + geometry.columnOf(t).width / 2;
  return (
    <div className="lab-why-figure">
      <svg width={width} height={height} fontSize={textSize} role="img" aria-label={`What each step back multiplies the gradient by. ${words}`}>
        <FactorBarsPlot geometry={geometry} bound={bound} colour={`var(--network-${cell})`} textSize={textSize} opened={opened} pointed={pointed} localWords={isWhole(cell) ? 'the most it could be' : 'through h alone'} />
        <Reach box={box} onPoint={(at) => onPoint(at && geometry.stepAt(at.x))} onOpen={(at) => onOpen(geometry.stepAt(at.x))} />
      </svg>
      <ReachSlider label="Step to open" value={opened} valueText={words} min={1} max={p} from={middle(1)} to={middle(p)} top={box.y + box.height} onMove={onOpen} />
    </div>
  );
}
