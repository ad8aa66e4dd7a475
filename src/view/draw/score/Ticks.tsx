// Step numbers below the strips, as many as have room.
import type { Paint } from './paint.ts';

export function Ticks({ paint }: { readonly paint: Paint }) {
  const { layout } = paint;
  const { visible, pitch, spec, staves, places, sections } = layout;
  const every = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000].find((n) => n * pitch.pitch >= 46) ?? 10_000;
  const now = layout.column(spec.current);
  const ticks = sections.flatMap(({ axis, from, to }) => {
    const last = places.place(Math.min(to, visible.to)).row;
    const list: { index: number; row: number }[] = [];
    for (let row = Math.ceil(places.place(Math.max(from, visible.from)).row / every) * every; row <= last; row += every) list.push({ index: places.indexOf(axis, row), row });
    return list;
  });
  return (
    <g aria-hidden="true">
      {ticks
        .map((tick) => ({ ...tick, x: layout.column(tick.index).centre }))
        .filter(({ index, x }) => index !== spec.current && Math.abs(x - now.centre) > now.room / 2 + 12)
        .map(({ index, row, x }) => (
          <text key={index} className="score-time" x={x} y={staves.time} fontSize={11}>
            {row}
          </text>
        ))}
    </g>
  );
}
