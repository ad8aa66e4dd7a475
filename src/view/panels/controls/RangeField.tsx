// A slider with its name and its number: a native range, so that it works by touch, by mouse, by keys and by voice.
import { useId, type ReactNode } from 'react';
import './controls.css';

interface Props {
  readonly label: ReactNode;
  /** Where name and number stand beside it already. */
  readonly isHeadHidden?: boolean | undefined;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly value: number;
  /** What is shown and said for the value. */
  readonly valueText: string;
  readonly onInput: (value: number) => void;
  /** A drag begins, or the first key of several. */
  readonly onBegin?: (() => void) | undefined;
  readonly onEnd?: (() => void) | undefined;
  /** The element that says what it does. */
  readonly describedBy?: string | undefined;
  /** Names of places along the slider, for example its ends. */
  readonly marks?: readonly { readonly value: number; readonly label: string }[] | undefined;
}

export function RangeField({ label, isHeadHidden = false, min, max, step, value, valueText, onInput, onBegin, onEnd, describedBy, marks = [] }: Props) {
  const id = useId();
  return (
    <div className="range-field">
      <div className={isHeadHidden ? 'controls-hidden' : 'range-field-head'}>
        <label htmlFor={id} className="controls-label">
          {label}
        </label>
        <span className="range-field-value" aria-hidden="true">
          {valueText}
        </span>
      </div>
      <input
        id={id}
        className="range-field-input"
        type="range"
        min={min}
        max={max}
        step={step}
        value={Math.min(max, Math.max(min, value))}
        aria-valuetext={valueText}
        aria-describedby={describedBy}
        onChange={(event) => onInput(Number(event.target.value))}
        onPointerDown={onBegin}
        onPointerUp={onEnd}
        onBlur={onEnd}
      />
      {marks.length > 0 && (
        <div className="range-field-marks" aria-hidden="true">
          {marks.map((mark) => (
            <span key={mark.value} data-end={mark.value === min ? 'low' : mark.value === max ? 'high' : undefined} style={{ left: `${((mark.value - min) / (max - min)) * 100}%` }}>
              {mark.label}
            </span>
          ))}
        </div>
      )}
    </div>
  );
}
