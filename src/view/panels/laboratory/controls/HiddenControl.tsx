// H, the number of hidden units.
import { laboratoryLimits } from '../../../../state/laboratory/limits.ts';
import { useEditLaboratory, useLaboratory } from '../hooks.ts';
import { LabSlider } from './LabSlider.tsx';

const { low, high } = laboratoryLimits.hiddenSize;

export function HiddenControl() {
  const { hiddenSize } = useLaboratory();
  const edit = useEditLaboratory();
  return (
    <LabSlider
      label="Hidden units H"
      words="W_hh has H rows and H columns."
      places={{ low, high, step: 1 }}
      value={hiddenSize}
      valueText={String(hiddenSize)}
      onChange={(value, gesture) => edit({ hiddenSize: value }, gesture)}
    />
  );
}
