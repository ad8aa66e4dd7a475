// The figure of an opened step: the Jacobians from the loss back to it, matrix by matrix, each of which can be pointed at.
import { useMemo, useState } from 'react';
import type { QuestionOf } from '../../../../engine/laboratory/questions.ts';
import { ProductRow } from '../../../draw/laboratory/factors/ProductRow.tsx';
import { Sentence } from '../../../draw/laboratory/factors/Sentence.tsx';
import { jacobianProduct, largestOf } from '../../../layout/laboratory/jacobianProduct.ts';
import { matrixMove, matrixPlaceAt, type MatrixPlace } from '../../../layout/laboratory/matrixPlaces.ts';
import { Segmented } from '../../controls/Segmented.tsx';
import { FigureFrame, type FigurePlace } from '../../pages/FigureFrame.tsx';
import { inTurn } from '../../pages/inTurn.tsx';
import type { PublishedSet } from '../hooks.ts';
import { isWhole } from './BarsFigure.tsx';
import { cellWords, productWords, type Product } from './productWords.ts';

type Set = PublishedSet<{ readonly product: QuestionOf<'product'> }>;

interface Props {
  /** Of the opened step: the product goes back over it, to the state before. */
  readonly shown: Set;
}

export const ProductFigure = ({ set }: { readonly set: Set | null }) => set && <Figure shown={set} />;

type Scale = 'shared' | 'own';

const Figure = inTurn(function Figure({ shown: set }: Props) {
  const [scale, setScale] = useState<Scale>('shared');
  const [pointed, setPointed] = useState<MatrixPlace | null>(null);
  const answer = set.answers.product;
  const { k, setup: shown } = set.questions.product;
  const p = shown.sequence.lossAt;
  const whole = isWhole(shown.network.cell);
  if (!answer) return <p role="alert">{set.problems.product}</p>;
  return (
    <FigureFrame
      title={p - k === 1 ? `The Jacobian of step ${p}` : `The ${p - k} Jacobians from step ${p} back over step ${k + 1}, multiplied out`}
      name="product-of-jacobians"
      minHeight={heightOf(answer)}
      note={
        <div className="lab-why-words">
          <span className="lab-why-note" aria-live="polite">
            <Sentence text={pointed ? cellWords(answer, p, pointed) : productWords(answer, p, k, whole)} />
          </span>
          <Segmented
            label="Colours of the products"
            choices={[
              { value: 'shared', label: 'on one scale' },
              { value: 'own', label: 'each on its own' },
            ]}
            value={scale}
            onChange={setScale}
          />
        </div>
      }
    >
      {(place) => <Drawing answer={answer} p={p} isWhole={whole} scale={scale} pointed={pointed} onPoint={setPointed} {...place} />}
    </FigureFrame>
  );
});

/** Pixels: with numbers in the cells, as many as they need. */
function heightOf({ size, weights }: Product): number {
  const rows = weights ? 3 : 2;
  return (weights ? 150 : 120) + rows * (size <= 4 ? Math.max(60, 37 * size) : 110);
}

interface DrawingProps extends FigurePlace {
  readonly answer: Product;
  readonly p: number;
  readonly isWhole: boolean;
  readonly scale: Scale;
  readonly pointed: MatrixPlace | null;
  readonly onPoint: (place: MatrixPlace | null) => void;
}

function Drawing({ answer, p, isWhole: whole, scale, pointed, onPoint, width, height, textSize }: DrawingProps) {
  const { stages, size, weights } = answer;
  const geometry = useMemo(
    () => jacobianProduct({ stages, size, hasParts: weights !== null, width, height, textSize }),
    [stages, size, weights, width, height, textSize],
  );
  const scales = useMemo(() => {
    const products = geometry.placed.map(({ stage }) => largestOf([stage.product]));
    return {
      slopes: 1,
      weights: weights ? largestOf([weights]) : 0,
      local: largestOf(geometry.placed.map(({ stage }) => stage.local)),
      product: (stage: number) => (scale === 'own' ? (products[stage] ?? 0) : Math.max(...products)),
    };
  }, [geometry, weights, scale]);
  // A place of an earlier, longer row is no place any more.
  const here = pointed && pointed.cell < size * size && geometry.placed.some(({ stage }) => stage.t === pointed.t) ? pointed : null;
  return (
    <div className="lab-why-figure">
      <svg width={width} height={height} fontSize={textSize} role="img" aria-label="Small matrices: slopes and weights, local Jacobians, and their product so far">
        <ProductRow geometry={geometry} size={size} weights={weights} isWhole={whole} end={p} scales={scales} textSize={textSize} pointed={here} />
      </svg>
      {/* The matrices are one thing for the keyboard: arrows move over the numbers of all of them. */}
      <button
        type="button"
        className="lab-product-reach"
        aria-label={`Numbers of the matrices. Arrow keys move over them.${here ? ` ${cellWords(answer, p, here)}` : ''}`}
        onKeyDown={(event) => {
          if (event.ctrlKey || event.metaKey || event.altKey) return;
          const next = matrixMove(geometry, size, here, event.key);
          if (!next) return;
          event.preventDefault();
          event.stopPropagation();
          onPoint(next);
        }}
        onBlur={() => onPoint(null)}
        onPointerMove={(event) => {
          const { left, top } = event.currentTarget.getBoundingClientRect();
          onPoint(matrixPlaceAt(geometry, size, event.clientX - left, event.clientY - top));
        }}
        onPointerLeave={() => onPoint(null)}
      />
    </div>
  );
}
