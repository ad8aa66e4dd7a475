// Who answers the laboratory's questions: a worker of the page, begun with the first of them, unless a test brings its own.
import { createContext } from 'react';
import { createAnswers, type Answers } from '../../../state/laboratory/answers.ts';
import { createLaboratory } from '../../../worker/laboratory/client.ts';

/** One for the whole page, so that what was answered is there when a section is come back to. */
const pageAnswers = createAnswers((onSet) =>
  createLaboratory({
    onSet,
    schedule: (callback) => void requestAnimationFrame(callback),
    isHidden: () => document.hidden,
  }),
);

export const AnswersContext = createContext<Answers>(pageAnswers);
