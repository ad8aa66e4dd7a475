// Where the bias of the gate that keeps the old state starts: the LSTM's f, the GRU's z.
import { memo } from 'react';
import { laboratoryLimits } from '../../../../state/laboratory/limits.ts';
import { formatNumber } from '../../../theme/format.ts';
import { Switch } from '../../controls/Switch.tsx';
import { useEditLaboratory, useSettings } from '../hooks.ts';
import { SettingSlider } from '../../pages/SettingSlider.tsx';

const { low, high } = laboratoryLimits.gateBias;

/** What it begins with when it is set. */
const first = 1;

const sigmoid = (a: number): number => 1 / (1 + Math.exp(-a));

export const GateBiasControl = memo(function GateBiasControl() {
  const { gateBias } = useSettings('gateBias');
  const edit = useEditLaboratory();
  return (
    <div className="lab-control">
      {gateBias === null ? (
        <p className="lab-control-words">The bias of the forget gate (LSTM) and of the update gate (GRU) starts as the scheme has it.</p>
      ) : (
        <SettingSlider
          label="Forget-gate bias"
          words={`Alone it opens f (LSTM) and z (GRU) to ${formatNumber(sigmoid(gateBias))}: that much is kept a step.`}
          places={{ low, high, step: 0.1 }}
          value={gateBias}
          valueText={formatNumber(gateBias)}
          onChange={(value, gesture) => edit({ gateBias: Number(value.toFixed(1)) }, gesture)}
        />
      )}
      <Switch label="set the gate’s bias" isOn={gateBias !== null} onChange={(isOn) => edit({ gateBias: isOn ? first : null })} />
    </div>
  );
});
