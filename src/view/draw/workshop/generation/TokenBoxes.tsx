// What the reader sees: rows of tokens as boxes, given ones plain, made ones with how likely each was below it; wrong ones are struck out in red.
import type { TokenPlace, TokenRows } from '../../../layout/workshop/generation/tokenRows.ts';
import './generation.css';

export interface TokenLook {
  readonly tone: 'given' | 'made' | 'right' | 'wrong' | 'blank';
  /** The probability with which it was chosen, as a bar below it; null: none. */
  readonly share: number | null;
  /** Whether it lies behind the first error of a free run. */
  readonly isAstray?: boolean | undefined;
}

interface Props {
  readonly rows: TokenRows;
  readonly look: (place: TokenPlace) => TokenLook;
  readonly selected: TokenPlace | null;
  readonly textSize: number;
}

export function TokenBoxes({ rows, look, selected, textSize }: Props) {
  return (
    <g className="tokens">
      {rows.names.map(({ x, y, text }, k) => (
        <text key={k} className="tokens-name" x={x} y={y} dy="0.35em">
          {text}
        </text>
      ))}
      {rows.tokens.map((token) => {
        const { tone, share, isAstray = false } = look(token);
        const { row, k, x, y, width, height, text } = token;
        const isSelected = selected?.row === row && selected.k === k;
        return (
          <g key={`${row} ${k}`} data-tone={tone} data-astray={isAstray || undefined} data-selected={isSelected || undefined}>
            {isAstray && <rect className="tokens-astray" x={x - textSize * 0.15} y={y - textSize * 0.2} width={width + textSize * 0.3} height={height + textSize * 0.4} />}
            <rect className="tokens-box" x={x} y={y} width={width} height={height} rx={textSize * 0.25} />
            <text className="tokens-text" x={x + width / 2} y={y + height / 2} dy="0.35em" textAnchor="middle">
              {text}
            </text>
            {tone === 'wrong' && <line className="tokens-wrong" x1={x + 3} x2={x + width - 3} y1={y + height - 3} y2={y + 3} />}
            {share !== null && Number.isFinite(share) && (
              <>
                <rect className="tokens-bar-ground" x={x} y={y + height + textSize * 0.2} width={width} height={textSize * 0.3} />
                <rect className="tokens-bar" x={x} y={y + height + textSize * 0.2} width={width * share} height={textSize * 0.3} />
              </>
            )}
          </g>
        );
      })}
    </g>
  );
}
