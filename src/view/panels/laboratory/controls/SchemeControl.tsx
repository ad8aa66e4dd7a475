// How the weights start: a scheme, with what it does.
import { memo } from 'react';
import { SchemeSelect } from '../../controls/SchemeSelect.tsx';
import { useEditLaboratory, useSettings } from '../hooks.ts';

export const SchemeControl = memo(function SchemeControl() {
  const { scheme } = useSettings('scheme');
  const edit = useEditLaboratory();
  return (
    <div className="lab-control lab-control-line">
      <SchemeSelect value={scheme} onChange={(next) => edit({ scheme: next })} />
    </div>
  );
});
