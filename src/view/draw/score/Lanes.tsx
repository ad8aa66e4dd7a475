// The columns of numbers inside a box, with their letters above and the signs between them.
import { roleOf } from '../../../engine/symbols/symbols.ts';
import type { Reference } from '../../../engine/reference.ts';
import type { Lane } from '../../layout/score/columns.ts';
import { rowForNumbers, rowY } from '../../layout/score/staves.ts';
import type { Rows } from '../../layout/score/types.ts';
import { Cell, EmptyCell } from './Cell.tsx';
import { entryOf, type Content } from './contents.ts';
import { headOf } from './letters.ts';
import type { Paint } from './paint.ts';
import { SymbolText, symbolParts } from './SymbolText.tsx';

interface LanesProps {
  readonly paint: Paint;
  readonly rows: Rows;
  readonly contents: readonly Content[];
  readonly lanes: readonly Lane[];
  readonly selection: Reference | null;
  /** Whether there are letters above the columns. */
  readonly hasHeads: boolean;
  /** Columns that are on their way: their places are drawn empty. */
  readonly hidden?: ReadonlySet<string> | undefined;
  /** Middle of the rows, where signs stand; that of the rows given where left out. */
  readonly signY?: number;
}

/** The largest that a head may be drawn in a lane. */
function headSize(plain: string, width: number): number {
  const length = symbolParts(plain).reduce((sum, { text, isLow }) => sum + text.length * (isLow ? 0.72 : 1), 0);
  return Math.min(13, Math.max(8.5, (width + 3) / (length * 0.56)));
}

/** Narrower lanes have no letter of their own: it could not be read. */
const narrowestHead = 26;

/** Where a letter stands and how much room it has: over its lane, or where that is narrow over it and its gradient's; null where there is none. */
function letterPlace(contents: readonly Content[], lanes: readonly Lane[], k: number): { x: number; room: number } | null {
  const [lane, next] = [lanes[k], lanes[k + 1]];
  if (!lane) return null;
  const isGradientOf = (at: number): boolean => contents[at] !== undefined && contents[at]?.symbol === `d${contents[at - 1]?.symbol}`;
  if (lane.width >= narrowestHead) return { x: lane.x + lane.width / 2, room: lane.width };
  if (isGradientOf(k)) return null;
  if (next && isGradientOf(k + 1)) return { x: (lane.x + next.x + next.width) / 2, room: 2 * lane.width };
  return lane.width >= 11 ? { x: lane.x + lane.width / 2, room: lane.width } : null;
}

export function Lanes({ paint, rows, contents, lanes, selection, hasHeads, hidden, signY = rows.first + (rows.row * rows.rows) / 2 }: LanesProps) {
  const { scene } = paint;
  const headY = rows.first - 5.5;
  return (
    <>
      {contents.map((content, k) => {
        const lane = lanes[k];
        if (!lane) return null;
        const isWords = content.words !== undefined;
        const plain = content.words ?? headOf(scene.network, content.symbol, content.t);
        const letter = letterPlace(contents, lanes, k);
        const isHidden = content.isLater === true || (hidden?.has(content.symbol) ?? false);
        return (
          <g key={`${content.symbol} ${content.t ?? ''}`}>
            {hasHeads && letter !== null && (
              <SymbolText
                plain={plain}
                size={isWords ? Math.min(11.5, (lane.width + 4) / (plain.length * 0.52)) : headSize(plain, letter.room)}
                className={`score-head is-${roleOf(scene.network, content.symbol)} ${isWords ? 'is-words' : ''}`}
                x={letter.x}
                y={headY}
                aria-hidden="true"
              />
            )}
            {content.sign !== '' && (
              <text className="score-sign" x={lane.sign} y={signY} aria-hidden="true">
                {content.sign}
              </text>
            )}
            {Array.from({ length: rows.rows }, (_, row) => {
              const reference = entryOf(content, row + 1);
              const rect = { x: lane.x, y: rowY(rows, row), width: lane.width, height: rows.cell };
              const value = isHidden ? null : scene.read(reference);
              return value === null ? (
                <EmptyCell key={row} rect={rect} />
              ) : (
                <Cell key={row} paint={paint} rect={rect} reference={reference} value={value} selection={selection} isWritten={rows.cell >= rowForNumbers - 3 && lane.width >= 24} />
              );
            })}
          </g>
        );
      })}
    </>
  );
}
