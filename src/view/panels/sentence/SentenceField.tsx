// What the network reads: the reader's own sentence or picture, the rows of the task's table, and what is true of it.
import { useState } from 'react';
import { tasks } from '../../../engine/tasks/index.ts';
import { grouped } from '../../../state/limits.ts';
import { useDispatch, useDocument } from '../stores.tsx';
import { wholeOf } from './fields.ts';
import { LabelControl } from './LabelControl.tsx';
import { PixelEditor } from './PixelEditor.tsx';
import { RowChips } from './RowChips.tsx';
import { SentenceForm } from './SentenceForm.tsx';
import { SkippedWords } from './SkippedWords.tsx';
import '../controls/controls.css';
import './sentence.css';

export function SentenceField() {
  const task = useDocument((state) => tasks[state.document.task]);
  const generatedLength = useDocument((state) => state.document.generatedLength);
  const dispatch = useDispatch();
  const [picks, setPicks] = useState(0);
  const whole = wholeOf(task);
  // A new task is a new field: what was typed for the old one does not fit.
  const form = <SentenceForm key={task.id} task={task} picks={picks} />;
  return (
    <section className="sentence" aria-label={`The ${whole} that is read`}>
      <RowChips task={task} onPick={() => setPicks((count) => count + 1)} />
      {task.grid && <PixelEditor task={task} />}
      {task.grid && task.targetSource.kind !== 'written' ? (
        <details className="sentence-text">
          <summary>As text</summary>
          {form}
        </details>
      ) : (
        form
      )}
      {generatedLength === null ? (
        <SkippedWords />
      ) : (
        <p className="sentence-note">
          A generated sequence of {grouped(generatedLength)} steps is read instead.{' '}
          <button type="button" className="sentence-link" onClick={() => dispatch({ type: 'setGeneratedLength', length: null })}>
            Read the {whole}
          </button>
        </p>
      )}
      {task.targetSource.kind === 'rule' && <p className="sentence-note">{task.targetSource.words}</p>}
      {task.targetSource.kind === 'asked' && <LabelControl />}
    </section>
  );
}
