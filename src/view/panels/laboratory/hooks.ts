// What every experiment of the laboratory reads and does: its settings, changing them, and asking the worker.
import { useCallback, useContext, useDeferredValue, useEffect, useState, useSyncExternalStore } from 'react';
import { useShallow } from 'zustand/react/shallow';
import type { PublishedSet, QuestionSet } from '../../../state/laboratory/answers.ts';
import { laboratoryCommand, laboratoryOf } from '../../../state/laboratory/edit.ts';
import type { Laboratory } from '../../../state/laboratory/laboratory.ts';
import { same } from '../../../state/same.ts';
import { useDocument, useStores } from '../stores.tsx';
import { AnswersContext } from './answersContext.ts';

export type { PublishedSet } from '../../../state/laboratory/answers.ts';

/** What is set in the laboratory. */
export const useLaboratory = (): Laboratory => useDocument(({ document }) => laboratoryOf(document));

/** Some of what is set: only a change of these draws the component anew, which is what a control under the hand needs of those beside it. */
export function useSettings<Key extends keyof Laboratory>(...keys: readonly Key[]): Pick<Laboratory, Key> {
  return useDocument(
    useShallow(({ document }) => {
      const laboratory = laboratoryOf(document);
      return Object.fromEntries(keys.map((key) => [key, laboratory[key]])) as Pick<Laboratory, Key>; // the keys that were asked for
    }),
  );
}

/** Changes settings; those of one gesture are one entry of the undo menu. The function stays the same. */
export function useEditLaboratory(): (changes: Partial<Laboratory>, gesture?: string) => void {
  const { documents } = useStores();
  return useCallback(
    (changes, gesture) => {
      const { document, dispatch } = documents.getState();
      dispatch(laboratoryCommand(document, changes, gesture));
    },
    [documents],
  );
}

/**
 * Asks, and asks anew whenever the questions change. Null until the first answers are here; then the latest set, which may be for
 * earlier questions than those asked now: draw from its own `questions`. It is the same object until the next set is whole, so what is
 * drawn of it is not drawn anew with every movement of a hand. A channel belongs to one place on the screen.
 */
export function useAnswers<Questions extends QuestionSet>(channel: string, questions: Questions): PublishedSet<Questions> | null {
  const answers = useContext(AnswersContext);
  const asked = useUnchanged(questions);
  useEffect(() => () => answers.leave(channel), [answers, channel]);
  useEffect(() => answers.ask(channel, asked), [answers, channel, asked]);
  // A channel is always asked the same kinds of questions under the same names.
  return useSyncExternalStore(answers.subscribe, () => answers.latest(channel)) as PublishedSet<Questions> | null;
}

/** The latest answers as they are drawn: what the hand moves goes before them. */
export const useDrawnAnswers = <Questions extends QuestionSet>(channel: string, questions: Questions): PublishedSet<Questions> | null => useDeferredValue(useAnswers(channel, questions));

/** The same object as long as it says the same. */
function useUnchanged<Value>(value: Value): Value {
  const [kept, keep] = useState(value);
  if (kept === value || same(kept, value)) return kept;
  keep(value);
  return value;
}
