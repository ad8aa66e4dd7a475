// The window of truncated BPTT: how many steps a gradient may go back before it is cut.
import { memo } from 'react';
import { useEditLaboratory, useSettings } from '../hooks.ts';
import { SettingSlider } from '../../pages/SettingSlider.tsx';

export const WindowControl = memo(function WindowControl() {
  const { window, steps } = useSettings('window', 'steps');
  const edit = useEditLaboratory();
  return (
    <SettingSlider
      label="Window"
      words="The way back is cut after so many steps."
      places={{ low: 1, high: steps, step: 1 }}
      value={Math.min(window, steps)}
      valueText={window >= steps ? `${steps}, no cut` : `${window} ${window === 1 ? 'step' : 'steps'}`}
      onChange={(value, gesture) => edit({ window: value }, gesture)}
    />
  );
});
