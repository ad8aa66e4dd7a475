// The table of questions: which computation answers which.
import { explosion } from './explosion.ts';
import { factors } from './factors.ts';
import { flow } from './flow.ts';
import { map } from './lossMap.ts';
import { product } from './product.ts';
import type { Answering, AnswerOf, Question, QuestionKind, QuestionOf } from './questions.ts';
import { road } from './road.ts';
import { truncation } from './truncation.ts';

const answers: { readonly [Kind in QuestionKind]: Answering<Kind> } = { flow, factors, product, map, explosion, truncation, road };

/** Answers a question, with a pause every few milliseconds at most. Throws an `Error` in words where a setting cannot be. */
export function answer<Kind extends QuestionKind>(question: QuestionOf<Kind>): Generator<void, AnswerOf<Kind>>;
export function answer(question: Question): Generator<void, AnswerOf<QuestionKind>>;
export function answer<Kind extends QuestionKind>(question: QuestionOf<Kind>): Generator<void, AnswerOf<Kind>> {
  const answering: Answering<Kind> = answers[question.kind];
  return answering(question);
}
