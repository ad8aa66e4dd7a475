// What the parts of the score are called, and what values the full colours stand for.
import { plainText } from '../../../engine/symbols/symbols.ts';
import { unmarked } from '../../../engine/symbols/letters.ts';
import { mix } from '../../layout/rect.ts';
import { formatShort } from '../../theme/format.ts';
import { isPairedIn, type Paint } from './paint.ts';

export function Headings({ paint }: { readonly paint: Paint }) {
  const { layout, scene } = paint;
  const { staves, isPinned, left, spec, sections } = layout;
  const { chains } = scene.network.program;
  const fold = layout.folding.columns;
  // While a cell opens, the model's heading goes out with it.
  const isGone = layout.opened >= 1 && layout.folding.model <= 0;
  const model = layout.folding.model > 0 ? 1 : Math.max(0, 1 - 2 * layout.opened);
  const x = isPinned ? left : layout.model.axis + layout.model.width / 2;
  const long = spec.width - x > 520;
  const isSplit = sections.length > 1;
  const cells = chains.length === 1 ? 'one cell' : `${chains.length} cells`;
  return (
    <g>
      {!isGone && <text className="score-heading" opacity={model < 1 ? model : undefined} x={mix(isPinned ? 24 : layout.model.axis - 50, layout.model.cellBox.x, layout.folding.model)} y={staves.heading}>
        MODEL<tspan className="score-heading-words"> · {cells}</tspan>
      </text>}
      <g opacity={1 - fold}>
        {isSplit ? (
          sections.map(({ axis, left: start, from }) => (
            <text key={axis} className="score-heading" x={Math.max(start, x + (from === 1 ? 24 : 140)) } y={staves.heading}>
              {(chains.find((chain) => chain.axis === axis)?.id ?? '').toUpperCase()}
              {long && <tspan className="score-heading-words">{axis === 0 ? ' · reads' : ' · writes'}</tspan>}
            </text>
          ))
        ) : (
          <text className="score-heading" x={x + (isPinned ? 24 : 8)} y={staves.heading}>
            COMPUTATION{long && <tspan className="score-heading-words"> · {unrolledWords(layout.places.count, chains.length)}</tspan>}
          </text>
        )}
      </g>
      {spec.width - left > 760 && !isSplit && (
        <text className="score-range" x={spec.width - 16} y={staves.heading} opacity={1 - fold}>
          {rangeWords(paint)}
        </text>
      )}
    </g>
  );
}

function unrolledWords(steps: number, cells: number): string {
  if (steps === 1) return 'one step';
  return cells > 1 ? 'the same cells, unrolled both ways' : 'the same cell, unrolled over the sentence';
}

function rangeWords(paint: Paint): string {
  const { scene, layout, ranges } = paint;
  const { network, anatomy } = scene;
  const letters = anatomy.staves.filter(({ kind, track }) => kind === 'state' && track === 0).map(({ slots }) => network.program.slots[slots[0][0] ?? -1]?.symbol ?? '');
  const range = (symbol: string): string => `${plainText(network, { symbol: symbol, t: undefined }).replace(`${unmarked(symbol).chain} `, '')} ±${formatShort(ranges.of(symbol))}`;
  const states = letters.flatMap((symbol) => (isPairedIn(paint) ? [symbol, `d${symbol}`] : [symbol]));
  return [`full colour at ${states.map(range).join(' · ')}`, ...(layout.level === 'strips' ? [`${layout.places.count} steps`] : [])].join(' · ');
}
