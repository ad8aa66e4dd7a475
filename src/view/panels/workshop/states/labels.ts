// What the ways through the plane are coloured by: the class of a sentence or of each of its steps, or which of two chains a step belongs to.
import type { Task } from '../../../../engine/tasks/task.ts';
import type { Reading } from '../../../../engine/tasks/reading.ts';

export interface Labels {
  readonly names: readonly string[];
  /** Whether every step has one of its own. */
  readonly isPerStep: boolean;
  /** The label of each step of a reading. */
  readonly of: (reading: Pick<Reading, 'tokens' | 'targets'>) => readonly (number | null)[];
}

/** Null where a task has no labels: where what comes next is said at every step, or numbers are. */
export function labelsOf(task: Pick<Task, 'topology' | 'loss' | 'outputs' | 'targetSource' | 'classes'>): Labels | null {
  const { topology, loss, outputs, targetSource, classes } = task;
  const each = <Value>({ tokens: [input, decoder] }: Pick<Reading, 'tokens'>, valueOf: (k: number) => Value): Value[] => Array.from({ length: input.length + decoder.length }, (_, k) => valueOf(k));
  if (topology === 'encoder-decoder') return { names: ['reads', 'says'], isPerStep: true, of: (reading) => each(reading, (k) => (k < reading.tokens[0].length ? 0 : 1)) };
  if (classes) return { names: classes, isPerStep: false, of: (reading) => each(reading, () => known(classes.indexOf(reading.tokens[0][0] ?? ''))) };
  if (targetSource.kind === 'next' || targetSource.kind === 'written' || loss === 'mse') return null;
  if (loss === 'bce') {
    const [name] = outputs;
    return outputs.length === 1 && name !== undefined ? { names: [`not ${name}`, name], isPerStep: topology === 'many-to-many-synced', of: labelled(topology === 'many-to-many-synced') } : null;
  }
  return { names: outputs, isPerStep: topology === 'many-to-many-synced', of: labelled(topology === 'many-to-many-synced') };

  function labelled(isPerStep: boolean): Labels['of'] {
    return (reading) => each(reading, (k) => known(reading.targets[isPerStep ? k : 0] ?? -1));
  }
}

const known = (label: number): number | null => (Number.isInteger(label) && label >= 0 ? label : null);
