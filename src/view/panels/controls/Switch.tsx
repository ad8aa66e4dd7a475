// Something that is on or off: a native checkbox that is said and seen as a switch.
import type { ReactNode } from 'react';
import './controls.css';

interface Props {
  readonly label: ReactNode;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
  /** Id of the words that explain it. */
  readonly describedBy?: string | undefined;
}

export function Switch({ label, isOn, onChange, describedBy }: Props) {
  return (
    <label className="switch">
      <input type="checkbox" role="switch" aria-checked={isOn} checked={isOn} aria-describedby={describedBy} onChange={(event) => onChange(event.target.checked)} />
      <span>{label}</span>
    </label>
  );
}
