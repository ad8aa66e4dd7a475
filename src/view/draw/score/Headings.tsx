// What the two halves of the score are called, and what values the full colours stand for.
import { plainText } from '../../../engine/symbols/symbols.ts';
import { mix } from '../../layout/rect.ts';
import { formatShort } from '../../theme/format.ts';
import { isPairedIn } from './geometry.ts';
import type { Paint } from './paint.ts';

export function Headings({ paint }: { readonly paint: Paint }) {
  const { layout, scene, ranges, state } = paint;
  const { staves, isPinned, left, spec, pitch } = layout;
  const fold = layout.folding.columns;
  const x = isPinned ? left : layout.model.axis + layout.model.width / 2;
  const long = spec.width - x > 520;
  const isPair = isPairedIn(paint);
  const range = (symbol: string, t?: number): string => `${plainText(scene.network, { symbol, t }).replace(/[₀-₉]+$/, '')} ±${formatShort(ranges.of(symbol))}`;
  return (
    <g>
      <text className="score-heading" x={mix(isPinned ? 24 : layout.model.axis - 50, layout.model.cellBox.x, layout.folding.model)} y={staves.heading}>
        MODEL<tspan className="score-heading-words"> · one cell</tspan>
      </text>
      <g opacity={1 - fold}>
        <text className="score-heading" x={x + (isPinned ? 24 : 8)} y={staves.heading}>
          COMPUTATION{long && <tspan className="score-heading-words"> · the same cell, unrolled over the sentence</tspan>}
        </text>
      </g>
      {spec.width - left > 760 && (
        <text className="score-range" x={spec.width - 16} y={staves.heading} opacity={1 - fold}>
          {`full colour at ${range(state, 1)}${isPair ? ` · ${range(`d${state}`, 1)}` : ''}${scene.moment?.phase === 'backward' ? ` · ${range('sum_dW_hh').replace(/^.* /, '∂L/∂W ')}` : ''}`}
          {pitch.level === 'strips' ? ` · ${spec.T} steps` : ''}
        </text>
      )}
    </g>
  );
}
