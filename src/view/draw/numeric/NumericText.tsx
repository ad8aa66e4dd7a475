// A formula with its numbers: "tanh(−0.09 + (−1.15) + 0.64)", in which each number can be opened.
import { useMemo } from 'react';
import type { Numeric } from '../../../engine/equation/numeric.ts';
import type { Network } from '../../../engine/network.ts';
import { sameReference, type Reference } from '../../../engine/reference.ts';
import type { Digits } from '../../theme/format.ts';
import { piecesOf, runsOf, type Piece } from './pieces.ts';
import { ValueButton } from './ValueButton.tsx';
import './numeric.css';

interface NumericTextProps {
  readonly network: Network;
  readonly tree: Numeric;
  readonly digits: Digits;
  /** How often more of a long sum has been opened. */
  readonly presses: number;
  readonly lit: Reference | null;
  readonly onOpen: (reference: Reference) => void;
  readonly onPoint: (reference: Reference | null) => void;
  readonly onMore: () => void;
}

export function NumericText(props: NumericTextProps) {
  const { tree, digits, presses } = props;
  const pieces = useMemo(() => piecesOf(tree, { digits, presses }), [tree, digits, presses]);
  return <Pieces pieces={pieces} {...props} />;
}

/** Pieces have no identity but their place: nothing of them is kept from one formula to the next. */
function Pieces({ pieces, ...props }: Omit<NumericTextProps, 'tree'> & { readonly pieces: readonly Piece[] }) {
  return runsOf(pieces).map((run, r) => (
    <span key={`${r}`} className="numeric-run">
      {run.map((piece, k) => (
        <PieceText key={`${k}`} piece={piece} {...props} />
      ))}
    </span>
  ));
}

function PieceText({ piece, ...props }: Omit<NumericTextProps, 'tree'> & { readonly piece: Piece }) {
  const { network, lit, onOpen, onPoint, onMore } = props;
  switch (piece.kind) {
    case 'sign':
      return <span className="numeric-sign">{piece.text}</span>;
    case 'more':
      return (
        <button type="button" className="numeric-more" onClick={onMore}>
          … {piece.hidden.toLocaleString('en')} more …
        </button>
      );
    case 'fraction':
      return (
        <span className="numeric-fraction">
          <span className="numeric-above">
            <Pieces {...props} pieces={piece.above} />
          </span>
          <span className="numeric-hidden"> divided by </span>
          <span className="numeric-below">
            <Pieces {...props} pieces={piece.below} />
          </span>
        </span>
      );
    case 'value': {
      const { value, text, reference } = piece;
      if (!reference) return <span className="numeric-literal">{text}</span>;
      return (
        <ValueButton
          network={network}
          reference={reference}
          value={value}
          text={text}
          isLit={sameReference(lit, reference)}
          onOpen={onOpen}
          onPoint={onPoint}
        />
      );
    }
  }
}
