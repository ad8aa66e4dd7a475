// What the figures of one explosion draw, of one answer.
import type { AnswerOf, QuestionOf } from '../../../../engine/laboratory/questions.ts';
import type { GradientClip } from '../../../../state/document.ts';
import { laboratoryCells } from '../../../../state/laboratory/laboratory.ts';
import { networkNames } from '../../../../state/laboratory/names.ts';

export interface ShownExplosion {
  readonly answer: AnswerOf<'explosion'>;
  /** The network's name. */
  readonly name: string;
  readonly lossAt: number;
  readonly learningRate: number;
  readonly clipping: GradientClip | null;
}

export function shownExplosion(answer: AnswerOf<'explosion'>, question: QuestionOf<'explosion'>): ShownExplosion {
  const { setup, learningRate } = question;
  const cell = laboratoryCells.find((each) => each === setup.network.cell);
  return { answer, name: cell ? networkNames[cell].name : '', lossAt: setup.sequence.lossAt, learningRate, clipping: clippingOf(question) };
}

/** The clipping that an answer is for. */
function clippingOf({ clipping }: QuestionOf<'explosion'>): GradientClip | null {
  if (clipping?.norm !== undefined) return { kind: 'norm', limit: clipping.norm };
  return clipping?.value === undefined ? null : { kind: 'value', limit: clipping.value };
}
