// An experiment for tests: its questions are answered at once by the engine itself, without a worker.
import { act } from '@testing-library/react';
import type { ReactNode } from 'react';
import { vi } from 'vitest';
import { answer } from '../../../src/engine/laboratory/index.ts';
import { finish } from '../../../src/engine/learn/learner.ts';
import type { AnswerOf, Question, QuestionKind, QuestionOf } from '../../../src/engine/laboratory/questions.ts';
import { createAnswers } from '../../../src/state/laboratory/answers.ts';
import { initialLaboratory } from '../../../src/state/laboratory/defaults.ts';
import { laboratoryCommand } from '../../../src/state/laboratory/edit.ts';
import type { Laboratory } from '../../../src/state/laboratory/laboratory.ts';
import { published, type Outcome } from '../../../src/worker/laboratory/sets.ts';
import { AnswersContext } from '../../../src/view/panels/laboratory/answersContext.ts';
import { drawPage, type Page } from '../page.tsx';

/** The answer, without its pauses. */
export const computed = <Kind extends QuestionKind>(question: QuestionOf<Kind>): AnswerOf<Kind> => finish(answer(question));

function outcomeOf(question: Question): Outcome {
  try {
    return { answer: finish(answer(question)), problem: null };
  } catch (error) {
    return { answer: null, problem: error instanceof Error ? error.message : 'unknown' };
  }
}

export interface LaboratoryPage extends Page {
  readonly edit: (changes: Partial<Laboratory>) => void;
  readonly laboratory: () => Laboratory;
}

/** `refuse`: no question has an answer, and these words instead. */
export function drawLaboratory(experiment: ReactNode, changes: Partial<Laboratory> = {}, refuse?: string): LaboratoryPage {
  // Nothing is measured without a screen, and a figure without a width is not drawn.
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(800);
  const answers = createAnswers((onSet) => ({
    ask: (channel, questions) => onSet(channel, published(questions, refuse === undefined ? outcomeOf : () => ({ answer: null, problem: refuse }))),
    leave: () => {},
  }));
  const page = drawPage(<AnswersContext.Provider value={answers}>{experiment}</AnswersContext.Provider>, { section: 'gradients', laboratory: { ...initialLaboratory, ...changes } });
  const { documents } = page.stores;
  return {
    ...page,
    edit: (more) => {
      const { document, dispatch } = documents.getState();
      act(() => void dispatch(laboratoryCommand(document, more)));
    },
    laboratory: () => documents.getState().document.laboratory ?? initialLaboratory,
  };
}
