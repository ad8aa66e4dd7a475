// The terms of a shared weight's gradient that have arrived so far, one small tile a time step: their sum stands in the cell above.
import { plainText } from '../../../engine/symbols/symbols.ts';
import type { Rect } from '../../layout/rect.ts';
import type { Scene } from '../../scene/scene.ts';
import { formatShort } from '../../theme/format.ts';
import { Heat, type HeatCell } from '../score/Heat.tsx';
import { SymbolText } from '../score/SymbolText.tsx';
import { addedTerms, entryIn } from './parameterView.ts';
import { fitting } from './words.ts';

interface Props {
  readonly scene: Scene;
  readonly tray: Rect;
  readonly isMoving: boolean;
}

const mostTiles = 8;

/** More numbers than these in a term are not drawn one by one: every n-th row and column stands for its neighbours. */
const mostCells = 900;

/** Whose terms are shown: of the parameter in question; else of what the chain in question remembers with, or reads with. */
function parameterInTray({ network: { program }, moment }: Scene): number {
  if (moment?.kind === 'tile') return program.parameters.findIndex(({ symbol }) => symbol === moment.parameter);
  const chain = moment?.chain ?? -1;
  const own = program.instructions.filter((each) => each.chain === chain).flatMap(({ args }) => args.flatMap((arg) => (arg.kind === 'parameter' ? [arg.index] : [])));
  const byRole = (role: string): number | undefined => own.find((index) => program.parameters[index]?.role === role);
  return byRole('recurrent') ?? byRole('output') ?? own[0] ?? 0;
}

export function Tray({ scene, tray, isMoving }: Props) {
  const { network, moment } = scene;
  const parameter = network.program.parameters[parameterInTray(scene)];
  if (!parameter) return null;
  const { symbol, rows, columns, role } = parameter;
  const { rows: steps, from } = addedTerms(scene, symbol, isMoving && moment?.kind === 'tile');
  const count = steps.length - from;
  const height = 27;
  const width = Math.min(Math.max(columns * (height / rows), 6), 34);
  // A tile is at least as far from the next as its label is long.
  const pitch = Math.max(width + 7, 12 + 6 * `t = ${steps.length}`.length);
  const room = Math.max(1, Math.min(mostTiles, Math.floor((tray.width - 36) / pitch)));
  const shown = steps.slice(from, from + room).reverse();
  const hidden = count - shown.length;
  const every = Math.ceil(Math.sqrt((rows * columns) / mostCells));
  const tiles = shown.map((t) => ({ t, cells: sampled(rows, columns, every).map(([row, column]) => ({ row, column, value: scene.read(entryIn({ symbol: `d${symbol}`, t }, row + 1, column + 1, role === 'bias')) ?? 0 })) }));
  // Terms shrink on the way back, so the tiles in view have a range of their own.
  const range = tiles.flatMap(({ cells }) => cells).reduce((most, { value }) => (Number.isFinite(value) ? Math.max(most, Math.abs(value)) : most), 0);
  const name = plainText(network, { symbol: `d${symbol}` });
  const heading = count === 0 ? [`terms of ${name}: none yet`, `${name}: none yet`] : [`terms of ${name} · ±${formatShort(range)}`, `${name} · ±${formatShort(range)}`, name];
  return (
    <g className="score-tray">
      <SymbolText plain={fitting(heading, 11.5, tray.width)} size={11.5} className="score-label is-gradient" x={tray.x} y={tray.y + 9} aria-hidden="true" />
      {hidden > 0 && <text className="score-label" fontSize={11.5} x={tray.x} y={tray.y + 33}>{`${hidden} +`}</text>}
      {tiles.map(({ t, cells }, k) => {
        const x = tray.x + (hidden > 0 ? 36 : 0) + (k + 0.5) * pitch - width / 2;
        const [w, h] = [width / columns, height / rows];
        const drawn = function* (): Generator<HeatCell> {
          for (const { row, column, value } of cells) {
            yield { rect: { x: x + column * w, y: tray.y + 16 + row * h, width: w * Math.min(every, columns - column), height: h * Math.min(every, rows - row) }, value };
          }
        };
        return (
          <g key={t}>
            <title>{plainText(network, { symbol: `d${symbol}`, t })}</title>
            <rect className="score-tile" x={x - 1} y={tray.y + 15} width={width + 2} height={height + 2} rx={2} />
            <Heat cells={drawn} range={range} />
            <text className="score-time" x={x + width / 2} y={tray.y + 54} fontSize={10.5}>{`t = ${t}`}</text>
          </g>
        );
      })}
    </g>
  );
}

/** Every n-th row and column, 0-based. */
function sampled(rows: number, columns: number, every: number): [row: number, column: number][] {
  const list: [number, number][] = [];
  for (let row = 0; row < rows; row += every) for (let column = 0; column < columns; column += every) list.push([row, column]);
  return list;
}
