// The columns in view: in numbers, as cells, or as strips; the one that is worked on lies above its neighbours.
import type { Reference } from '../../../engine/reference.ts';
import { clamp } from '../../layout/rect.ts';
import { runsOf } from '../../layout/runs.ts';
import { flightOf } from './flights.ts';
import { isPairedIn, localColumn } from './geometry.ts';
import { HeatRun } from './HeatRun.tsx';
import { hiddenAt } from './hidden.ts';
import { LastOutput } from './LastOutput.tsx';
import type { Paint } from './paint.ts';
import { PlacedColumn } from './PlacedColumn.tsx';
import { RowNames } from './RowNames.tsx';
import { runStamp } from './stamps.ts';
import { StateBox } from './StateBox.tsx';
import { Ticks } from './Ticks.tsx';

/** More marks than these are drawn as strips of colour, without an element each. */
const mostMarks = 1100;

export function Columns({ paint, selection }: { readonly paint: Paint; readonly selection: Reference | null }) {
  const { scene, layout, progress } = paint;
  const { spec, visible, staves, pitch, initial } = layout;
  const { current } = spec;
  const flight = flightOf(paint);
  const isPaired = isPairedIn(paint);
  const lanes = isPaired ? 2 : 1;
  const count = visible.to - visible.from + 1;
  const isHeat = layout.level === 'strips' || (layout.level === 'cells' && count * (spec.units * lanes + 2) > mostMarks);
  const now = layout.column(current);
  // Folding, the columns glide over each other like cards, the one in view on top; what stands between them fades.
  const rest = 1 - layout.folding.columns;
  const isFolded = rest <= 0;
  const spotlit = scene.moment !== null && scene.moment.t > 0;
  const flash = scene.moment?.phase === 'update' ? (1 - progress) * 0.5 : 0;
  const runs = isHeat && !isFolded ? runsOf(visible.from, visible.to, current) : [];
  const singles: number[] = [];
  if (!isHeat && !isFolded) {
    for (let t = visible.from; t <= visible.to; t++) if (t !== current) singles.push(t);
    singles.sort((a, b) => Math.abs(b - current) - Math.abs(a - current));
  }
  const hidden = hiddenAt(paint, current, flight?.landsAt === current ? flight.lands : null);
  const top = Math.max(staves.outputs.y - 12, staves.heading + 7);
  const spot = { x: now.centre - now.room / 2, width: now.room };
  return (
    <g>
      {spotlit && rest > 0 && <rect className="score-spotlight" opacity={rest} x={spot.x} width={spot.width} y={top} height={Math.min(staves.time + 10, spec.height - 2) - top} rx={12} aria-hidden="true" />}
      <RowNames paint={paint} />
      <g>
        {visible.from <= 1 && !isFolded && (
          <g transform={`translate(${initial.centre},0)`} className="score-initial">
            <StateBox paint={paint} column={localColumn(initial)} selection={selection?.t === 0 ? selection : null} flying={flight?.landsAt === 0 && flight.of(1, 1).t === 0 ? new Set([flight.lands]) : undefined} />
          </g>
        )}
        {runs.map((run) => {
          const start = layout.column(run.from).centre - (pitch.pitch / 2) * rest;
          return (
            <g key={`${run.from} ${run.to}`} transform={`translate(${start},0) scale(${rest},1)`} data-from={run.from}>
              <HeatRun paint={paint} run={run} stamp={runStamp(paint, run)} />
            </g>
          );
        })}
        {isHeat && !isFolded && <Ticks paint={paint} />}
        {isHeat && !isFolded && spec.isReadAtEnd && visible.to === spec.T && current !== spec.T && <LastOutput paint={paint} selection={selection} />}
        {singles.map((t) => (
          <PlacedColumn key={t} paint={paint} t={t} selection={selection} flying={flight?.landsAt === t ? new Set([flight.lands]) : undefined} arrows={clamp(1 - layout.spec.fold * 3, 0, 1)} />
        ))}
      </g>
      <PlacedColumn key="now" paint={paint} t={current} selection={selection} flying={hidden} arrows={clamp(1 - layout.spec.fold * 3, 0, 1)} />
      {flash > 0 &&
        Array.from({ length: Math.min(count, 64) }, (_, k) => {
          const column = layout.column(visible.from + k);
          return <rect key={k} className="score-flash" opacity={flash} {...column.state} rx={column.widths.radius} aria-hidden="true" />;
        })}
    </g>
  );
}
