// The words beside the score in the first minutes: one page a phase of the clock, in a student's words, about the sentence in view.
import type { Phase } from '../engine/clock/clock.ts';
import type { LossId, TopologyId } from '../engine/model.ts';

/** What the words may speak of. */
export interface Situation {
  readonly phase: Phase | 'ready';
  readonly tokens: readonly string[];
  readonly topology: TopologyId;
  readonly loss: LossId;
  /** Whether one step reads a word or a letter. */
  readonly step: 'word' | 'letter';
  /** Whether the network has been trained, or is fresh from the seed. */
  readonly isTrained: boolean;
}

/** `state`: which unit of h changes most at that step. `gradient`: at which step the gradient is smallest. */
export type Question = { readonly kind: 'state'; readonly t: number } | { readonly kind: 'gradient' };

export interface Page {
  readonly title: string;
  readonly paragraphs: readonly string[];
  /** What to press next. */
  readonly next: string;
  /** To be answered before the numbers answer it. */
  readonly question: Question | null;
}

/** The step whose change is worth a guess: where the sentence turns, or else its end. */
function turningPoint(tokens: readonly string[]): number {
  const turn = tokens.indexOf('not');
  return turn > 0 ? turn + 1 : tokens.length;
}

const readsAll = (topology: TopologyId): boolean => topology === 'many-to-many-synced';

type Write = (situation: Situation) => Page;

const pages: Readonly<Record<Situation['phase'], Write>> = {
  ready: ({ tokens, step, isTrained, topology }) => {
    const turn = turningPoint(tokens);
    return {
      title: `One ${step} at a time`,
      paragraphs: [
        isTrained
          ? `This network has been trained. It is about to read, ${step} by ${step}, and each time it mixes the new ${step} with what it remembers of the ones before.`
          : `This network is fresh from its seed: it has learned nothing yet. It is about to read, ${step} by ${step}.`,
        readsAll(topology)
          ? `After every ${step} it gives an answer.`
          : `Only after the last ${step} does it say what it makes of them.`,
      ],
      next: `Press Shift → to read a ${step}, or → for a single operation.`,
      question: tokens.length > 1 ? { kind: 'state', t: turn } : null,
    };
  },
  forward: ({ tokens, step }) => {
    const turn = turningPoint(tokens);
    return {
      title: `One ${step} at a time`,
      paragraphs: [
        `A ${step} is a single 1 among zeros, so W_xh gives one of its columns. The memory is multiplied by W_hh. Both are added and squashed: the new memory h.`,
        'Every step uses the same weights, those at the left.',
      ],
      next: `→ next operation, Shift → next ${step}. Point at any number to see where it comes from.`,
      question: tokens.length > 1 ? { kind: 'state', t: turn } : null,
    };
  },
  loss: ({ loss, topology }) => ({
    title: 'How wrong was it?',
    paragraphs: [
      loss === 'mse'
        ? 'The loss is the squared distance between what came out and what should have.'
        : 'The loss is small when the right answer got a high probability, and grows without end as that probability goes to 0.',
      ...(readsAll(topology) ? ['There is a loss at every step, and they are added.'] : []),
    ],
    next: 'Press → to send the loss back through the network.',
    question: { kind: 'gradient' },
  }),
  backward: ({ step, topology }) => ({
    title: 'The gradient walks back',
    paragraphs: [
      `To learn from an early ${step}, the gradient must pass every step between. Each multiplies it by the same W_hhᵀ and by the activation’s slope.`,
      readsAll(topology)
        ? 'At every state two gradients meet: one from its own output, one from the future. They are added.'
        : 'W_hh was used at every step, so its gradient is a sum: one term flies in from each column.',
    ],
    next: 'Watch the factor on each arrow: below ×1 the gradient shrinks.',
    question: { kind: 'gradient' },
  }),
  update: () => ({
    title: 'Every weight moves, once',
    paragraphs: [
      'Each weight takes a step against its gradient: new weight = old weight − η · gradient. It happens once, after the whole sentence, and so every column changes at the same time.',
    ],
    next: 'Read the same sentence again with the new weights, and watch the loss fall.',
    question: null,
  }),
};

/** The page for a situation. */
export function guidePage(situation: Situation): Page {
  return pages[situation.phase](situation);
}
