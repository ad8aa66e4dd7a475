// The answers of one set as the flow plot draws them: a line for each network, all on one sequence.
import type { AnswerOf, Quantity, QuestionOf } from '../../../../engine/laboratory/questions.ts';
import { laboratoryCells, type Laboratory, type LaboratoryCell } from '../../../../state/laboratory/laboratory.ts';
import { setupsOf } from '../../../../state/laboratory/setups.ts';
import type { PublishedSet } from '../hooks.ts';

type FlowQuestions = Readonly<Record<string, QuestionOf<'flow'>>>;

/** One for each network that is drawn. */
export function flowQuestions(laboratory: Laboratory): FlowQuestions {
  const setups = setupsOf(laboratory);
  const { networks, quantity } = laboratory;
  return Object.fromEntries(laboratoryCells.filter((cell) => networks.includes(cell)).map((cell) => [cell, { kind: 'flow', setup: setups[cell], quantity }]));
}

export interface NetworkFlow {
  readonly cell: LaboratoryCell;
  readonly facts: AnswerOf<'flow'>['facts'];
  /** By k = 0 … T. */
  readonly norms: Float64Array;
  /** By k = 0 … p. */
  readonly way: Float64Array;
}

export interface FlowSet {
  readonly steps: number;
  /** p. */
  readonly lossAt: number;
  readonly seed: number;
  readonly quantity: Quantity;
  /** In the order of the colours. */
  readonly networks: readonly NetworkFlow[];
  /** Those that have no answer, with why, in words. */
  readonly problems: readonly { readonly cell: LaboratoryCell; readonly words: string }[];
}

/** Null where nothing was asked. */
export function flowSet({ questions, answers, problems }: PublishedSet<FlowQuestions>): FlowSet | null {
  const asked = laboratoryCells.filter((cell) => questions[cell]);
  const question = questions[asked[0] ?? ''];
  if (!question) return null;
  const { steps, lossAt, seed } = question.setup.sequence;
  const networks = asked.flatMap((cell): NetworkFlow[] => {
    const answer = answers[cell];
    return answer ? [{ cell, facts: answer.facts, norms: answer.norms, way: answer.norms.subarray(0, lossAt + 1) }] : [];
  });
  const unanswered = asked.flatMap((cell) => (problems[cell] ? [{ cell, words: problems[cell] }] : []));
  return { steps, lossAt, seed, quantity: question.quantity, networks, problems: unanswered };
}
