// A figure of rows of tokens, as high as its rows need, in which a token can be chosen by hand and by arrow keys.
import { useMemo, useRef, type ReactNode } from 'react';
import { TokenBoxes, type TokenLook } from '../../../draw/workshop/generation/TokenBoxes.tsx';
import { tokenAt, tokenMove, tokenRows, type TokenPlace, type TokenRow } from '../../../layout/workshop/generation/tokenRows.ts';
import { useSize } from '../../../hooks/useSize.ts';
import { FigureFrame } from '../../pages/FigureFrame.tsx';

interface Props {
  readonly title: string;
  readonly name: string;
  readonly rows: readonly TokenRow[];
  readonly isAligned: boolean;
  readonly look: (place: TokenPlace) => TokenLook;
  readonly description: string;
  readonly note: ReactNode;
  /** Where tokens can be chosen: the one that is, what is said of it, and choosing. */
  readonly choosing?: { readonly selected: TokenPlace | null; readonly words: string; readonly onChoose: (place: TokenPlace) => void } | undefined;
}

/** Where nothing can be measured. */
const usual = { width: 700, textSize: 12 };

export function TokensFigure({ title, name, rows, isAligned, look, description, note, choosing }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const { width, textSize } = useSize(frame, { width: usual.width });
  const { height } = useMemo(() => tokenRows({ rows, isAligned, width, textSize }), [rows, isAligned, width, textSize]);
  return (
    <div ref={frame} className="generation-tokens">
      <FigureFrame title={title} name={name} minHeight={Math.ceil(height) + 6} note={note}>
        {(place) => {
          const placed = tokenRows({ rows, isAligned, width: place.width, textSize: place.textSize });
          return (
            <div className="generation-figure">
              <svg width={place.width} height={place.height} fontSize={place.textSize} role="img" aria-label={description}>
                <g transform="translate(1,3)">
                  <TokenBoxes rows={placed} look={look} selected={choosing?.selected ?? null} textSize={place.textSize} />
                </g>
              </svg>
              {choosing && (
                <button
                  type="button"
                  className="generation-reach"
                  aria-label={`What was said, token by token. Arrow keys move over it. ${choosing.words}`}
                  onKeyDown={(event) => {
                    if (event.ctrlKey || event.metaKey || event.altKey) return;
                    const next = tokenMove(rows.map(({ tokens }) => tokens.length), choosing.selected ?? { row: 0, k: 0 }, event.key);
                    if (!next) return;
                    event.preventDefault();
                    event.stopPropagation();
                    choosing.onChoose(next);
                  }}
                  onClick={(event) => {
                    const { left, top } = event.currentTarget.getBoundingClientRect();
                    const at = tokenAt(placed, event.clientX - left - 1, event.clientY - top - 3);
                    if (at) choosing.onChoose({ row: at.row, k: at.k });
                  }}
                />
              )}
            </div>
          );
        }}
      </FigureFrame>
    </div>
  );
}
