// What the reader sees: the Jacobians from the step of the loss back to the opened one as small matrices with × between them, above what each is
// made of (the slopes, then W_hh), below the product so far and how far it still stretches.
import { Fragment } from 'react';
import type { JacobianProduct, PlacedStage } from '../../../layout/laboratory/jacobianProduct.ts';
import type { MatrixId, MatrixPlace } from '../../../layout/laboratory/matrixPlaces.ts';
import { formatNumber } from '../../../theme/format.ts';
import { PowerSpans } from './PowerSpans.tsx';
import { MatrixHeat } from './MatrixHeat.tsx';
import './factors.css';

/** The size that takes the full colour. */
export interface MatrixScales {
  readonly slopes: number;
  readonly weights: number;
  readonly local: number;
  /** Of the stage that stands so far from the left. */
  readonly product: (place: number) => number;
}

interface Props {
  readonly geometry: JacobianProduct;
  readonly size: number;
  readonly weights: Float64Array | null;
  /** The step of the loss. */
  readonly end: number;
  readonly scales: MatrixScales;
  readonly textSize: number;
  readonly pointed: MatrixPlace | null;
}

export function ProductRow({ geometry, size, weights, end, scales, textSize, pointed }: Props) {
  const { placed, rows } = geometry;
  const cellOf = (t: number, matrix: MatrixId): number | null => (pointed?.t === t && pointed.matrix === matrix ? pointed.cell : null);
  const square = { rows: size, columns: size, hasNumbers: geometry.hasNumbers, textSize };
  return (
    <g className="lab-product">
      {placed.map((each, k) => {
        const { stage, x, slopes, local, product } = each;
        return (
          <Fragment key={stage.t}>
            <Joint each={each} isFirst={k === 0} textSize={textSize} />
            <text className="lab-product-step" x={x} y={textSize * 1.2}>
              t = {stage.t}
            </text>
            {slopes && stage.slopes && each.weights && weights && (
              <g>
                {k === 0 && (
                  <text className="lab-why-soft" x={x} y={rows.parts ?? 0}>
                    slopes φ′, then W_hh
                  </text>
                )}
                <MatrixHeat {...square} box={slopes} rows={size} columns={1} hasNumbers={false} values={stage.slopes} largest={scales.slopes} pointed={cellOf(stage.t, 'slopes')} />
                <MatrixHeat {...square} box={each.weights} values={weights} largest={scales.weights} pointed={cellOf(stage.t, 'weights')} />
              </g>
            )}
            <text className="lab-why-soft" x={x} y={rows.local}>
              {k === 0 ? 'their product J' : 'J'}, norm {formatNumber(stage.localNorm)}
            </text>
            <MatrixHeat {...square} box={local} values={stage.local} largest={scales.local} pointed={cellOf(stage.t, 'local')} />
            <text className="lab-why-soft" x={x} y={rows.product}>
              {k === 0 ? 'product so far' : `J${end} ⋯ J${stage.t}`}
            </text>
            <MatrixHeat {...square} box={product} values={stage.product} largest={scales.product(k)} pointed={cellOf(stage.t, 'product')} />
            <text className="lab-why-strong" x={product.x} y={product.y + product.height} dy="1.4em">
              norm <PowerSpans text={formatNumber(stage.productNorm)} />
            </text>
          </Fragment>
        );
      })}
    </g>
  );
}

/** × between neighbours; in words where steps are left out. */
function Joint({ each, isFirst, textSize }: { readonly each: PlacedStage; readonly isFirst: boolean; readonly textSize: number }) {
  const { local, joint, skipped } = each;
  const y = local.y + local.height / 2;
  if (skipped > 0) {
    return (
      <text className="lab-product-skipped" x={joint} y={y} textAnchor="middle" transform={`rotate(-90 ${joint} ${y})`} dy="0.35em">
        … {skipped} {skipped === 1 ? 'step' : 'steps'} …
      </text>
    );
  }
  return isFirst ? null : (
    <text className="lab-product-times" x={joint} y={y} dy="0.35em" textAnchor="middle" fontSize={textSize * 1.3}>
      ×
    </text>
  );
}
