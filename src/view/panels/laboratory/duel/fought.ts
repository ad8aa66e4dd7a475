// A duel as it was computed: both sides with their numbers, and how much more the first has than the second at each step.
import type { AnswerOf, QuestionOf } from '../../../../engine/laboratory/questions.ts';
import type { Setup } from '../../../../engine/laboratory/setup.ts';
import { ratioExponents } from '../../../layout/laboratory/duel.ts';
import { cellName } from './words.ts';

interface FoughtSide {
  readonly letter: 'A' | 'B';
  /** What its colour and mark go by: its cell, or `other` where the first side has the same cell. */
  readonly id: string;
  readonly name: string;
  readonly setup: Setup;
  readonly norms: Float64Array;
  readonly facts: AnswerOf<'flow'>['facts'];
}

export interface Fought {
  readonly sides: readonly [FoughtSide, FoughtSide];
  /** T and p. */
  readonly steps: number;
  readonly lossAt: number;
  /** Whether each is measured by its own gradient at the loss. */
  readonly isRelative: boolean;
  /** log₁₀ of A's by B's, by k = 0 … p. */
  readonly ratios: Float64Array;
}

type Flow = { readonly question: QuestionOf<'flow'>; readonly answer: AnswerOf<'flow'> };

export function foughtOf(a: Flow, b: Flow, isRelative: boolean): Fought {
  const ids = idsOf(a.question.setup, b.question.setup);
  const side = (letter: 'A' | 'B', id: string, { question: { setup }, answer: { norms, facts } }: Flow): FoughtSide => ({ letter, id, name: `${letter} · ${cellName(setup)}`, setup, norms, facts });
  const { steps, lossAt } = a.question.setup.sequence;
  return { sides: [side('A', ids[0], a), side('B', ids[1], b)], steps, lossAt, isRelative, ratios: ratioExponents(a.answer.norms, b.answer.norms, lossAt, isRelative) };
}

/** Two of one cell have no two colours of their own: the second is drawn in ink. */
export const idsOf = (a: Setup, b: Setup): readonly [string, string] => [a.network.cell, a.network.cell === b.network.cell ? 'other' : b.network.cell];
