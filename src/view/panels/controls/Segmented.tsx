// A choice of a few, side by side: native radio buttons that look like one control.
import { useId, type ReactNode } from 'react';
import { SymbolText } from '../../draw/numeric/SymbolText.tsx';
import './controls.css';

interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: ReactNode;
}

interface Props<Value extends string> {
  /** Its name; seen unless `isLabelHidden`. */
  readonly label: string;
  readonly isLabelHidden?: boolean | undefined;
  readonly choices: readonly Choice<Value>[];
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
}

export function Segmented<Value extends string>({ label, isLabelHidden = false, choices, value, onChange }: Props<Value>) {
  const name = useId();
  return (
    <fieldset className="segmented">
      <legend className={isLabelHidden ? 'controls-hidden' : 'controls-label'}>
        <SymbolText text={label} />
      </legend>
      <div className="segmented-choices">
        {choices.map((each) => (
          <label key={each.value} className="segmented-choice">
            <input
              type="radio"
              name={name}
              value={each.value}
              checked={each.value === value}
              onChange={() => onChange(each.value)}
            />
            <span>{each.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
