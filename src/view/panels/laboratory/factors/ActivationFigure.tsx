// The figure of the activation: where the units of the opened step stand on its curve and on its slope.
import { useMemo, useState } from 'react';
import { ActivationPlot } from '../../../draw/laboratory/factors/ActivationPlot.tsx';
import { Reach, ReachSlider } from '../../../draw/laboratory/factors/Reach.tsx';
import { activationCurve, type ActivationCurve } from '../../../layout/laboratory/activationCurve.ts';
import type { Activation } from '../../../layout/laboratory/activations.ts';
import { formatNumber } from '../../../theme/format.ts';
import { Sentence } from '../../../draw/laboratory/factors/Sentence.tsx';
import { FigureFrame, type FigurePlace } from '../../pages/FigureFrame.tsx';
import { inTurn } from '../../pages/inTurn.tsx';
import type { ShownFactors } from './shown.ts';
import { saturationWords } from './words.ts';

interface Props {
  readonly shown: ShownFactors & { readonly activation: Activation };
  /** Whose units are looked at. */
  readonly opened: number;
}

export const ActivationFigure = inTurn(function ActivationFigure({ shown, opened }: Props) {
  const { answer, activation, hiddenSize, cell, p } = shown;
  const step = Math.min(opened, p);
  const [pointed, setPointed] = useState<number | null>(null);
  const own = answer.preactivations.subarray((step - 1) * hiddenSize, step * hiddenSize);
  const slopes = answer.slopes.subarray((step - 1) * hiddenSize, step * hiddenSize);
  const mean = slopes.reduce((sum, slope) => sum + slope, 0) / slopes.length;
  const unit = pointed !== null && pointed <= hiddenSize ? pointed : null;
  const words =
    unit === null
      ? `At t = ${step} the average slope is ${formatNumber(mean)}. Dots: its ${hiddenSize === 1 ? 'unit' : `${hiddenSize} units`}; hill: all steps.`
      : `Unit ${unit} at t = ${step}: a = ${formatNumber(own[unit - 1] ?? NaN)}, φ(a) = ${formatNumber(activation.value(own[unit - 1] ?? NaN))}, slope ${formatNumber(slopes[unit - 1] ?? NaN)}.`;
  return (
    <FigureFrame title={`Where its units stand at t = ${step}`} name="activation" minHeight={290} note={<span className="lab-why-note"><Sentence text={unit === null ? `${words} ${saturationWords(answer, hiddenSize, cell === 'rnn_relu')}` : words} /></span>}>
      {(place) => <Drawing shown={shown} step={step} {...place} words={words} unit={unit} onPoint={setPointed} />}
    </FigureFrame>
  );
});

interface DrawingProps extends Pick<Props, 'shown'>, FigurePlace {
  readonly step: number;
  readonly words: string;
  readonly unit: number | null;
  readonly onPoint: (unit: number | null) => void;
}

function Drawing({ shown: { answer, activation, cell, hiddenSize }, step, width, height, textSize, words, unit, onPoint }: DrawingProps) {
  const { preactivations, facts } = answer;
  const geometry = useMemo(
    () => activationCurve({ activation, gamma: facts.gamma, sums: preactivations, hiddenSize, step, width, height, textSize }),
    [activation, facts.gamma, preactivations, hiddenSize, step, width, height, textSize],
  );
  const { upper, lower, beyondWords } = geometry;
  const reach = { x: upper.x, y: upper.y, width: upper.width, height: lower.y + lower.height - upper.y };
  return (
    <div className="lab-why-figure">
      <svg width={width} height={height} fontSize={textSize} role="img" aria-label={`${activation.letter} and its slope. ${words} ${beyondWords.whole}`}>
        <ActivationPlot
          geometry={geometry}
          letter={activation.letter}
          slopeText={activation.slopeText}
          gamma={facts.gamma}
          colour={`var(--network-${cell})`}
          textSize={textSize}
          pointed={unit}
          shadedWords={cell === 'rnn_relu' ? 'off: slope 0' : 'saturated'}
        />
        {beyondWords.drawn && (
          <text className="lab-why-soft" x={upper.x} y={height - textSize * 0.3}>
            {beyondWords.drawn}
          </text>
        )}
        <Reach box={reach} onPoint={(at) => onPoint(at && nearest(geometry, at.x))} />
      </svg>
      <ReachSlider
        label="Unit to look at"
        value={unit ?? 1}
        valueText={words}
        min={1}
        max={hiddenSize}
        from={lower.x}
        to={lower.x + lower.width}
        top={lower.y + lower.height}
        onMove={onPoint}
        isQuiet
        onLeave={() => onPoint(null)}
      />
    </div>
  );
}

/** The unit whose dot stands nearest to an x. */
function nearest({ values }: ActivationCurve, x: number): number | null {
  let best: { unit: number; far: number } | null = null;
  for (const point of values) {
    const far = Math.abs(point.x - x);
    if (!best || far < best.far) best = { unit: point.unit, far };
  }
  return best && best.far < 40 ? best.unit : null;
}
