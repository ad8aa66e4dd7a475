// Questions that are asked together, and their answers, which are shown together.
import type { AnswerOf, Question } from '../../engine/laboratory/questions.ts';
import { keyOf } from './key.ts';
import type { Answer } from './protocol.ts';

/** By names of the asker's own. */
export type QuestionSet = Readonly<Record<string, Question>>;

/** What became of one question: an answer, or in words why there is none. */
export type Outcome = { readonly answer: Answer; readonly problem: null } | { readonly answer: null; readonly problem: string };

/** A whole set: every question has its answer or its problem, and all belong to these questions. */
export interface PublishedSet<Q extends QuestionSet = QuestionSet> {
  readonly questions: Q;
  readonly answers: { readonly [Name in keyof Q]: AnswerOf<Q[Name]['kind']> | null };
  readonly problems: { readonly [Name in keyof Q]: string | null };
}

/** Whether two sets ask the same under the same names. */
export function sameQuestions(a: QuestionSet, b: QuestionSet): boolean {
  const names = Object.keys(a);
  return a === b || (names.length === Object.keys(b).length && names.every((name) => a[name] && b[name] && questionKey(a[name]) === questionKey(b[name])));
}

/** Of questions that were asked: a hand that moves asks many, and each is compared several times. */
const known = new WeakMap<Question, string>();

/** The key of a question. */
export function questionKey(question: Question): string {
  const key = known.get(question) ?? keyOf(question);
  known.set(question, key);
  return key;
}

/** A set with what became of each of its questions. */
export function published(questions: QuestionSet, outcomeOf: (question: Question) => Outcome): PublishedSet {
  const outcomes = Object.entries(questions).map(([name, question]) => [name, outcomeOf(question)] as const);
  return {
    questions,
    answers: Object.fromEntries(outcomes.map(([name, { answer }]) => [name, answer])),
    problems: Object.fromEntries(outcomes.map(([name, { problem }]) => [name, problem])),
  };
}
