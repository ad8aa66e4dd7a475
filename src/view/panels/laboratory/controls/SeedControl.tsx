// The seed of the weights and of the words that are read, and a die that throws another one.
import { memo } from 'react';
import { laboratoryProblem } from '../../../../state/laboratory/limits.ts';
import { SeedInput } from '../../controls/SeedInput.tsx';
import { useEditLaboratory, useSettings } from '../hooks.ts';

export const SeedControl = memo(function SeedControl() {
  const { seed } = useSettings('seed');
  const edit = useEditLaboratory();
  const take = (value: number): string | null => {
    const problem = laboratoryProblem('seed', value);
    if (problem === null) edit({ seed: value });
    return problem;
  };
  return <SeedInput className="lab-control lab-seed" seed={seed} title="New seed: other weights, other words" onChange={take} />;
});
