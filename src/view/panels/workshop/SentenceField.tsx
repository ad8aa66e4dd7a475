// A text of the reader's own, or a row of the data where the field is empty: with what is said about how it was read.
import { ChevronLeft, ChevronRight, X } from 'lucide-react';
import { useId } from 'react';
import { NumberField } from '../controls/NumberField.tsx';
import './sentenceField.css';

interface Props {
  readonly label: string;
  /** What is typed; null where nothing can be. */
  readonly typed: string | null;
  readonly most: number;
  /** From 1. */
  readonly row: number;
  readonly rowCount: number;
  /** The text of the row. */
  readonly rowText: string;
  /** What was left out, or why it cannot be read; empty where there is nothing to say. */
  readonly note: string;
  readonly isWrong: boolean;
  /** What the row is for, where it is not what stands in the empty field. */
  readonly rowWords?: string | undefined;
  readonly onType: (text: string) => void;
  readonly onRow: (row: number) => void;
}

export function SentenceField({ label, typed, most, row, rowCount, rowText, note, isWrong, rowWords, onType, onRow }: Props) {
  const id = useId();
  const step = (by: number): void => onRow(((row - 1 + by + rowCount) % rowCount) + 1);
  return (
    <div className="lab-control sentence-field">
      {typed !== null && (
        <>
          <label htmlFor={id} className="controls-label">
            {label}
          </label>
          <div className="sentence-field-line">
            <input
              id={id}
              className="controls-input"
              type="text"
              maxLength={most}
              autoComplete="off"
              spellCheck={false}
              placeholder={rowText.slice(0, 60)}
              value={typed}
              aria-describedby={`${id}-note`}
              aria-invalid={isWrong}
              onChange={(event) => onType(event.target.value)}
            />
            {typed !== '' && (
              <button type="button" className="controls-button" aria-label="Clear the field" title="Clear the field: the row is read again" onClick={() => onType('')}>
                <X aria-hidden="true" />
              </button>
            )}
          </div>
        </>
      )}
      {rowWords !== undefined && <p className="lab-control-words">{rowWords}</p>}
      <div className="sentence-field-line">
        <button type="button" className="controls-button" aria-label="Row before" title="Row before" onClick={() => step(-1)}>
          <ChevronLeft aria-hidden="true" />
        </button>
        <NumberField
          label={`Row of ${rowCount.toLocaleString('en')}`}
          isWhole
          size={5}
          example="12"
          value={row}
          onCommit={(value) => {
            if (!Number.isInteger(value) || value < 1 || value > rowCount) return `Rows have whole numbers from 1 to ${rowCount}, but this is ${value}.`;
            onRow(value);
            return null;
          }}
        />
        <button type="button" className="controls-button" aria-label="Next row" title="Next row" onClick={() => step(1)}>
          <ChevronRight aria-hidden="true" />
        </button>
      </div>
      <p id={`${id}-note`} className={isWrong ? 'controls-problem' : 'lab-control-words'} role="status">
        {note}
      </p>
    </div>
  );
}
