// What the network reads: the reader's own sentence, the rows of the task's table, and what is true of the sentence.
import { useState } from 'react';
import { tasks } from '../../../engine/tasks/index.ts';
import { grouped } from '../../../state/limits.ts';
import { useDispatch, useDocument } from '../stores.tsx';
import { LabelControl } from './LabelControl.tsx';
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
  return (
    <section className="sentence" aria-label={task.step === 'letter' ? 'The word that is read' : 'The sentence that is read'}>
      <RowChips task={task} onPick={() => setPicks((count) => count + 1)} />
      {/* A new task is a new field: what was typed for the old one does not fit. */}
      <SentenceForm key={task.id} task={task} picks={picks} />
      {generatedLength === null ? (
        <SkippedWords />
      ) : (
        <p className="sentence-note">
          A generated sequence of {grouped(generatedLength)} steps is read instead.{' '}
          <button type="button" className="sentence-link" onClick={() => dispatch({ type: 'setGeneratedLength', length: null })}>
            Read the {task.step === 'letter' ? 'word' : 'sentence'}
          </button>
        </p>
      )}
      {task.targetSource.kind === 'asked' && <LabelControl />}
    </section>
  );
}
