// Step numbers below the strips, as many as have room.
import type { Paint } from './paint.ts';

export function Ticks({ paint }: { readonly paint: Paint }) {
  const { layout } = paint;
  const { visible, pitch, spec, staves } = layout;
  const every = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].find((n) => n * pitch.pitch >= 46) ?? 1000;
  const ticks: number[] = [];
  for (let t = Math.ceil(visible.from / every) * every; t <= visible.to; t += every) if (t !== spec.current) ticks.push(t);
  const now = layout.column(spec.current);
  return (
    <g aria-hidden="true">
      {ticks
        .filter((t) => Math.abs(layout.column(t).centre - now.centre) > now.room / 2 + 12)
        .map((t) => (
          <text key={t} className="score-time" x={layout.column(t).centre} y={staves.time} fontSize={11}>
            {t}
          </text>
        ))}
    </g>
  );
}
