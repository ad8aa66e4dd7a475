// What a network in view reads: a sentence of the reader's own, or a row of the data that it was trained on.
import type { PreparedData } from '../../../engine/data/dataset.ts';
import { SentenceField } from './SentenceField.tsx';

/** The most letters of a sentence of one's own. */
const mostLetters = 400;

interface Props {
  readonly data: PreparedData;
  readonly sentence: string;
  /** From 1; one behind the last is the last. */
  readonly row: number;
  /** What was left out, or why it cannot be read; empty where there is nothing to say. */
  readonly note: string;
  readonly isWrong: boolean;
  /** Another row empties the sentence. */
  readonly onChange: (changes: { readonly sentence: string; readonly row?: number }) => void;
}

export function RowField({ data: { rows, task }, sentence, row, note, isWrong, onChange }: Props) {
  const at = Math.min(row, rows.length);
  return (
    <SentenceField
      label={`A ${task.whole} of your own`}
      typed={task.cut === 'dense' ? null : sentence}
      most={mostLetters}
      row={at}
      rowCount={rows.length}
      rowText={rows[at - 1]?.text ?? ''}
      note={note}
      isWrong={isWrong}
      onType={(typed) => onChange({ sentence: typed })}
      onRow={(next) => onChange({ row: next, sentence: '' })}
    />
  );
}
