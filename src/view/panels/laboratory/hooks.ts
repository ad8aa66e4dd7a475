// What every experiment of the laboratory reads and does: its settings, changing them, and asking the worker.
import { useCallback, useContext, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { AnswerSet, PublishedSet, QuestionSet } from '../../../state/laboratory/answers.ts';
import { laboratoryCommand, laboratoryOf } from '../../../state/laboratory/edit.ts';
import type { Laboratory } from '../../../state/laboratory/laboratory.ts';
import { same } from '../../../state/same.ts';
import { useDocument, useStores } from '../stores.tsx';
import { AnswersContext } from './answersContext.ts';

export type { AnswerSet } from '../../../state/laboratory/answers.ts';

/** What is set in the laboratory. */
export const useLaboratory = (): Laboratory => useDocument(({ document }) => laboratoryOf(document));

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
 * earlier questions than those asked now (`isBehind`): draw from its own `questions`. A channel belongs to one place on the screen.
 */
export function useAnswers<Questions extends QuestionSet>(channel: string, questions: Questions): AnswerSet<Questions> | null {
  const answers = useContext(AnswersContext);
  const asked = useUnchanged(questions);
  useEffect(() => () => answers.leave(channel), [answers, channel]);
  useEffect(() => answers.ask(channel, asked), [answers, channel, asked]);
  // A channel is always asked the same kinds of questions under the same names.
  const set = useSyncExternalStore(answers.subscribe, () => answers.latest(channel)) as PublishedSet<Questions> | null;
  return useMemo(() => set && { ...set, isBehind: !same(set.questions, asked) }, [set, asked]);
}

/** The same object as long as it says the same. */
function useUnchanged<Value>(value: Value): Value {
  const [kept, keep] = useState(value);
  if (kept === value || same(kept, value)) return kept;
  keep(value);
  return value;
}
