// T, how many steps are read: a slider, and a field for an exact number.
import { memo } from 'react';
import { laboratoryLimits, laboratoryProblem } from '../../../../state/laboratory/limits.ts';
import { grouped } from '../../../../state/limits.ts';
import { logStops } from '../../../layout/stops.ts';
import { NumberField } from '../../controls/NumberField.tsx';
import { useEditLaboratory, useSettings } from '../hooks.ts';
import { SettingSlider } from '../../pages/SettingSlider.tsx';

const { low, high } = laboratoryLimits.steps;
const stops = logStops({ low, high, ratio: 1.03, decimals: 0 });

export const StepsControl = memo(function StepsControl() {
  const { steps } = useSettings('steps');
  const edit = useEditLaboratory();
  const take = (value: number): string | null => {
    const problem = laboratoryProblem('steps', value);
    if (problem === null) edit({ steps: value });
    return problem;
  };
  return (
    <SettingSlider
      label="Steps T"
      words="How many words are read: the way back is as long."
      places={{ stops }}
      value={steps}
      valueText={`${grouped(steps)} steps`}
      onChange={(value, gesture) => edit({ steps: value }, gesture)}
    >
      <NumberField label="T, exactly" isLabelHidden isWhole size={4} example="200" value={steps} onCommit={take} />
    </SettingSlider>
  );
});
