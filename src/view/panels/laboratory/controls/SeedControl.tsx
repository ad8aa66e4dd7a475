// The seed of the weights and of the words that are read, and a die that throws another one.
import { memo } from 'react';
import { Dices } from 'lucide-react';
import { laboratoryProblem } from '../../../../state/laboratory/limits.ts';
import { NumberField } from '../../controls/NumberField.tsx';
import { useEditLaboratory, useSettings } from '../hooks.ts';

/** The largest seed that the die throws: short enough to be read out in class. */
const largestThrow = 9999;

export const SeedControl = memo(function SeedControl() {
  const { seed } = useSettings('seed');
  const edit = useEditLaboratory();
  const take = (value: number): string | null => {
    const problem = laboratoryProblem('seed', value);
    if (problem === null) edit({ seed: value });
    return problem;
  };
  const throwDie = (): void => {
    // The one number that no seed decides; what follows from it is in the document.
    const thrown = 1 + Math.floor(Math.random() * (largestThrow - 1));
    edit({ seed: thrown === seed ? thrown + 1 : thrown });
  };
  return (
    <div className="lab-control lab-seed">
      <NumberField label="Seed" isWhole size={5} example="7" value={seed} onCommit={take} />
      <button type="button" className="controls-button" aria-label="New seed" title="New seed: other weights, other words" onClick={throwDie}>
        <Dices aria-hidden="true" />
      </button>
    </div>
  );
});
