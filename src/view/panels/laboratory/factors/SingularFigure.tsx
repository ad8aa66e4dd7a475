// The figure of W_hh's singular values, with what σ_max means for the gradient.
import { useMemo, useState } from 'react';
import { ReachSlider, Reach } from '../../../draw/laboratory/factors/Reach.tsx';
import { SingularPlot } from '../../../draw/laboratory/factors/SingularPlot.tsx';
import { singularBars } from '../../../layout/laboratory/singularBars.ts';
import { formatNumber } from '../../../theme/format.ts';
import { Sentence } from '../../../draw/laboratory/factors/Sentence.tsx';
import { FigureFrame, type FigurePlace } from '../../pages/FigureFrame.tsx';
import { inTurn } from '../../pages/inTurn.tsx';
import type { ShownFactors } from './shown.ts';

interface Props {
  readonly shown: ShownFactors;
}

export const SingularFigure = inTurn(function SingularFigure({ shown }: Props) {
  const [pointed, setPointed] = useState<number | null>(null);
  const { singularValues: values } = shown.answer;
  const below = values.filter((value) => value < 1).length;
  const bar = pointed !== null && pointed < values.length ? pointed : null;
  const words =
    bar === null
      ? values.length === 1
        ? `With one unit W_hh is one number; it multiplies by ${formatNumber(values[0] ?? NaN)} whatever comes.`
        : `Of ${values.length} directions W_hh shrinks ${below === values.length ? 'every one' : below}${below > 0 && below < values.length ? ` and stretches ${values.length - below}` : ''}.`
      : `Direction ${bar + 1} of ${values.length} is multiplied by ${formatNumber(values[bar] ?? NaN)}.`;
  return (
    <FigureFrame title="How far the weights stretch" name="singular-values" minHeight={290} note={<span className="lab-why-note"><Sentence text={words} /></span>}>
      {(place) => <Drawing shown={shown} {...place} words={words} bar={bar} onPoint={setPointed} />}
    </FigureFrame>
  );
});

interface DrawingProps extends Props, FigurePlace {
  readonly words: string;
  readonly bar: number | null;
  readonly onPoint: (bar: number | null) => void;
}

function Drawing({ shown: { answer }, width, height, textSize, words, bar, onPoint }: DrawingProps) {
  const { singularValues: values, facts } = answer;
  const { radius, gamma } = facts;
  const geometry = useMemo(() => singularBars({ values, radius, gamma, width, height, textSize }), [values, radius, gamma, width, height, textSize]);
  const { box } = geometry;
  const [first, last] = [geometry.columnOf(0), geometry.columnOf(values.length - 1)];
  return (
    <div className="lab-why-figure">
      <svg width={width} height={height} fontSize={textSize} role="img" aria-label={`Singular values of W_hh. The largest is ${formatNumber(values[0] ?? NaN)}. ${words}`}>
        <SingularPlot geometry={geometry} largest={values[0] ?? NaN} radius={radius} gamma={gamma} textSize={textSize} pointed={bar} />
        <Reach box={box} onPoint={(at) => onPoint(at && geometry.barAt(at.x))} />
      </svg>
      <ReachSlider
        label="Direction to look at"
        value={(bar ?? 0) + 1}
        valueText={words}
        min={1}
        max={values.length}
        from={first.x + first.width / 2}
        to={last.x + last.width / 2}
        top={box.y + box.height}
        onMove={(place) => onPoint(place - 1)}
        isQuiet
        onLeave={() => onPoint(null)}
      />
    </div>
  );
}
