// All weights as small pictures, which move along with a training.
import { useMemo } from 'react';
import { plainText } from '../../../../engine/symbols/symbols.ts';
import type { Network } from '../../../../engine/network.ts';
import { Matrices } from '../../../draw/workshop/training/Matrices.tsx';
import { matricesLayout, type MatrixSize } from '../../../layout/workshop/training/matrices.ts';
import { formatNumber } from '../../../theme/format.ts';
import { FigureFrame, type FigurePlace } from '../../pages/FigureFrame.tsx';
import { largestOf } from './largest.ts';

interface Props {
  readonly network: Network;
  readonly parameters: Float64Array;
}

/** More than these have a row of their own. */
const fewMatrices = 8;

export function WeightsFigure({ network, parameters }: Props) {
  const largest = largestOf([parameters]);
  const { length } = network.program.parameters;
  const isWide = length > fewMatrices;
  return (
    <div className="training-weights" data-wide={isWide || undefined}>
      <FigureFrame title="Weights" name="training-weights" minHeight={isWide ? Math.ceil(length / 7) * 92 : 230} note={`${network.program.parameterCount.toLocaleString('en')} in all. Full colour: ${formatNumber(largest)}; blue is positive, orange negative.`}>
        {(place) => <Weights network={network} parameters={parameters} largest={largest} place={place} />}
      </FigureFrame>
    </div>
  );
}

function Weights({ network, parameters, largest, place }: Props & { readonly largest: number; readonly place: FigurePlace }) {
  const { width, height, textSize } = place;
  const layout = useMemo(() => {
    const sizes = network.program.parameters.map(({ symbol, rows, columns }): MatrixSize => ({ id: symbol, name: plainText(network, { symbol }), rows, columns }));
    return matricesLayout(sizes, { width, height, textSize });
  }, [network, width, height, textSize]);
  const values = useMemo(() => new Map(network.program.parameters.map(({ symbol, rows, columns, offset }) => [symbol, parameters.subarray(offset, offset + rows * columns)])), [network, parameters]);
  return <Matrices layout={layout} valuesOf={(id) => values.get(id) ?? new Float64Array()} largest={largest} size={place} description={`All weights as pictures; the largest is ${formatNumber(largest)} in size.`} />;
}
