// Fields of the room's settings: a number within its range, one of several names, each with its label above.
import { useId, type ReactNode } from 'react';
import { rangeProblem } from '../../../../state/workshop/setting.ts';
import { trainingSettings, type TrainingSettings } from '../../../../state/workshop/settings/training.ts';
import { NumberField } from '../../controls/NumberField.tsx';
import { useEditRoom, useRoom } from '../hooks.ts';

/** Settings that are numbers. */
type NumberKey = { [Key in keyof TrainingSettings]: TrainingSettings[Key] extends number | null ? Key : never }[keyof TrainingSettings];

interface NumberProps {
  readonly setting: NumberKey;
  readonly label: string;
  readonly example: string;
  /** What stands there where nothing is set. */
  readonly usual?: number | undefined;
}

export function NumberSetting({ setting, label, example, usual = 0 }: NumberProps) {
  const value = useRoom('training')[setting];
  const edit = useEditRoom('training');
  const { range } = trainingSettings[setting];
  const onCommit = (next: number): string | null => {
    const problem = rangeProblem(label, range, next);
    if (problem === null) edit({ [setting]: next });
    return problem;
  };
  return <NumberField label={label} size={6} example={example} isWhole={range?.whole ?? false} value={value ?? usual} onCommit={onCommit} />;
}

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
    <div className="training-field">
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
