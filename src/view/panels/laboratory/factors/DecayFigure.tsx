// The figure of the decay: what was measured, the product of Jacobians, and the bound, from the step of the loss back.
import { useMemo } from 'react';
import { LinesPlot, type LineLook } from '../../../draw/plot/LinesPlot.tsx';
import { Reach } from '../../../draw/laboratory/factors/Reach.tsx';
import { Sentence } from '../../../draw/laboratory/factors/Sentence.tsx';
import { decayLines, type DecayLineId } from '../../../layout/laboratory/decayLines.ts';
import { linesPlot } from '../../../layout/linesPlot.ts';
import { formatNumber } from '../../../theme/format.ts';
import { boundNumber } from '../../gradient/flowWords.ts';
import { FigureFrame, type FigurePlace } from '../../pages/FigureFrame.tsx';
import { inTurn } from '../../pages/inTurn.tsx';
import { powerText } from '../powers.ts';
import type { StepsShared } from './BarsFigure.tsx';
import type { ShownFactors } from './shown.ts';
import { boundSentence } from './words.ts';

const looks: Readonly<Record<DecayLineId, LineLook>> = {
  gradient: { colour: 'var(--role-gradient)' },
  product: { colour: 'var(--ink)', dashes: '2 3' },
  bound: { colour: 'var(--danger)', dashes: '8 5' },
};

/** Whether σ_max·γ bounds it: for a cell with one activation and one matrix. */
const hasBound = ({ activation }: ShownFactors): boolean => activation !== null;

export const DecayFigure = inTurn(function DecayFigure(props: StepsShared) {
  const { shown, pointed } = props;
  const opened = Math.min(props.opened, shown.p);
  const words = placeWords(shown, (pointed ?? opened) - 1);
  return (
    <FigureFrame title="What is left on the way back, and what the bound allows" name="decay" minHeight={270} note={<span className="lab-why-note"><Sentence text={pointed === null && hasBound(shown) ? boundSentence(shown.answer, shown.p) : words} /></span>}>
      {(place) => <Drawing {...props} {...place} opened={opened} words={words} />}
    </FigureFrame>
  );
});

function placeWords(shown: ShownFactors, k: number): string {
  const { answer, p } = shown;
  const { gradient, product, facts } = answer;
  if (k > p) return `k = ${k}: no gradient comes here, the loss stands before it.`;
  const bound = hasBound(shown) ? `, the bound ${powerText((p - k) * Math.log10(facts.stretch * facts.gamma))}` : '';
  const left = Math.log10(gradient[k] ?? NaN) - Math.log10(gradient[p] ?? NaN);
  return `h at k = ${k}, ${p - k} ${p - k === 1 ? 'step' : 'steps'} back: ${powerText(left)} of the gradient is left; the product of Jacobians stretches by ${formatNumber(product[k] ?? NaN)}${bound}.`;
}

function Drawing({ shown, opened, pointed, onPoint, onOpen, width, height, textSize, words }: StepsShared & FigurePlace & { readonly words: string }) {
  const { answer, p } = shown;
  const { gradient, product, facts } = answer;
  const bound = hasBound(shown) ? facts.stretch * facts.gamma : null;
  const T = gradient.length - 1;
  const geometry = useMemo(() => {
    const isWide = width > 560;
    const names = {
      bound: bound === null ? '' : isWide ? `bound: × ${boundNumber(bound)} a step` : 'bound',
      product: isWide ? 'actual product of the Jacobians' : 'product',
      gradient: isWide ? 'gradient, measured' : 'gradient',
    };
    return linesPlot({
      lines: decayLines({ gradient, product, bound, p, names }),
      along: { kind: 'linear', from: 0, to: T, title: 'state h after step k', isWhole: true },
      height: null,
      heightTitle: `part of what is at k = ${p}`,
      size: { width, height, textSize },
    });
  }, [gradient, product, bound, p, T, width, height, textSize]);
  const stepAt = (x: number): number => Math.min(T, Math.max(1, Math.ceil(geometry.valueAt(x))));
  const { box } = geometry;
  const marked = (pointed ?? opened) - 1;
  return (
    <div className="lab-why-figure">
      <svg width={width} height={height} fontSize={textSize} role="img" aria-label={`What is left of the gradient on its way back. ${words}`}>
        <LinesPlot geometry={geometry} looks={looks} marked={marked} />
        <Reach box={box} onPoint={(at) => onPoint(at && stepAt(at.x))} onOpen={(at) => onOpen(stepAt(at.x))} />
      </svg>
    </div>
  );
}
