// How strong the input is: what the 1 of a word is multiplied by. Strong inputs drive the units to where their curve is flat.
import { memo } from 'react';
import { laboratoryLimits } from '../../../../state/laboratory/limits.ts';
import { logStops } from '../../../layout/stops.ts';
import { formatShort } from '../../../theme/format.ts';
import { useEditLaboratory, useSettings } from '../hooks.ts';
import { SettingSlider } from '../../pages/SettingSlider.tsx';

const { low, high } = laboratoryLimits.strength;
const stops = logStops({ low, high, ratio: 1.03, decimals: 2 });

export const StrengthControl = memo(function StrengthControl() {
  const { strength } = useSettings('strength');
  const edit = useEditLaboratory();
  return (
    <SettingSlider
      label="Strength of the input"
      words="Strong inputs push units to where tanh is flat."
      places={{ stops }}
      value={strength}
      valueText={`× ${formatShort(strength)}`}
      onChange={(value, gesture) => edit({ strength: value }, gesture)}
    />
  );
});
