// What is true of what is read, where only the reader can tell: one of the classes, or yes or no.
import { readingOf } from '../../../state/reading.ts';
import { tasks } from '../../../engine/tasks/index.ts';
import type { Task } from '../../../engine/tasks/task.ts';
import { Segmented } from '../controls/Segmented.tsx';
import { useDispatch, useDocument } from '../stores.tsx';

/** The answers by their number: a class each, or for a single yes or no the two of it. */
function answersOf({ loss, outputs }: Task): { value: string; label: string }[] {
  if (loss === 'cross_entropy') return outputs.map((name, k) => ({ value: `${k}`, label: name }));
  const [name = ''] = outputs;
  return [
    { value: '1', label: `${name}: 1` },
    { value: '0', label: `not ${name}: 0` },
  ];
}

export function LabelControl() {
  const task = useDocument(({ document }) => tasks[document.task]);
  const target = useDocument(({ document }) => document.label ?? readingOf(document).targets[0] ?? 0);
  const dispatch = useDispatch();
  const answers = answersOf(task);
  return (
    <Segmented
      label="The right answer"
      choices={answers}
      value={answers.find(({ value }) => value === `${target}`)?.value ?? null}
      onChange={(label) => dispatch({ type: 'setLabel', label: Number(label) })}
    />
  );
}
