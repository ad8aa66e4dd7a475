// One number of a formula, in the colour of its role: a button that opens where the number comes from.
import type { Network } from '../../../engine/network.ts';
import type { Reference } from '../../../engine/reference.ts';
import { roleOf } from '../../../engine/symbols/symbols.ts';
import { nameOf } from '../../layout/extent.ts';
import { valueAttributes } from '../valueAttributes.ts';
import { SymbolText } from './SymbolText.tsx';
import './numeric.css';

interface ValueButtonProps {
  readonly network: Network;
  readonly reference: Reference;
  readonly value: number;
  /** The number as it is written. */
  readonly text: string;
  /** Shown in its place, where the number itself stands beside it. */
  readonly shown?: string;
  /** Lit up, because it is pointed at here or elsewhere. */
  readonly isLit?: boolean;
  readonly onOpen: (reference: Reference) => void;
  readonly onPoint: (reference: Reference | null) => void;
}

export function ValueButton({ network, reference, value, text, shown = text, isLit = false, onOpen, onPoint }: ValueButtonProps) {
  return (
    <button
      type="button"
      className={`numeric-value role-${roleOf(network, reference.symbol)}`}
      data-lit={isLit || undefined}
      {...valueAttributes(reference, value)}
      aria-label={`${nameOf(network, reference)} is ${text}`}
      onClick={() => onOpen(reference)}
      onPointerEnter={() => onPoint(reference)}
      onPointerLeave={() => onPoint(null)}
      // Where a pointer has put the focus, it is the pointer that points.
      onFocus={(event) => event.currentTarget.matches(':focus-visible') && onPoint(reference)}
      onBlur={() => onPoint(null)}
    >
      <SymbolText text={shown} />
    </button>
  );
}
