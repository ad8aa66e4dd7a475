// Where states, input and output pass the border of an opened cell: their letters, or PyTorch's names of them.
import { arrivalSymbol } from '../../../engine/clock/ways.ts';
import { slotIndex } from '../../../engine/network.ts';
import { plainText, plainValue } from '../../../engine/symbols/symbols.ts';
import { unmarked } from '../../../engine/symbols/letters.ts';
import { portId } from '../../layout/inside/dataflow.ts';
import type { InsideLayout, PlacedPort } from '../../layout/inside/types.ts';
import { bottom, centre, right } from '../../layout/rect.ts';
import { SymbolText } from '../score/SymbolText.tsx';
import type { InsideView } from './insideView.ts';

interface PortsProps {
  readonly view: InsideView;
  readonly layout: InsideLayout;
  /** Whether PyTorch's names stand beside the letters. */
  readonly areNamed: boolean;
  readonly hasLetters: boolean;
}

export function Ports({ view, layout, areNamed, hasLetters }: PortsProps) {
  if (!hasLetters) return null;
  return (
    <g aria-hidden="true">
      {layout.ports.map((placed) => (
        <PortName key={`${placed.port.kind} ${placed.port.slot}`} view={view} layout={layout} placed={placed} areNamed={areNamed} />
      ))}
    </g>
  );
}

interface PortNameProps extends Omit<PortsProps, 'hasLetters'> {
  readonly placed: PlacedPort;
}

function PortName({ view, layout, placed, areNamed }: PortNameProps) {
  const { scene, t } = view;
  const { network, trace } = scene;
  const { port, x, y, vector } = placed;
  const size = 11.5 * Math.max(layout.scale, 0.8);
  const away = layout.isMirrored ? -1 : 1;
  if (port.kind === 'input') {
    const { axis = 0 } = network.program.slots[port.slot] ?? {};
    const picked = pickedColumn(view, axis);
    const words = vector ? plainValue(network, port.slot, t) : `“${scene.tokens[axis][t - 1] ?? ''}”${picked > 0 ? `, column ${picked}` : ''}`;
    const isLeft = vector !== null || x + 7 + words.length * size * 0.62 > right(layout.rect);
    return (
      <text className="inside-input" x={vector ? vector.x - 5 : x + (isLeft ? -7 : 7)} y={bottom(layout.rect) - 6} fontSize={size} textAnchor={isLeft ? 'end' : 'start'}>
        {words}
      </text>
    );
  }
  const value = view.valueOf(port.slot, port.kind === 'before' ? 'previous' : 'now');
  if (port.kind === 'before') {
    if (!vector) return null;
    const isBack = vector.lanes === 1 && view.isBackward && view.step?.isCut !== true && scene.read({ symbol: arrivalSymbol(value.symbol, 'next'), t: value.t, unit: 1 }) !== null;
    const isOwn = view.step?.previousChain === view.chain;
    const plain = isOwn ? plainValue(network, slotIndex(network.program, value.symbol), value.t) : plainText(network, value);
    const shown = isBack ? `∂L/∂${plain}` : plain;
    // A long name begins at the border.
    const half = (shown.length * size * 0.57) / 2;
    const middleX = layout.isMirrored ? Math.min(centre(vector), right(layout.rect) - half - 2) : Math.max(centre(vector), layout.rect.x + half + 2);
    return <SymbolText plain={shown} size={size} className={`inside-letter ${isBack ? 'is-gradient' : ''}`} x={middleX} y={vector.y - 5 * layout.scale} />;
  }
  if (port.kind === 'out') {
    // On the side from which its line does not come.
    const line = layout.edges.find(({ edge }) => edge.to === portId(port))?.points ?? [];
    const [before, turn] = [line.at(-3), line.at(-2)];
    const isBent = turn !== undefined && turn[1] < y + 14 * layout.scale;
    const comesFromLeft = isBent && before ? before[0] < x : away < 0;
    return <text className="inside-port" x={x + (comesFromLeft ? 6 : -6)} y={y + 11 * layout.scale} fontSize={size * 0.88} textAnchor={comesFromLeft ? 'start' : 'end'}>{areNamed ? 'output' : 'to the output'}</text>;
  }
  if (!areNamed || !isLast(view, trace.steps.length)) return null;
  // Below its line, as the output leaves it upwards.
  return <SymbolText plain={`${unmarked(value.symbol).bare}_n`} size={size} className="inside-port is-middle" x={x - 14 * away * layout.scale} y={y + 9 * layout.scale + size * 0.8} />;
}

/** Whether no step of the chain goes on from this one: its states are what PyTorch calls h_n, c_n. */
function isLast({ scene, chain, step }: InsideView, count: number): boolean {
  for (let k = count - 1; k >= 0; k--) {
    const each = scene.trace.steps[k];
    if (each?.chain === chain) return each === step;
  }
  return false;
}

/** Which column of its matrices a word picks, from 1; 0 where there is no word. */
function pickedColumn({ scene, t }: InsideView, axis: 0 | 1): number {
  const { inputs, decoderInputs } = scene.trace.example;
  const read = axis === 0 ? inputs : decoderInputs;
  return read?.kind === 'one-hot' ? (read.indices[t - 1] ?? -1) + 1 : 0;
}
