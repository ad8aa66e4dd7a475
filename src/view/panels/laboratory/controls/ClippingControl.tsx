// How the gradient is clipped before the update: not, by its length, or number by number, and at which limit.
import { memo } from 'react';
import { logStops } from '../../../layout/stops.ts';
import { formatNumber } from '../../../theme/format.ts';
import { Segmented } from '../../controls/Segmented.tsx';
import { useEditLaboratory, useSettings } from '../hooks.ts';
import { SettingSlider } from '../../pages/SettingSlider.tsx';

const stops = logStops({ low: 0.001, high: 1000, ratio: 1.06, decimals: 3 });

const words = {
  norm: 'A longer gradient is made as short as this: its direction stays.',
  value: 'Each larger number is cut to this: the direction may turn.',
} as const;

export const ClippingControl = memo(function ClippingControl() {
  const { clipping } = useSettings('clipping');
  const edit = useEditLaboratory();
  return (
    <div className="lab-control">
      <Segmented
        label="Clip the gradient"
        choices={[
          { value: 'none', label: 'no' },
          { value: 'norm', label: 'by norm' },
          { value: 'value', label: 'by value' },
        ]}
        value={clipping?.kind ?? 'none'}
        onChange={(kind) => edit({ clipping: kind === 'none' ? null : { kind, limit: clipping?.limit ?? 1 } })}
      />
      {clipping ? (
        <SettingSlider
          label="Limit"
          words={words[clipping.kind]}
          places={{ stops }}
          value={clipping.limit}
          valueText={formatNumber(clipping.limit, 3)}
          onChange={(limit, gesture) => edit({ clipping: { ...clipping, limit } }, gesture)}
        />
      ) : (
        <p className="lab-control-words">The update uses the gradient as it is, however long.</p>
      )}
    </div>
  );
});
