// H, the number of hidden units.
import { memo } from 'react';
import { laboratoryLimits } from '../../../../state/laboratory/limits.ts';
import { SymbolText } from '../../../draw/numeric/SymbolText.tsx';
import { useEditLaboratory, useSettings } from '../hooks.ts';
import { SettingSlider } from '../../pages/SettingSlider.tsx';

const { low, high } = laboratoryLimits.hiddenSize;
const words = <SymbolText text="W_hh has H rows and H columns." />;

export const HiddenControl = memo(function HiddenControl() {
  const { hiddenSize } = useSettings('hiddenSize');
  const edit = useEditLaboratory();
  return (
    <SettingSlider
      label="Hidden units H"
      words={words}
      places={{ low, high, step: 1 }}
      value={hiddenSize}
      valueText={String(hiddenSize)}
      onChange={(value, gesture) => edit({ hiddenSize: value }, gesture)}
    />
  );
});
