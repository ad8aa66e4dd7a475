// The names of the rows at the left of each sequence: words of the vocabulary or features, outputs, directions. Where the columns are scrolled, they stay at the edge.
import { inputsOf } from '../../../engine/run/sequences.ts';
import { rowForText, rowY } from '../../layout/score/staves.ts';
import type { Rows, Section } from '../../layout/score/types.ts';
import { headOf } from './letters.ts';
import type { Paint } from './paint.ts';
import { PlaceText } from './PlaceText.tsx';
import { SymbolText } from './SymbolText.tsx';

export function RowNames({ paint }: { readonly paint: Paint }) {
  const { scene, layout } = paint;
  const { staves, spec, isPinned, sections } = layout;
  const room = isPinned ? 84 : 62;
  // Folded, only the column in view is left.
  const shown = sections.filter(({ from, to }) => layout.folding.columns < 1 || (spec.current >= from && spec.current <= to));
  const answerAxis = scene.network.program.slots[scene.anatomy.answer]?.axis ?? 0;
  // Names step back while columns and matrices pass.
  const opacity = Math.max(1 - 3 * spec.fold, 3 * spec.fold - 2, 0);
  // An open cell needs their room: only the one output of a sequence, which has none beside it, keeps its names.
  const hasRoom = layout.opened < 0.5;
  return (
    <g className="score-names" opacity={opacity < 1 ? opacity : undefined}>
      {shown.map((section) => {
        const { axis } = section;
        const inputs = staves.byId['inputs']?.by[axis];
        const outputs = staves.byId['outputs']?.by[axis];
        const place = stuckAt(paint, section, room);
        if (!place) return null;
        return (
          <g key={axis}>
            {hasRoom && place.isStuck && inputs && <rect className="score-names-ground" x={place.right - room - 4} y={inputs.y} width={room + 8} height={inputs.height} rx={4} aria-hidden="true" />}
            {hasRoom && inputs && <Names rows={inputs} names={scene.words[axis]} only={hotRow(paint, section)} right={place.right} room={room} />}
            {(hasRoom || layout.onlyOutput > 0) && outputs && axis === answerAxis && <OutputNames paint={paint} rows={outputs} right={place.right} isStuck={place.isStuck} room={room} />}
          </g>
        );
      })}
      {spec.fold < 1 && <StaveNames paint={paint} />}
    </g>
  );
}

/** Where names end: at the first column, or at the edge of the window while that is scrolled away; null where none of the sequence is seen. */
function stuckAt({ layout }: Paint, { gutter, right, left }: Section, room: number): { right: number; isStuck: boolean } | null {
  const edge = layout.left + room + 6;
  if (layout.folding.columns > 0 || gutter >= edge) return left < layout.spec.width || layout.folding.columns > 0 ? { right: gutter, isStuck: false } : null;
  return right < edge + 20 ? null : { right: edge, isStuck: true };
}

function hotRow({ scene, layout }: Paint, { axis, from, to }: Section): number | undefined {
  const { current } = layout.spec;
  const read = inputsOf(scene.trace.example, axis);
  if (read?.kind !== 'one-hot' || current < from || current > to) return undefined;
  const row = read.indices[layout.places.place(current).row - 1] ?? -1;
  return row < 0 ? undefined : row;
}

/** At the left of the outputs: of the only one, where there is but one. */
function OutputNames({ paint, rows, right, isStuck, room }: { readonly paint: Paint; readonly rows: Rows; readonly right: number; readonly isStuck: boolean; readonly room: number }) {
  const { layout, scene } = paint;
  const { spec, onlyOutput } = layout;
  if (onlyOutput > 0) {
    const isFolded = spec.fold >= 1;
    if (isFolded && spec.current !== onlyOutput) return null;
    const box = layout.column(onlyOutput).boxes['outputs'];
    return box ? <Names rows={rows} names={scene.outputs} right={box.x - 8} room={room} /> : null;
  }
  return (
    <>
      {isStuck && <rect className="score-names-ground" x={right - room - 4} y={rows.y} width={room + 8} height={rows.height} rx={4} aria-hidden="true" />}
      <Names rows={rows} names={scene.outputs} right={right} room={room} />
    </>
  );
}

/** Which way a track runs, where there are two; and the letters of staves that have no room for them in their boxes. */
function StaveNames({ paint }: { readonly paint: Paint }) {
  const { layout, scene } = paint;
  const { spec } = layout;
  const { chains, slots } = scene.network.program;
  const { tracks } = scene.anatomy;
  return (
    <g aria-hidden="true" opacity={layout.folding.columns > 0 ? 1 - layout.folding.columns : undefined}>
      {tracks.length > 1 &&
        layout.initial.map(({ chain, centre, index, room }) => {
          const track = tracks.findIndex((each) => each.chains.includes(chain));
          const first = layout.staves.list.find((stave) => stave.track === track);
          const { id = '', direction = 1 } = chains[chain] ?? {};
          return first && <text key={chain} className="score-label is-middle" fontSize={11} x={index < 1 ? Math.max(centre, layout.left + room / 3) : Math.min(centre, Math.max(layout.contentWidth, spec.width) - room / 3)} y={first.y - 6}>{direction > 0 ? `${id} →` : `← ${id}`}</text>;
        })}
      {layout.staves.list
        .filter(({ kind, head }) => head === 0 && (kind === 'state' || kind === 'gates'))
        .map(({ id, y, height, track }) => {
          const stave = scene.anatomy.staves.find((each) => each.id === id);
          const beside = layout.initial.find(({ chain }) => tracks[track]?.chains.includes(chain));
          const box = beside?.boxes[id];
          const letters = (stave?.slots[0] ?? []).map((slot) => headOf(scene.network, slots[slot]?.symbol ?? '')).join(' ');
          // Beside the state that the chain begins with, over the arrow that leaves it; else where the names of rows end.
          if (!box || !beside) return <SymbolText key={id} plain={letters} size={11} className="score-head is-state is-end" x={(layout.sections[0]?.gutter ?? 0) - 2} y={y + height / 2 + 4} />;
          const isLeft = beside.index < 1;
          return <SymbolText key={id} plain={letters} size={11} className={`score-head is-state ${isLeft ? 'is-start' : 'is-end'}`} x={isLeft ? box.x + box.width + 4 : box.x - 4} y={y + height / 2 - 6} />;
        })}
    </g>
  );
}

interface NamesProps {
  readonly rows: Rows;
  readonly names: readonly string[];
  /** The row that keeps its name where there is no room for all, 0-based. */
  readonly only?: number | undefined;
  readonly right: number;
  readonly room: number;
}

function Names({ rows, names, only, right, room }: NamesProps) {
  const hasRoom = rows.row >= rowForText;
  const size = hasRoom ? Math.min(12, rows.row * 0.82) : 11.5;
  const middle = (row: number): number => rowY(rows, row) + rows.cell / 2 + size * 0.35;
  if (!hasRoom) {
    const name = only === undefined ? undefined : names[only];
    return name === undefined || only === undefined ? null : <PlaceText className="score-name is-hot" x={right} y={middle(only)} room={room} size={size} text={name} anchor="end" isMono />;
  }
  return (
    <>
      {names.slice(0, rows.rows).map((name, row) => (
        <PlaceText key={row} className={`score-name ${row === only ? 'is-hot' : ''}`} x={right} y={middle(row)} room={room} size={size} text={name} anchor="end" isMono />
      ))}
    </>
  );
}
