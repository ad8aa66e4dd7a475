// The way that was opened, from the number asked about first to the one explained now: "This step › h₃[2] › a₃[2]".
import { ChevronLeft } from 'lucide-react';
import type { Network } from '../../../engine/network.ts';
import type { Reference } from '../../../engine/reference.ts';
import { nameOf } from '../../layout/extent.ts';
import { SymbolText } from '../../draw/numeric/SymbolText.tsx';

interface TrailProps {
  readonly network: Network;
  readonly trail: readonly Reference[];
  readonly onJump: (index: number) => void;
  readonly onBack: () => void;
  /** Back to what the clock has just done. */
  readonly onFollow: () => void;
}

export function Trail({ network, trail, onJump, onBack, onFollow }: TrailProps) {
  if (trail.length === 0) return null;
  return (
    <nav className="formula-trail" aria-label="Opened terms">
      <button type="button" className="formula-back" onClick={onBack} aria-label="Back to what this was opened from">
        <ChevronLeft size={16} aria-hidden />
      </button>
      <ol>
        <li>
          <button type="button" className="formula-crumb" onClick={onFollow}>
            this step
          </button>
        </li>
        {trail.map((reference, k) => {
          const text = nameOf(network, reference);
          const isLast = k === trail.length - 1;
          return (
            <li key={`${k} ${text}`}>
              {isLast ? (
                <span aria-current="true">
                  <SymbolText text={text} />
                </span>
              ) : (
                <button type="button" className="formula-crumb" onClick={() => onJump(k)}>
                  <SymbolText text={text} />
                </button>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
