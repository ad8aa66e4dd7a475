// How the weights start: a scheme, with what it does.
import { memo, useId } from 'react';
import { schemes } from '../../../../engine/recipe/initialise.ts';
import { useEditLaboratory, useSettings } from '../hooks.ts';

const all = Object.values(schemes);

export const SchemeControl = memo(function SchemeControl() {
  const id = useId();
  const { scheme } = useSettings('scheme');
  const edit = useEditLaboratory();
  return (
    <div className="lab-control lab-control-line">
      <label htmlFor={id} className="controls-label">
        First weights
      </label>
      <select
        id={id}
        className="controls-select"
        value={scheme}
        title={schemes[scheme].words}
        onChange={(event) => {
          const next = all.find((each) => each.id === event.target.value);
          if (next) edit({ scheme: next.id });
        }}
      >
        {all.map((each) => (
          <option key={each.id} value={each.id}>
            {each.name}
          </option>
        ))}
      </select>
    </div>
  );
});
