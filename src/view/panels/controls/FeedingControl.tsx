// What is read after the first step, where what comes out can be read again: the true words, or the network's own.
import { canFeedBack } from '../../../engine/tasks/choices.ts';
import { tasks } from '../../../engine/tasks/index.ts';
import { useDispatch, useDocument } from '../stores.tsx';
import { Segmented } from './Segmented.tsx';

export function FeedingControl() {
  const dispatch = useDispatch();
  const { task, bidirectional, feeding } = useDocument((state) => state.document);
  // One that reads from the end as well needs the whole sequence first.
  if (!canFeedBack(tasks[task]) || bidirectional) return null;
  const { step } = tasks[task];
  return (
    <div className="network-sheet-group">
      <Segmented
        label="What it reads next"
        choices={[
          { value: 'teacher', label: 'the true one' },
          { value: 'free', label: 'its own' },
        ]}
        value={feeding}
        onChange={(next) => dispatch({ type: 'setFeeding', feeding: next })}
      />
      <p className="controls-words">
        {feeding === 'teacher'
          ? `Teacher forcing: at each step it reads the ${step} that should have come, whatever it said.`
          : `Free running: the ${step} that it says is the one it reads at the next step. One wrong ${step} can lead it astray.`}
      </p>
    </div>
  );
}
