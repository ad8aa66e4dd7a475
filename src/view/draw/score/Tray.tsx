// The terms of a shared weight's gradient that have arrived so far, one small tile a time step: their sum stands in the cell above.
import type { Reference } from '../../../engine/reference.ts';
import type { Rect } from '../../layout/rect.ts';
import { formatShort } from '../../theme/format.ts';
import { Heat, type HeatCell } from './Heat.tsx';
import { addedDownTo, entryIn } from './parameterView.ts';
import type { Paint } from './paint.ts';
import { SymbolText } from './SymbolText.tsx';

interface Props {
  readonly paint: Paint;
  readonly tray: Rect;
  readonly selection: Reference | null;
}

const mostTiles = 8;

export function Tray({ paint, tray }: Props) {
  const { scene } = paint;
  const { moment, network } = scene;
  const { parameters } = network.program;
  const symbol = moment?.kind === 'tile' && moment.parameter ? moment.parameter : 'W_hh';
  const parameter = parameters.find((each) => each.symbol === symbol);
  if (!parameter) return null;
  const isFlying = paint.progress < 1 && moment?.kind === 'tile';
  const last = addedDownTo(scene, symbol, isFlying);
  const steps = last === 0 ? [] : scene.trace.steps.filter((step) => step.row >= last && isTerm(paint, symbol, step.row)).map((step) => step.row).reverse();
  const height = 27;
  const width = Math.min(Math.max(parameter.columns * (height / parameter.rows), 6), 34);
  // A tile is at least as far from the next as its label is long.
  const pitch = Math.max(width + 7, 12 + 6 * `t = ${steps[0] ?? 1}`.length);
  const room = Math.max(1, Math.min(mostTiles, Math.floor((tray.width - 36) / pitch)));
  const shown = steps.slice(-room);
  const hidden = steps.length - shown.length;
  const isBias = parameter.role === 'bias';
  const termsOf = (t: number): number[] =>
    Array.from({ length: parameter.rows * parameter.columns }, (_, k) =>
      scene.read(entryIn({ symbol: `d${symbol}`, t }, Math.floor(k / parameter.columns) + 1, (k % parameter.columns) + 1, isBias)) ?? 0,
    );
  const tiles = shown.map((t) => ({ t, values: termsOf(t) }));
  // Terms shrink on the way back, so the tiles in view have a range of their own.
  const range = tiles.flatMap((tile) => tile.values).reduce((most, value) => (Number.isFinite(value) ? Math.max(most, Math.abs(value)) : most), 0);
  return (
    <g className="score-tray">
      <SymbolText plain={steps.length === 0 ? `terms of ∂L/∂${symbol}: none yet` : `terms of ∂L/∂${symbol} · ±${formatShort(range)}`} size={11.5} className="score-label is-gradient" x={tray.x} y={tray.y + 9} aria-hidden="true" />
      {hidden > 0 && <text className="score-label" fontSize={11.5} x={tray.x} y={tray.y + 33}>{`${hidden} +`}</text>}
      {tiles.map(({ t, values }, k) => {
        const x = tray.x + (hidden > 0 ? 36 : 0) + (k + 0.5) * pitch - width / 2;
        const cells = function* (): Generator<HeatCell> {
          const w = width / parameter.columns;
          const h = height / parameter.rows;
          for (let row = 0; row < parameter.rows; row++) {
            for (let column = 0; column < parameter.columns; column++) {
              const value = values[row * parameter.columns + column]!;
              yield { rect: { x: x + column * w, y: tray.y + 16 + row * h, width: w, height: h }, value };
            }
          }
        };
        return (
          <g key={t}>
            <title>{`the term of ∂L/∂${symbol} at t = ${t}`}</title>
            <rect className="score-tile" x={x - 1} y={tray.y + 15} width={width + 2} height={height + 2} rx={2} />
            <Heat cells={cells} range={range} />
            <text className="score-time" x={x + width / 2} y={tray.y + 54} fontSize={10.5}>{`t = ${t}`}</text>
          </g>
        );
      })}
    </g>
  );
}

const isTerm = ({ scene }: Paint, symbol: string, t: number): boolean => scene.clock.madeAt(`sum_d${symbol}`, t) <= scene.playhead;
