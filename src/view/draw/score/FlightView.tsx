// Numbers on their way: a column that slides out of a matrix, a tile that flies to the sum. Drawn once, where they land; the browser moves them.
import { useLayoutEffect, useRef } from 'react';
import { Heat, type HeatCell } from './Heat.tsx';
import type { Flight } from './flights.ts';
import type { Paint } from './paint.ts';

interface Props {
  readonly paint: Paint;
  readonly flight: Flight;
  /** Length of the movement in milliseconds. */
  readonly duration: number;
  /** Pixels of the page to one of the drawing. */
  readonly scale: number;
}

/** Space around the numbers, for the card that they fly on. */
const margin = 6;

export function FlightView({ paint, flight, duration, scale }: Props) {
  const { scene, ranges } = paint;
  const root = useRef<SVGSVGElement>(null);
  const { from, to } = flight;
  const reference = flight.of(1, 1);
  const key = `${scene.playhead} ${reference.symbol}`;
  useLayoutEffect(() => {
    const element = root.current;
    // Where there are no animations, as in tests, the numbers stand where they land.
    if (!element || typeof element.animate !== 'function') return;
    const [sx, sy] = [from.width / Math.max(to.width, 1), from.height / Math.max(to.height, 1)];
    const start = `translate(${(from.x - to.x) * scale}px, ${(from.y - to.y) * scale}px) scale(${sx}, ${sy})`;
    const flying = element.animate([{ transform: start }, { transform: 'none' }], { duration, easing: 'ease-in-out', fill: 'both' });
    return () => flying.cancel();
    // A flight is one of its operation: what else changes meanwhile must not begin it anew.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [key]);
  const cells = function* (): Generator<HeatCell> {
    const w = to.width / flight.columns;
    const h = to.height / flight.rows;
    const space = Math.min(w, h) > 7 ? 1.5 : 0;
    for (let row = 0; row < flight.rows; row++) {
      for (let column = 0; column < flight.columns; column++) {
        const value = scene.read(flight.of(row + 1, column + 1));
        if (value !== null) yield { rect: { x: margin + column * w, y: margin + row * h, width: w - space, height: h - space }, value };
      }
    }
  };
  const symbol = flight.landsAt < 0 ? `sum_${reference.symbol}` : reference.symbol;
  const [width, height] = [to.width + 2 * margin, to.height + 2 * margin];
  return (
    <svg ref={root} className="score-flight" aria-hidden="true" width={width * scale} height={height * scale} viewBox={`0 0 ${width} ${height}`} style={{ left: (to.x - margin) * scale, top: (to.y - margin) * scale, transformOrigin: `${margin * scale}px ${margin * scale}px` }}>
      <rect className="score-flight-card" x={2} y={2} width={width - 4} height={height - 4} rx={5} />
      <Heat cells={cells} range={ranges.of(symbol)} />
    </svg>
  );
}
