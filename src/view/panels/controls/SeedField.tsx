// The seed of all random numbers, and a die that throws another one.
import { Dices } from 'lucide-react';
import { useDispatch, useDocument } from '../stores.tsx';
import { NumberField } from './NumberField.tsx';

/** The largest seed that the die throws: short enough to be read out in class. */
const largestThrow = 9999;

export function SeedField() {
  const dispatch = useDispatch();
  const seed = useDocument((state) => state.document.initialisation.seed);
  const throwDie = (): void => {
    // The one number of the page that no seed decides; what follows from it is in the document.
    const thrown = 1 + Math.floor(Math.random() * (largestThrow - 1));
    dispatch({ type: 'setSeed', seed: thrown === seed ? thrown + 1 : thrown });
  };
  return (
    <div className="seed-field">
      <NumberField label="Seed" isWhole size={5} example="7" value={seed} onCommit={(value) => dispatch({ type: 'setSeed', seed: value })} />
      <button type="button" className="controls-button seed-field-die" aria-label="New seed" title="New seed" onClick={throwDie}>
        <Dices aria-hidden="true" />
      </button>
    </div>
  );
}
