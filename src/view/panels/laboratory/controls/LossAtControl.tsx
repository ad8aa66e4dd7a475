// The step whose loss goes back: the last one, or an earlier one.
import { memo } from 'react';
import { lossStep } from '../../../../state/laboratory/setups.ts';
import { useEditLaboratory, useSettings } from '../hooks.ts';
import { grouped } from '../../../../state/limits.ts';
import { SettingSlider } from '../../pages/SettingSlider.tsx';

export const LossAtControl = memo(function LossAtControl() {
  const laboratory = useSettings('steps', 'lossAt');
  const edit = useEditLaboratory();
  const { steps } = laboratory;
  const at = lossStep(laboratory);
  return (
    <SettingSlider
      label="Loss at step"
      words="Later steps get no gradient from it."
      places={{ low: 1, high: steps, step: 1 }}
      value={at}
      valueText={at === steps ? `${grouped(at)}, the last` : grouped(at)}
      onChange={(value, gesture) => edit({ lossAt: value >= steps ? null : value }, gesture)}
    />
  );
});
