// Which unit of a vector, or which entry of a matrix, is shown in numbers: a stepper up and down.
import { Minus, Plus } from 'lucide-react';
import type { Reference } from '../../../engine/reference.ts';
import type { Extent } from '../../layout/extent.ts';

interface UnitStepperProps {
  readonly extent: Extent | null;
  readonly reference: Reference;
  readonly onChange: (reference: Reference) => void;
}

export function UnitStepper({ extent, reference, onChange }: UnitStepperProps) {
  if (!extent) return null;
  const { rows, columns } = extent;
  const { unit = 1, column = 1 } = reference;
  return (
    <div className="formula-units">
      {rows > 1 && (
        <Stepper
          name={columns === null ? 'unit' : 'row'}
          place={unit}
          count={rows}
          onChange={(next) => onChange({ ...reference, unit: next })}
        />
      )}
      {columns !== null && columns > 1 && (
        <Stepper name="column" place={column} count={columns} onChange={(next) => onChange({ ...reference, column: next })} />
      )}
    </div>
  );
}

interface StepperProps {
  readonly name: string;
  readonly place: number;
  readonly count: number;
  readonly onChange: (place: number) => void;
}

/** After the last comes the first, so that neither button ever dies under the finger. */
function Stepper({ name, place, count, onChange }: StepperProps) {
  return (
    <fieldset className="formula-stepper" aria-label={`${name} ${place} of ${count}`}>
      <button type="button" aria-label={`${name} before`} onClick={() => onChange(place > 1 ? place - 1 : count)}>
        <Minus size={14} aria-hidden />
      </button>
      <span>
        {name} <b>{place}</b> of {count}
      </span>
      <button type="button" aria-label={`${name} after`} onClick={() => onChange(place < count ? place + 1 : 1)}>
        <Plus size={14} aria-hidden />
      </button>
    </fieldset>
  );
}
