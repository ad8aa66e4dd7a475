// How the weights start, before any training: a scheme with words for what it does.
import { useId } from 'react';
import { schemes } from '../../../engine/recipe/initialise.ts';
import { useDispatch, useDocument } from '../stores.tsx';

const all = Object.values(schemes);

export function SchemeSelect() {
  const id = useId();
  const scheme = useDocument((state) => state.document.initialisation.scheme);
  const dispatch = useDispatch();
  return (
    <div className="network-sheet-group">
      <label htmlFor={id} className="controls-label">
        First weights
      </label>
      <select
        id={id}
        className="controls-select"
        value={scheme}
        aria-describedby={`${id}-words`}
        onChange={(event) => {
          const next = all.find((each) => each.id === event.target.value);
          if (next) dispatch({ type: 'setScheme', scheme: next.id });
        }}
      >
        {all.map((each) => (
          <option key={each.id} value={each.id}>
            {each.name}
          </option>
        ))}
      </select>
      <p id={`${id}-words`} className="controls-words">
        {schemes[scheme].words}
      </p>
    </div>
  );
}
