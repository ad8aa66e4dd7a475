// The second network's own controls, small: cell, units, direction, clipping, and the weight that is selected.
import { cells } from '../../../engine/cells/index.ts';
import { canReadBothWays, cellsFor } from '../../../engine/tasks/choices.ts';
import { tasks } from '../../../engine/tasks/index.ts';
import type { GradientClip, Rival } from '../../../state/document.ts';
import { rivalDocument } from '../../../state/rival.ts';
import { NumberField } from '../controls/NumberField.tsx';
import { useDocument } from '../stores.tsx';
import { RivalWeight } from './RivalWeight.tsx';

type Change = (rival: Rival) => string | null;

export function RivalControls({ change }: { readonly change: Change }) {
  const document = useDocument((state) => state.document);
  const other = rivalDocument(document);
  if (!other) return null;
  const task = tasks[document.task];
  /** What is as in the first follows the first. */
  const set = <Key extends 'cell' | 'bidirectional' | 'hiddenSize'>(key: Key, value: NonNullable<Rival[Key]>): string | null =>
    change({ [key]: document[key] === value ? undefined : value });
  return (
    <div className="rival-controls" role="group" aria-label="What the second network does otherwise">
      <Select label="Cell of B" value={other.cell} choices={cellsFor(task).map((id) => [id, cells[id].title])} onChange={(cell) => set('cell', cell)} />
      <span className="rival-field">
        <span aria-hidden="true">units</span>
        <NumberField label="Hidden units of B" isLabelHidden isWhole size={2} example="4" value={other.hiddenSize} onCommit={(units) => set('hiddenSize', units)} />
      </span>
      {canReadBothWays(task) && (
        <Select
          label="Direction of B"
          value={other.bidirectional ? 'both' : 'one'}
          choices={[['one', 'one way'], ['both', 'both ways']]}
          onChange={(choice) => set('bidirectional', choice === 'both')}
        />
      )}
      <Clip first={document.clipping} second={other.clipping} change={change} />
      <RivalWeight change={change} />
    </div>
  );
}

interface SelectProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly choices: readonly (readonly [Value, string])[];
  readonly onChange: (value: Value) => void;
}

function Select<Value extends string>({ label, value, choices, onChange }: SelectProps<Value>) {
  return (
    <select
      className="tool-select"
      aria-label={label}
      title={label}
      value={value}
      onChange={(event) => {
        const found = choices.find(([each]) => each === event.target.value);
        if (found) onChange(found[0]);
      }}
    >
      {choices.map(([each, words]) => (
        <option key={each} value={each}>
          {words}
        </option>
      ))}
    </select>
  );
}

interface ClipProps {
  readonly first: GradientClip | null;
  readonly second: GradientClip | null;
  readonly change: Change;
}

const isSameClip = (a: GradientClip | null, b: GradientClip | null): boolean => a?.kind === b?.kind && a?.limit === b?.limit;

function Clip({ first, second, change }: ClipProps) {
  const set = (clipping: GradientClip | null): string | null => change({ clipping: isSameClip(first, clipping) ? undefined : clipping });
  return (
    <>
      <Select
        label="Clipping of B"
        value={second?.kind ?? 'none'}
        choices={[['none', 'not clipped'], ['norm', 'clipped by norm'], ['value', 'clipped by value']]}
        onChange={(kind) => set(kind === 'none' ? null : { kind, limit: second?.limit ?? 1 })}
      />
      {second && <NumberField label="Limit of B’s gradient" isLabelHidden size={4} example="1 or 0.5" value={second.limit} onCommit={(limit) => set({ ...second, limit })} />}
    </>
  );
}
