// What all networks have the same of: hidden units, or parameters.
import { memo } from 'react';
import { Segmented } from '../../controls/Segmented.tsx';
import { useEditLaboratory, useSettings } from '../hooks.ts';

export const MatchControl = memo(function MatchControl() {
  const { matched } = useSettings('matched');
  const edit = useEditLaboratory();
  return (
    <Segmented
      label="All networks have the same"
      choices={[
        { value: 'units', label: 'units' },
        { value: 'parameters', label: 'parameters' },
      ]}
      value={matched}
      onChange={(next) => edit({ matched: next })}
    />
  );
});
