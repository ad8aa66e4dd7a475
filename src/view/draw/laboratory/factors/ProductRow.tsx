// What the reader sees: the Jacobians from the step of the loss back to the opened one as small matrices with × between them, above what each is
// made of (the slopes, then W_hh), below the product so far and how far it still stretches.
import { Fragment } from 'react';
import type { JacobianProduct, PlacedStage } from '../../../layout/laboratory/jacobianProduct.ts';
import type { MatrixId, MatrixPlace } from '../../../layout/laboratory/matrixPlaces.ts';
import { formatNumber } from '../../../theme/format.ts';
import { MatrixHeat } from '../../plot/MatrixHeat.tsx';
import { Spans } from '../../plot/Spans.tsx';
import './factors.css';

/** The size that takes the full colour. */
interface MatrixScales {
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
  /** Whether the product is that of these matrices alone; an LSTM's has what came along c, too. */
  readonly isWhole: boolean;
  /** The step of the loss. */
  readonly end: number;
  readonly scales: MatrixScales;
  readonly textSize: number;
  readonly pointed: MatrixPlace | null;
}

export function ProductRow({ geometry, size, weights, isWhole, end, scales, textSize, pointed }: Props) {
  const { placed, rows } = geometry;
  const cellOf = (t: number, matrix: MatrixId): number | null => (pointed?.t === t && pointed.matrix === matrix ? pointed.cell : null);
  const first = placed[0]?.x ?? 0;
  const square = { rows: size, columns: size, hasNumbers: geometry.hasNumbers, textSize };
  return (
    <g className="lab-product">
      {rows.parts !== null && (
        <text className="lab-why-axis-title" x={first} y={rows.parts}>
          <Spans text="slopes φ′ beside W_hh" />
        </text>
      )}
      <text className="lab-why-axis-title" x={first} y={rows.local}>
        {rows.parts !== null ? 'together: the Jacobian J of each step' : isWhole ? 'Jacobian of each step' : 'Jacobian of each step, h alone'}
      </text>
      <text className="lab-why-axis-title" x={first} y={rows.product}>
        {isWhole ? 'their product so far' : 'product so far, with what comes along c'}, from t = {end} on
      </text>
      {placed.map((each, k) => {
        const { stage, x, slopes, local, product } = each;
        return (
          <Fragment key={stage.t}>
            <Joint each={each} sign={k === 0 ? '' : isWhole ? '×' : '→'} textSize={textSize} />
            <text className="lab-product-step" x={x} y={textSize}>
              t = {stage.t}
            </text>
            {slopes && stage.slopes && each.weights && weights && (
              <g>
                <MatrixHeat {...square} box={slopes} rows={size} columns={1} hasNumbers={false} values={stage.slopes} largest={scales.slopes} pointed={cellOf(stage.t, 'slopes')} />
                <MatrixHeat {...square} box={each.weights} values={weights} largest={scales.weights} pointed={cellOf(stage.t, 'weights')} />
              </g>
            )}
            <MatrixHeat {...square} box={local} values={stage.local} largest={scales.local} pointed={cellOf(stage.t, 'local')} />
            <text className="lab-why-soft" x={local.x} y={local.y + local.height} dy="1.25em">
              norm <Spans text={formatNumber(stage.localNorm)} />
            </text>
            <MatrixHeat {...square} box={product} values={stage.product} largest={scales.product(k)} pointed={cellOf(stage.t, 'product')} />
            <text className="lab-why-strong" x={product.x} y={product.y + product.height} dy="1.25em">
              norm <Spans text={formatNumber(stage.productNorm)} />
            </text>
          </Fragment>
        );
      })}
    </g>
  );
}

/** A sign between neighbours; words where steps are left out. */
function Joint({ each, sign, textSize }: { readonly each: PlacedStage; readonly sign: string; readonly textSize: number }) {
  const { local, joint, skipped } = each;
  const y = local.y + local.height / 2;
  if (skipped > 0) {
    return (
      <text className="lab-product-skipped" x={joint} y={y} textAnchor="middle" transform={`rotate(-90 ${joint} ${y})`} dy="0.35em">
        … {skipped} {skipped === 1 ? 'step' : 'steps'} …
      </text>
    );
  }
  return sign === '' ? null : (
    <text className="lab-product-times" x={joint} y={y} dy="0.35em" textAnchor="middle" fontSize={textSize * 1.3}>
      {sign}
    </text>
  );
}
