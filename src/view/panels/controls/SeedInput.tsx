// A seed to be typed, and a die that throws another one.
import { Dices } from 'lucide-react';
import { NumberField } from './NumberField.tsx';

/** The largest seed that the die throws: short enough to be read out in class. */
const largestThrow = 9999;

interface Props {
  readonly seed: number;
  /** What another seed brings, under the pointer. */
  readonly title: string;
  readonly label?: string;
  /** Of the die, where there are several on a page. */
  readonly dieName?: string;
  readonly className?: string;
  /** Null where it is taken, else why not. */
  readonly onChange: (seed: number) => string | null;
}

export function SeedInput({ seed, title, label = 'Seed', dieName = 'New seed', className = 'seed-field', onChange }: Props) {
  const throwDie = (): void => {
    // The one number of the page that no seed decides; what follows from it is in the document.
    const thrown = 1 + Math.floor(Math.random() * (largestThrow - 1));
    onChange(thrown === seed ? thrown + 1 : thrown);
  };
  return (
    <div className={className}>
      <NumberField label={label} isWhole size={5} example="7" value={seed} onCommit={onChange} />
      <button type="button" className="controls-button seed-field-die" aria-label={dieName} title={title} onClick={throwDie}>
        <Dices aria-hidden="true" />
      </button>
    </div>
  );
}
