// Numbers on their way: a column that slides out of a matrix, a tile that flies to the sum.
import { between, ease } from '../../layout/rect.ts';
import { Heat, type HeatCell } from './Heat.tsx';
import type { Flight } from './flights.ts';
import type { Paint } from './paint.ts';

export function FlightView({ paint, flight }: { readonly paint: Paint; readonly flight: Flight }) {
  const { scene, ranges, progress } = paint;
  const { x, y, width, height } = between(flight.from, flight.to, ease(progress));
  const cells = function* (): Generator<HeatCell> {
    const w = width / flight.columns;
    const h = height / flight.rows;
    const space = Math.min(w, h) > 7 ? 1.5 : 0;
    for (let row = 0; row < flight.rows; row++) {
      for (let column = 0; column < flight.columns; column++) {
        const value = scene.read(flight.of(row + 1, column + 1));
        if (value !== null) yield { rect: { x: x + column * w, y: y + row * h, width: w - space, height: h - space }, value };
      }
    }
  };
  const reference = flight.of(1, 1);
  const symbol = reference.t !== undefined && flight.landsAt === 0 ? `sum_${reference.symbol}` : reference.symbol;
  return (
    <g className="score-flight" aria-hidden="true" pointerEvents="none">
      <rect className="score-flight-card" x={x - 4} y={y - 4} width={width + 7} height={height + 7} rx={5} />
      <Heat cells={cells} range={ranges.of(symbol)} />
    </g>
  );
}
