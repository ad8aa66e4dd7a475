// What bounds the gradient on its way, beside the plot: the size of the recurrent weights where there is one matrix, which can be changed;
// and the gate on a state's straight road, where it has one.
import { recurrentOf } from '../../../engine/gradient/paths.ts';
import { plainText } from '../../../engine/symbols/symbols.ts';
import { formatNumber } from '../../theme/format.ts';
import { ScaleControl } from './ScaleControl.tsx';
import type { Flow, FlowLine } from './useFlow.ts';

interface Props {
  readonly flow: Flow;
  readonly line: FlowLine;
  /** A drag begins: nothing has been changed by it yet. */
  readonly onBegin: () => void;
  readonly onEnd: () => void;
}

export function BoundControls({ flow: { network, gamma }, line, onBegin, onEnd }: Props) {
  const { path, stretches, road } = line;
  return (
    <>
      {path.chains.map((chain, k) => {
        const stretch = stretches[k] ?? null;
        const parameter = network.program.parameters[recurrentOf(network, chain)[0] ?? -1];
        if (stretch === null || !parameter) return null;
        const name = plainText(network, { symbol: parameter.symbol });
        return <ScaleControl key={chain} symbol={parameter.symbol} name={name} sigma={stretch} gamma={gamma} hasManyLosses={line.lastLoss !== null} onBegin={onBegin} onEnd={onEnd} />;
      })}
      {stretches.includes(null) && (
        <p className="controls-words">
          No single matrix bounds this way: what one step back multiplies by depends on the gates at that step.
          {road && (
            <>
              {' '}
              Straight along {line.name}, unit by unit, it is the gate {road.gate}: in this sequence from {formatNumber(road.low)} to {formatNumber(road.high)}.
              A gate near 1 lets the gradient pass unchanged.
            </>
          )}
        </p>
      )}
    </>
  );
}
