// Whether the sequence is read one way or both ways, where the task can be read both ways.
import { canReadBothWays, cellsFor } from '../../../engine/tasks/choices.ts';
import { tasks } from '../../../engine/tasks/index.ts';
import { useDispatch, useDocument } from '../stores.tsx';
import { Segmented } from './Segmented.tsx';

export function DirectionControl() {
  const dispatch = useDispatch();
  const { task, bidirectional, cell } = useDocument((state) => state.document);
  if (!canReadBothWays(tasks[task]) || !cellsFor(tasks[task]).includes(cell)) return null;
  return (
    <div className="network-sheet-group">
      <Segmented
        label="Direction"
        choices={[
          { value: 'one', label: 'one way' },
          { value: 'both', label: 'both ways' },
        ]}
        value={bidirectional ? 'both' : 'one'}
        onChange={(choice) => dispatch({ type: 'setDirection', bidirectional: choice === 'both' })}
      />
      <p className="controls-words">
        {bidirectional
          ? 'A second chain with weights of its own reads from the end, and every answer sees both: twice the work, and no answer before the whole is read.'
          : 'It reads from the first to the last; what comes later cannot help an earlier answer.'}
      </p>
    </div>
  );
}
