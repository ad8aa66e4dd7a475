// The rows of the task's table, small: each puts its row in.
import type { Task } from '../../../engine/tasks/task.ts';
import { useDispatch, useDocument } from '../stores.tsx';

interface Props {
  readonly task: Task;
  readonly onPick: () => void;
}

export function RowChips({ task, onPick }: Props) {
  const text = useDocument((state) => state.document.text);
  const isGenerated = useDocument((state) => state.document.generatedLength !== null);
  const dispatch = useDispatch();
  return (
    <div className="row-chips" role="group" aria-label="Rows that it was trained on">
      {task.rows.map((row) => (
        <button
          key={row.text}
          type="button"
          className="row-chip"
          aria-pressed={!isGenerated && row.text === text}
          onClick={() => {
            dispatch({ type: 'setText', text: row.text });
            onPick();
          }}
        >
          {row.text}{' '}
          {task.targetSource.kind === 'asked' && <span className="row-chip-target">→ {row.targets[0]}</span>}
        </button>
      ))}
    </div>
  );
}
