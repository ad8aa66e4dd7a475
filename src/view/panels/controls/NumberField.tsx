// A number that can be typed: Enter or leaving the field takes it, Escape puts back what was there, and what is no number
// is named in words while the typed text stays.
import { useId, useState, type KeyboardEvent } from 'react';
import { readNumber, writeNumber } from '../../../state/numberText.ts';
import { shorten } from '../../../state/words.ts';
import './controls.css';

interface Props {
  readonly label: string;
  readonly isLabelHidden?: boolean | undefined;
  readonly value: number;
  /** Takes the number; returns null, or why it cannot be taken. */
  readonly onCommit: (value: number) => string | null;
  /** What a number looks like here, for the words about one that is none. */
  readonly example?: string | undefined;
  readonly isWhole?: boolean | undefined;
  /** Characters that have room. */
  readonly size?: number | undefined;
}

export function NumberField({ label, isLabelHidden = false, value, onCommit, example = '−0.5 or 1e-3', isWhole = false, size = 8 }: Props) {
  const id = useId();
  const [text, setText] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const shown = text ?? writeNumber(value).replace('-', '−');

  const forget = (): void => {
    setText(null);
    setProblem(null);
  };
  const commit = (): void => {
    if (text === null) return;
    const trouble = numberProblem(text, example) ?? onCommit(readNumber(text));
    setProblem(trouble);
    if (trouble === null) setText(null);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === 'Enter') {
      event.preventDefault();
      commit();
    }
    if (event.key === 'Escape' && text !== null) {
      // Only this field is left as it was; a panel around it stays open.
      event.preventDefault();
      event.stopPropagation();
      forget();
    }
  };

  return (
    <div className="number-field">
      <label htmlFor={id} className={isLabelHidden ? 'controls-hidden' : 'controls-label'}>
        {label}
      </label>
      <input
        id={id}
        className="controls-input"
        type="text"
        inputMode={isWhole ? 'numeric' : 'decimal'}
        autoComplete="off"
        spellCheck={false}
        size={size}
        value={shown}
        aria-invalid={problem !== null}
        aria-describedby={problem === null ? undefined : `${id}-problem`}
        onChange={(event) => {
          setText(event.target.value);
          setProblem(null);
        }}
        onBlur={commit}
        onKeyDown={onKeyDown}
      />
      {problem !== null && (
        <p id={`${id}-problem`} className="controls-problem" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}

/** Null for a number that float64 holds; else what was seen and what is expected. */
export function numberProblem(text: string, example = '−0.5 or 1e-3'): string | null {
  if (!Number.isNaN(readNumber(text))) return null;
  if (text.trim() === '') return `There is no number; expected for example ${example}.`;
  const seen = shorten(text.trim(), 30);
  const pointed = text.trim().replace(',', '.');
  if (pointed !== text.trim() && !Number.isNaN(readNumber(pointed))) return `${seen} is not a number; write it with a point, as ${shorten(pointed, 30)}.`;
  const isTooLarge = /^[-+−]?(\d+\.?\d*|\.\d+)(e\+?\d+)?$/i.test(text.trim());
  return isTooLarge
    ? `${seen} is more than the computer can hold; the largest number is 1.8e308.`
    : `${seen} is not a number; expected for example ${example}.`;
}
