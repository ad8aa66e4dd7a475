// The rows of the task's table, small: each puts its row in. Pictures are drawn as such.
import type { Task, TaskRow } from '../../../engine/tasks/task.ts';
import { halves } from '../../../engine/tasks/split.ts';
import { readText } from '../../../state/reading.ts';
import type { TaskId } from '../../../engine/tasks/index.ts';
import { useDispatch, useDocument } from '../stores.tsx';
import { PixelIcon } from './PixelIcon.tsx';

interface Props {
  readonly task: Task;
  readonly onPick: () => void;
}

export function RowChips({ task, onPick }: Props) {
  const id = useDocument((state) => state.document.task);
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
          aria-label={task.grid ? nameOf(task, row) : undefined}
          aria-pressed={!isGenerated && row.text === text}
          onClick={() => {
            dispatch({ type: 'setText', text: row.text });
            onPick();
          }}
        >
          {task.grid ? <Drawn id={id} task={task} row={row} /> : halves(task, row.text)[0].trim()}{' '}
          {task.grid ? null : answerOf(task, row) !== '' && <span className="row-chip-target">→ {answerOf(task, row)}</span>}
        </button>
      ))}
    </div>
  );
}

/** What is true of a row, where its text does not say it. */
function answerOf({ targetSource, loss, outputs }: Task, { targets = [] }: TaskRow): string {
  if (targetSource.kind !== 'asked') return '';
  return loss === 'cross_entropy' ? (outputs[targets[0] ?? -1] ?? '') : `${targets[0] ?? ''}`;
}

/** A drawn row in words: its place in the table, and what it shows. */
function nameOf(task: Task, row: TaskRow): string {
  const what = answerOf(task, row) || (halves(task, row.text)[1] ?? '').trim();
  return `${task.whole ?? task.step} ${task.rows.indexOf(row) + 1}${what === '' ? '' : `: ${what}`}`;
}

function Drawn({ id, task, row }: { readonly id: TaskId; readonly task: Task; readonly row: TaskRow }) {
  const { inputs, tokens } = readText({ task: id, addedWords: [] }, row.text, null);
  if (!task.grid || inputs.kind !== 'dense') return row.text;
  const size = task.vocabulary.length;
  // After a picture that is seen once there is nothing to see.
  const frames = tokens[0].flatMap((token, k) => (token === '' ? [] : [inputs.values.subarray(k * size, (k + 1) * size)]));
  return <PixelIcon grid={task.grid} frames={frames} />;
}
