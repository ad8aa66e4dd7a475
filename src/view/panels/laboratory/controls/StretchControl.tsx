// How far W_hh stretches: by its largest singular value, by its spectral radius, or as the scheme left it; and whether the gradient must vanish then.
import { memo } from 'react';
import { allowed, laboratoryLimits } from '../../../../state/laboratory/limits.ts';
import type { Stretch } from '../../../../engine/laboratory/setup.ts';
import { logStops } from '../../../layout/stops.ts';
import { formatNumber } from '../../../theme/format.ts';
import { SymbolText } from '../../../draw/numeric/SymbolText.tsx';
import { Segmented } from '../../controls/Segmented.tsx';
import { useEditLaboratory, useSettings } from '../hooks.ts';
import { SettingSlider } from '../../pages/SettingSlider.tsx';
import { stretchWords } from './stretchWords.ts';

const { low, high } = laboratoryLimits.stretch;
const stops = logStops({ low, high, ratio: 1.01, decimals: 2 });
const marks = [0.1, 0.3, 1, 3].map((value) => ({ value, label: String(value) }));

const names: Readonly<Record<Stretch['by'], string>> = {
  singular: 'largest singular value σ',
  radius: 'spectral radius ρ',
};

export const StretchControl = memo(function StretchControl() {
  const { stretch, networks } = useSettings('stretch', 'networks');
  const edit = useEditLaboratory();
  const choose = (by: Stretch['by'] | 'none'): void =>
    edit({ stretch: by === 'none' ? null : { by, value: allowed('stretch', stretch?.value ?? 0.95) } });
  return (
    <div className="lab-control">
      <Segmented
        label="Scale of W_hh"
        choices={[
          { value: 'singular', label: 'by σ' },
          { value: 'radius', label: 'by ρ' },
          { value: 'none', label: 'as it starts' },
        ]}
        value={stretch?.by ?? 'none'}
        onChange={choose}
      />
      {stretch ? (
        <SettingSlider
          label={names[stretch.by]}
          words={stretchWords(stretch, networks).map((line) => (
            <span key={line} className="lab-control-row">
              <SymbolText text={line} />
            </span>
          ))}
          places={{ stops }}
          value={stretch.value}
          valueText={formatNumber(stretch.value)}
          marks={marks}
          onChange={(value, gesture) => edit({ stretch: { ...stretch, value } }, gesture)}
        />
      ) : (
        <p className="lab-control-words">
          <SymbolText text="The scheme below decides how far W_hh stretches a vector." />
        </p>
      )}
    </div>
  );
});
