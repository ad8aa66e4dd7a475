// The names of the rows at the left: the words of the vocabulary, and the names of the outputs.
import { rowForText, rowY, type Stave } from '../../layout/staves.ts';
import type { Paint } from './paint.ts';
import { PlaceText } from './PlaceText.tsx';

export function RowNames({ paint }: { readonly paint: Paint }) {
  const { scene, layout } = paint;
  const { staves, gutter, spec, isPinned } = layout;
  const { inputs } = scene.trace.example;
  const hot = inputs.kind === 'one-hot' ? inputs.indices[spec.current - 1] : undefined;
  const room = isPinned ? 84 : 62;
  const last = layout.column(spec.T);
  const outputRight = spec.isReadAtEnd ? (spec.fold >= 1 ? layout.column(spec.current).output.x : last.output.x) - 8 : gutter;
  // Names step back while columns and matrices pass.
  const opacity = Math.max(1 - 3 * spec.fold, 3 * spec.fold - 2, 0);
  return (
    <g className="score-names" opacity={opacity < 1 ? opacity : undefined}>
      <Names stave={staves.inputs} names={scene.words} only={hot} right={gutter} room={room} />
      {(spec.fold < 1 || !spec.isReadAtEnd || spec.current === spec.T) && <Names stave={staves.outputs} names={scene.outputs} right={outputRight} room={room} />}
    </g>
  );
}

interface NamesProps {
  readonly stave: Stave;
  readonly names: readonly string[];
  /** The row that keeps its name where there is no room for all, 0-based. */
  readonly only?: number | undefined;
  readonly right: number;
  readonly room: number;
}

function Names({ stave, names, only, right, room }: NamesProps) {
  const hasRoom = stave.row >= rowForText;
  const size = hasRoom ? Math.min(12, stave.row * 0.82) : 11.5;
  const middle = (row: number): number => rowY(stave, row) + stave.cell / 2 + size * 0.35;
  if (!hasRoom) {
    const name = only === undefined ? undefined : names[only];
    return name === undefined || only === undefined ? null : <PlaceText className="score-name is-hot" x={right} y={middle(only)} room={room} size={size} text={name} anchor="end" isMono />;
  }
  return (
    <>
      {names.slice(0, stave.rows).map((name, row) => (
        <PlaceText key={row} className={`score-name ${row === only ? 'is-hot' : ''}`} x={right} y={middle(row)} room={room} size={size} text={name} anchor="end" isMono />
      ))}
    </>
  );
}
