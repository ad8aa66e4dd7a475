// What all networks have the same of: hidden units, or parameters.
import { Segmented } from '../../controls/Segmented.tsx';
import { useEditLaboratory, useLaboratory } from '../hooks.ts';

export function MatchControl() {
  const { matched } = useLaboratory();
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
}
