// PyTorch's names at the last step of each chain, on request: what a recurrent layer gives back as `output`, h_n, c_n.
import { StepIndex } from '../../../engine/topology/stepIndex.ts';
import { portsOf } from '../../anatomy/ports.ts';
import { columnView } from './geometry.ts';
import type { Paint } from './paint.ts';
import { SymbolText } from './SymbolText.tsx';

const size = 10.5;
/** From a name to the arrow that leaves its box in the middle. */
const aside = 6;

export function PortLabels({ paint }: { readonly paint: Paint }) {
  const { scene, layout } = paint;
  const { network, trace } = scene;
  const { chains, slots } = network.program;
  const index = StepIndex.of(trace.steps);
  const { visible, places, folding } = layout;
  return (
    <g aria-hidden="true" opacity={1 - folding.columns}>
      {chains.flatMap(({ axis, states }, chain) => {
        const row = index.rowsOf(chain).at(-1) ?? 0;
        const at = row > 0 ? places.indexOf(axis, row) : 0;
        if (at < visible.from || at > visible.to) return [];
        const column = columnView(paint, at);
        return states.map((slot) => {
          const symbol = slots[slot]?.symbol ?? '';
          const box = column.boxes[scene.anatomy.staveOf(slot)];
          const names = portsOf(network, trace.steps, { symbol, t: row }).join(', ');
          return box && <SymbolText key={slot} plain={names} size={size} className="score-port" x={box.x + box.width / 2 - aside} y={box.y - 4} />;
        });
      })}
    </g>
  );
}
