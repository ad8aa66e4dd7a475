// The columns of numbers inside a box, with their letters above and the signs between them.
import { plainText, roleOf } from '../../../engine/symbols/symbols.ts';
import type { Reference } from '../../../engine/reference.ts';
import { rowForNumbers, rowY, type Stave } from '../../layout/staves.ts';
import type { Lane } from '../../layout/column.ts';
import { Cell, EmptyCell } from './Cell.tsx';
import { entryOf, type Content } from './contents.ts';
import type { Paint } from './paint.ts';
import { SymbolText } from './SymbolText.tsx';

export interface LanesProps {
  readonly paint: Paint;
  readonly stave: Stave;
  readonly contents: readonly Content[];
  readonly lanes: readonly Lane[];
  readonly selection: Reference | null;
  /** Whether there are letters above the columns. */
  readonly hasHeads: boolean;
  /** Columns that are on their way: their places are drawn empty. */
  readonly flying?: ReadonlySet<string> | undefined;
}

/** The widest that a head may be drawn in a lane. */
function headSize(plain: string, width: number): number {
  const length = plain.replace(/[_·]/g, '').length;
  return Math.min(13, Math.max(9.5, (width + 2) / (length * 0.53)));
}

export function Lanes({ paint, stave, contents, lanes, selection, hasHeads, flying }: LanesProps) {
  const { scene } = paint;
  const headY = stave.first - 5.5;
  return (
    <>
      {contents.map((content, k) => {
        const lane = lanes[k]!;
        const centre = lane.x + lane.width / 2;
        const plain = content.words ?? plainText(scene.network, { symbol: content.symbol, t: content.t });
        const isFlying = flying?.has(content.symbol) ?? false;
        return (
          <g key={content.symbol}>
            {hasHeads && (
              <SymbolText
                plain={plain}
                size={content.words === undefined ? headSize(plain, lane.width) : Math.min(11.5, (lane.width + 4) / (plain.length * 0.52))}
                className={`score-head is-${roleOf(scene.network, content.symbol)} ${content.words === undefined ? '' : 'is-words'}`}
                x={centre}
                y={headY}
                aria-hidden="true"
              />
            )}
            {content.sign !== '' && hasHeads && (
              <text className="score-sign" x={lane.sign} y={stave.first + (stave.row * stave.rows) / 2} aria-hidden="true">
                {content.sign}
              </text>
            )}
            {Array.from({ length: stave.rows }, (_, row) => {
              const reference = entryOf(content, row + 1);
              const rect = { x: lane.x, y: rowY(stave, row), width: lane.width, height: stave.cell };
              const value = isFlying ? null : scene.read(reference);
              return value === null ? (
                <EmptyCell key={row} rect={rect} />
              ) : (
                <Cell key={row} paint={paint} rect={rect} reference={reference} value={value} selection={selection} isWritten={stave.cell >= rowForNumbers - 3 && lane.width >= 24} />
              );
            })}
          </g>
        );
      })}
    </>
  );
}
