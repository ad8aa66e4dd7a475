// After the update: two ways on, so that a reader trains the network by hand.
import { RotateCcw, StepForward } from 'lucide-react';

interface NextButtonsProps {
  /** What is read as a whole: "sentence". */
  readonly whole: string;
  readonly onNext: (next: 'same' | 'next-row') => void;
}

export function NextButtons({ whole, onNext }: NextButtonsProps) {
  return (
    <div className="transport-next">
      <button type="button" className="transport-again" title="Key: →" onClick={() => onNext('same')}>
        <RotateCcw size={16} aria-hidden />
        Same {whole} again, with the new weights
      </button>
      <button type="button" onClick={() => onNext('next-row')}>
        <StepForward size={16} aria-hidden />
        Next row
      </button>
    </div>
  );
}
