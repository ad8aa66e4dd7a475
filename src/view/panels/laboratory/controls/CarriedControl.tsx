// What happens to the state at a cut: it is carried on, or each piece begins with zeros.
import { memo } from 'react';
import { Segmented } from '../../controls/Segmented.tsx';
import { useEditLaboratory, useSettings } from '../hooks.ts';

export const CarriedControl = memo(function CarriedControl() {
  const { carried } = useSettings('carried');
  const edit = useEditLaboratory();
  return (
    <div className="lab-control">
      <Segmented
        label="The state at a cut is"
        choices={[
          { value: 'carried', label: 'carried on' },
          { value: 'reset', label: 'reset to 0' },
        ]}
        value={carried ? 'carried' : 'reset'}
        onChange={(choice) => edit({ carried: choice === 'carried' })}
      />
      <p className="lab-control-words">{carried ? 'Forwards nothing is cut: the numbers stay, only the gradient ends.' : 'Each piece is read as if it were a sequence of its own.'}</p>
    </div>
  );
});
