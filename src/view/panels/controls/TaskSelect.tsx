// What the network is asked to do: one of the tasks, with how its network is wired and a sentence about it.
import { useId } from 'react';
import { topologies } from '../../../engine/topology/index.ts';
import { taskIds, tasks } from '../../../engine/tasks/index.ts';
import { useDispatch, useDocument } from '../stores.tsx';
import './controls.css';

export function TaskSelect({ isLabelHidden = false }: { readonly isLabelHidden?: boolean }) {
  const id = useId();
  const task = useDocument((state) => state.document.task);
  const dispatch = useDispatch();
  return (
    <div className="task-select">
      <label htmlFor={id} className={isLabelHidden ? 'controls-hidden' : 'controls-label'}>
        Task
      </label>
      <select
        id={id}
        className="controls-select"
        value={task}
        title={tasks[task].words}
        onChange={(event) => {
          const next = taskIds.find((each) => each === event.target.value);
          if (next) dispatch({ type: 'setTask', task: next });
        }}
      >
        {taskIds.map((each) => (
          <option key={each} value={each}>
            {tasks[each].title} · {topologies[tasks[each].topology].title.toLowerCase()}
          </option>
        ))}
      </select>
    </div>
  );
}
