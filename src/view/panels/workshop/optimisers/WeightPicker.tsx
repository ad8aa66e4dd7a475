// A weight by its name: which matrix, which row, which column.
import { useId } from 'react';
import { NumberField } from '../../controls/NumberField.tsx';
import { placeOfWeight, positionOf, type WeightNames } from '../../../layout/workshop/optimisers/weights.ts';

interface Props {
  readonly label: string;
  readonly names: WeightNames;
  readonly weight: number;
  readonly onChange: (weight: number) => void;
}

export function WeightPicker({ label, names, weight, onChange }: Props) {
  const id = useId();
  const place = placeOfWeight(names, weight);
  const { block, row, column } = place;
  const word = block.columnNames[column - 1];
  const take = (what: string, most: number, change: (value: number) => number) => (value: number): string | null => {
    if (!Number.isInteger(value) || value < 1 || value > most) return `${block.symbol} has ${most} ${what}${most === 1 ? '' : 's'}, so it has no ${what} ${value}.`;
    onChange(change(value));
    return null;
  };
  return (
    <div className="race-weight" role="group" aria-labelledby={id}>
      <span id={id} className="controls-label">
        {label}
      </span>
      <div className="race-weight-fields">
        <select className="controls-select" aria-label={`${label}: matrix`} value={names.blocks.indexOf(block)} onChange={(event) => onChange(names.blocks[Number(event.target.value)]?.offset ?? 0)}>
          {names.blocks.map(({ symbol }, k) => (
            <option key={symbol} value={k}>
              {symbol}
            </option>
          ))}
        </select>
        {block.rows > 1 && <NumberField label={`${label}: row`} isLabelHidden isWhole size={3} example="1" value={row} onCommit={take('row', block.rows, (value) => positionOf({ ...place, row: value }))} />}
        {block.columns > 1 && <NumberField label={`${label}: column`} isLabelHidden isWhole size={3} example="1" value={column} onCommit={take('column', block.columns, (value) => positionOf({ ...place, column: value }))} />}
      </div>
      {word !== undefined && <p className="lab-control-words">Column {column} is the word “{word}”.</p>}
    </div>
  );
}
