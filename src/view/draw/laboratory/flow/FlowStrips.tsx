// The strips below the flow plot: a row of cells a network, with its name at the left.
import type { CellMark, Strip } from '../../../layout/laboratory/flowStrips.ts';
import { colourOf } from './markers.ts';

interface Props {
  readonly strips: readonly Strip[];
  readonly names: readonly string[];
}

const signs: Readonly<Record<CellMark, string>> = { zero: '0', exploded: '▲', overflow: '∞' };
const kinds: readonly CellMark[] = ['zero', 'exploded', 'overflow'];

export function FlowStrips({ strips, names }: Props) {
  return strips.map((strip, k) => (
    <g key={strip.id} className="lab-flow-strip" data-dense={strip.isDense || undefined} style={{ color: colourOf(strip.id) }}>
      <text className="lab-flow-strip-name" x={strip.x - 8} y={strip.y + strip.height / 2} dy="0.35em" textAnchor="end">
        {names[k]}
      </text>
      {strip.cells.map(({ ink, path }) => (
        <path key={ink} d={path} fillOpacity={ink} />
      ))}
      {strip.bars && <path className="lab-flow-strip-bars" d={strip.bars} />}
      {kinds.map((kind) => strip.marks[kind].length > 0 && (
        // One text with a place for each of its signs.
        <text key={kind} className="lab-flow-strip-mark" data-kind={kind} x={strip.marks[kind].join(' ')} y={strip.y + strip.height / 2} dy="0.35em" textAnchor="middle">
          {signs[kind].repeat(strip.marks[kind].length)}
        </text>
      ))}
      {strip.isDense && <rect className="lab-flow-strip-frame" x={strip.x} y={strip.y} width={strip.width} height={strip.height} />}
    </g>
  ));
}
