// η, how far one update goes along the gradient.
import { memo } from 'react';
import { logStops } from '../../../layout/stops.ts';
import { formatNumber } from '../../../theme/format.ts';
import { useEditLaboratory, useSettings } from '../hooks.ts';
import { SettingSlider } from '../../pages/SettingSlider.tsx';

const stops = logStops({ low: 0.0001, high: 10, ratio: 1.05, decimals: 4 });

export const LearningRateControl = memo(function LearningRateControl() {
  const { learningRate } = useSettings('learningRate');
  const edit = useEditLaboratory();
  return (
    <SettingSlider
      label="Learning rate η"
      words="How far one update goes against the gradient."
      places={{ stops }}
      value={learningRate}
      valueText={formatNumber(learningRate, 4)}
      onChange={(value, gesture) => edit({ learningRate: value }, gesture)}
    />
  );
});
