// The way from the gradient plot of one network to the laboratory, where several are compared and taken apart.
import { FlaskConical } from 'lucide-react';
import { useDispatch } from '../stores.tsx';

export function OpenLaboratory() {
  const dispatch = useDispatch();
  return (
    <div className="gradient-laboratory">
      <button type="button" className="controls-button" onClick={() => dispatch({ type: 'setSection', section: 'gradients' })}>
        <FlaskConical aria-hidden="true" />
        Open the gradient laboratory
      </button>
      <span>Several networks side by side, and why they forget.</span>
    </div>
  );
}
