// Words of the sentence that the network does not know and reads past: still named, and still to be added.
import { useMemo, useState } from 'react';
import { tasks } from '../../../engine/tasks/index.ts';
import { readText } from '../../../state/reading.ts';
import { named } from '../../../state/words.ts';
import { useDispatch, useDocument } from '../stores.tsx';

export function SkippedWords() {
  const dispatch = useDispatch();
  const task = useDocument((state) => state.document.task);
  const text = useDocument((state) => state.document.text);
  const addedWords = useDocument((state) => state.document.addedWords);
  const [problem, setProblem] = useState<string | null>(null);
  const unknown = useMemo(() => readText({ task, addedWords }, text, null).unknown, [task, addedWords, text]);
  if (unknown.length === 0) return null;
  const { canGrow, step } = tasks[task];
  return (
    <p className="sentence-note">
      Skipped, since the network does not know {unknown.length === 1 ? `the ${step}` : `the ${step}s`}: {named(unknown, 4)}.{' '}
      {canGrow && (
        <button
          type="button"
          className="sentence-link"
          aria-label={`Add ${named(unknown, 4)} to the vocabulary`}
          onClick={() => setProblem(dispatch({ type: 'addWords', words: unknown }))}
        >
          Add
        </button>
      )}
      {problem !== null && (
        <span className="controls-problem" role="alert">
          {problem}
        </span>
      )}
    </p>
  );
}
