// How the weights start, before any training: a scheme, with what it does. It stands in its user's row, and knows no store.
import { useId } from 'react';
import { schemes, type SchemeId } from '../../../engine/recipe/initialise.ts';
import './controls.css';

interface Props {
  readonly value: SchemeId;
  readonly onChange: (scheme: SchemeId) => void;
  /** Only heard where there is no room for it; then the choices themselves say what they are. */
  readonly hiddenLabel?: string | undefined;
  /** Whether what it does stands below; else it comes when the pointer rests on it. */
  readonly hasWords?: boolean;
}

const all = Object.values(schemes);

export function SchemeSelect({ value, onChange, hiddenLabel, hasWords = false }: Props) {
  const id = useId();
  const { words } = schemes[value];
  return (
    <>
      <label htmlFor={id} className={hiddenLabel === undefined ? 'controls-label' : 'controls-hidden'}>
        {hiddenLabel ?? 'First weights'}
      </label>
      <select
        id={id}
        className="controls-select"
        value={value}
        title={hasWords ? undefined : words}
        aria-describedby={hasWords ? `${id}-words` : undefined}
        onChange={(event) => {
          const next = all.find((each) => each.id === event.target.value);
          if (next) onChange(next.id);
        }}
      >
        {all.map(({ id: scheme, name }) => (
          <option key={scheme} value={scheme}>
            {hiddenLabel === undefined ? name : `${name} weights`}
          </option>
        ))}
      </select>
      {hasWords && (
        <p id={`${id}-words`} className="controls-words">
          {words}
        </p>
      )}
    </>
  );
}
