// One of several names, with its label above.
import { useId, type ReactNode } from 'react';
import './controls.css';

interface SelectProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly choices: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
  /** What the chosen one does. */
  readonly title?: string | undefined;
  /** Why there is nothing to choose, or what it does, below. */
  readonly children?: ReactNode;
}

export function SelectField<Value extends string>({ label, value, choices, onChange, title, children }: SelectProps<Value>) {
  const id = useId();
  return (
    <div className="select-field">
      <label htmlFor={id} className="controls-label">
        {label}
      </label>
      <select
        id={id}
        className="controls-select"
        value={value}
        title={title}
        onChange={(event) => {
          const next = choices.find((each) => each.value === event.target.value);
          if (next) onChange(next.value);
        }}
      >
        {choices.map((each) => (
          <option key={each.value} value={each.value}>
            {each.label}
          </option>
        ))}
      </select>
      {children}
    </div>
  );
}
