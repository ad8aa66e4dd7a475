// The words beside the score in the first minutes: one page a phase of the clock, in a student's words, about the network and the sentence
// in view. What is said follows from what the network is, so that no sentence is false of any.
import type { Phase } from '../engine/clock/clock.ts';
import type { LossId } from '../engine/model.ts';

/** What the words may speak of. Names are as on the screen. */
export interface Situation {
  readonly phase: Phase | 'ready';
  /** The words of the input sequence; empty texts where numbers are read. */
  readonly tokens: readonly string[];
  /** Number of steps of the longest way, and of the read-outs. */
  readonly steps: number;
  readonly answers: number;
  readonly loss: LossId;
  /** What one step reads, and what is read as a whole: "word", "sentence". */
  readonly step: string;
  readonly whole: string;
  /** `once`: nothing is read after the first step. */
  readonly inputs: 'words' | 'numbers' | 'once';
  /** Whether the network has been trained, or is fresh from the seed. */
  readonly isTrained: boolean;
  readonly wiring: 'one way' | 'both ways' | 'encoder and decoder';
  /** The state that a step hands to the next and that is read out; empty for a cell without a memory. */
  readonly state: string;
  /** What a step computes where there is no memory. */
  readonly layer: string;
  /** Further states, such as c. */
  readonly memories: readonly string[];
  /** Gates with what they are for: "forget gate f: how much is kept". */
  readonly gates: readonly string[];
  /** A state with a straight road through time, and the gate on it. */
  readonly road: { readonly state: string; readonly gate: string } | null;
  /** The one matrix on the input and the one on the memory; empty where there are several or none. */
  readonly inputWeights: string;
  readonly recurrentWeights: string;
  /** Where outputs can be fed back: whether they are. */
  readonly feeding: 'teacher' | 'free' | null;
  /** "cut to norm 1", where gradients are clipped. */
  readonly clipping: string;
}

/** `state`: which unit of the state changes most at that step. `gradient`: at which step the gradient is smallest. `answer`: which output is highest. */
export type Question = { readonly kind: 'state'; readonly t: number } | { readonly kind: 'gradient' } | { readonly kind: 'answer' };

export interface Page {
  readonly title: string;
  readonly paragraphs: readonly string[];
  /** What to press next. */
  readonly next: string;
  /** To be answered before the numbers answer it. */
  readonly question: Question | null;
}

type Write = (situation: Situation) => Page;

const hasTime = ({ state, steps }: Situation): boolean => state !== '' && steps > 1;

/** The step whose change is worth a guess: where the sentence turns, or else its end. */
function turningPoint(tokens: readonly string[]): number {
  const turn = tokens.indexOf('not');
  return turn > 0 ? turn + 1 : tokens.length;
}

function predict(situation: Situation): Question | null {
  if (!hasTime(situation)) return { kind: 'answer' };
  return situation.tokens.length > 1 ? { kind: 'state', t: turningPoint(situation.tokens) } : null;
}

const titleOf = (situation: Situation): string => (hasTime(situation) ? `One ${situation.step} at a time` : 'One look, one answer');

const learnt = ({ isTrained }: Situation): string => (isTrained ? 'This network has been trained.' : 'This network is fresh from its seed: it has learned nothing yet.');

/** What it is about to do. */
function plan(situation: Situation): string {
  const { wiring, step, whole, inputs, state } = situation;
  if (!hasTime(situation)) {
    return state === '' ? `It looks at the ${whole} once. It has no memory, and there is no time.` : `It reads the ${whole} in one step: its memory begins at zero and is not used again.`;
  }
  if (wiring === 'encoder and decoder') {
    return `It has two cells with weights of their own. The encoder reads the ${whole}, ${step} by ${step}; then it hands its memory to the decoder, which says the answer ${step} by ${step}.`;
  }
  if (wiring === 'both ways') {
    return `It reads the ${whole} twice: one chain from the first ${step} to the last, another from the last to the first, each with weights of its own.`;
  }
  if (inputs === 'once') return `It sees the ${step === 'picture' ? 'picture' : 'input'} at the first step. After that it reads nothing more, and goes on from its memory alone.`;
  return `It is about to read, ${step} by ${step}, and each time it mixes the new ${step} with what it remembers of the ones before.`;
}

/** When an answer comes. */
function answering(situation: Situation): string {
  const { wiring, step, answers, inputs } = situation;
  if (!hasTime(situation)) return 'Then it says how likely each answer is.';
  if (wiring === 'encoder and decoder') return 'The encoder gives no answer; the decoder gives one at each of its steps.';
  const isOne = answers === 1;
  if (wiring === 'both ways') return isOne ? 'Only when both chains have come to their ends does it say what it makes of it.' : 'An answer needs both chains, so none is known before the second one has come that far.';
  if (isOne) return `Only after the last ${step} does it say what it makes of them.`;
  return inputs === 'once' ? 'At every step it gives an answer.' : `After every ${step} it gives an answer.`;
}

const feedings: Readonly<Record<'teacher' | 'free', string>> = {
  free: 'It runs freely: what it says at one step is what it reads at the next.',
  teacher: 'Teacher forcing: at each step it reads what should have come before, whatever it has said itself.',
};

/** How what is read comes in. */
function reading({ inputs, step, inputWeights, gates }: Situation): string {
  const matrix = inputWeights !== '' ? inputWeights : gates.length > 0 ? 'each matrix on the input' : 'the matrix on the input';
  if (inputs === 'words') return `A ${step} is a single 1 among zeros, so ${matrix} gives one of its columns.`;
  return `The input is a list of numbers; ${matrix} is multiplied with all of them.`;
}

/** What the cell does with it. */
function working(situation: Situation): string[] {
  const { state, layer, gates, memories, recurrentWeights, road } = situation;
  if (state === '') return [`With the bias added, it is squashed: the hidden layer ${layer}.`];
  if (gates.length === 0) return [`The memory is multiplied by ${recurrentWeights}. Both are added and squashed: the new memory ${state}.`];
  const [memory] = memories;
  const open = memory === undefined ? '' : ` ${memory} is a memory beside ${state}: a step keeps part of it and adds to it, and no matrix stands on its way.`;
  const kept = memory === undefined && road ? ` ${road.gate} says, unit by unit, how much of the old ${road.state} stays.` : '';
  return [`Of the input and the memory it makes ${gates.join('; ')}. A gate is a number between 0 and 1 that multiplies what passes.`, ...(open + kept === '' ? [] : [(open + kept).trim()])];
}

function sharing(situation: Situation): string[] {
  if (!hasTime(situation)) return [];
  const words: Readonly<Record<Situation['wiring'], string>> = {
    'one way': 'Every step uses the same weights, those at the left.',
    'both ways': 'Each direction has weights of its own, the same at all its steps.',
    'encoder and decoder': 'Encoder and decoder have weights of their own, the same at all their steps.',
  };
  return [words[situation.wiring]];
}

/** Which way the gradient goes, and what changes it on the way. */
function goingBack(situation: Situation): string[] {
  const { wiring, step, gates, road, recurrentWeights } = situation;
  if (!hasTime(situation)) return ['The gradient goes from the answer straight to the weights: there is one step, and no time to walk back through.'];
  const passing =
    gates.length === 0
      ? `Each multiplies it by the same ${recurrentWeights}ᵀ and by the activation’s slope.`
      : `At each it is multiplied by gates and by matrices.${road ? ` Along ${road.state} there is a straight road, on which it is multiplied by ${road.gate} alone: where ${road.gate} is near 1 it hardly shrinks.` : ''}`;
  const first = `To learn from a ${step} far from the loss, the gradient must pass every step between. ${passing}`;
  const ways: Readonly<Record<Situation['wiring'], string[]>> = {
    'one way': [],
    'both ways': ['Each chain sends it back its own way: the one that read from the end hands it on towards the end.'],
    'encoder and decoder': ['It goes back through the decoder and then over into the encoder: that is how the encoder learns, though it gives no answer itself.'],
  };
  return [first, ...ways[wiring]];
}

function adding({ answers, recurrentWeights, state, steps }: Situation): string[] {
  if (state === '' || steps < 2) return [];
  if (answers > 1) return ['At a state with an output and a future, two gradients meet: one from its own output, one from the future. They are added.'];
  const weights = recurrentWeights === '' ? 'The recurrent weights were' : `${recurrentWeights} was`;
  return [`${weights} used at every step, so ${recurrentWeights === '' ? 'their' : 'its'} gradient is a sum: one term flies in from each column.`];
}

const pages: Readonly<Record<Situation['phase'], Write>> = {
  ready: (situation) => ({
    title: titleOf(situation),
    paragraphs: [`${learnt(situation)} ${plan(situation)}`, answering(situation), ...(situation.feeding ? [feedings[situation.feeding]] : [])],
    next: hasTime(situation) ? `Press Shift → to read a ${situation.step}, or → for a single operation.` : 'Press → for a single operation, or Shift → for all of them.',
    question: predict(situation),
  }),
  forward: (situation) => ({
    title: titleOf(situation),
    paragraphs: [[reading(situation), ...working(situation).slice(0, 1)].join(' '), ...working(situation).slice(1), ...sharing(situation)],
    next: hasTime(situation) ? `→ next operation, Shift → next ${situation.step}. Point at any number to see where it comes from.` : '→ next operation. Point at any number to see where it comes from.',
    question: predict(situation),
  }),
  loss: (situation) => ({
    title: 'How wrong was it?',
    paragraphs: [
      situation.loss === 'mse'
        ? 'The loss is the squared distance between what came out and what should have.'
        : 'The loss is small when the right answer got a high probability, and grows without end as that probability goes to 0.',
      ...(situation.answers > 1 ? [`There is a loss at every step${situation.wiring === 'encoder and decoder' ? ' of the decoder' : ''}, and they are added.`] : []),
    ],
    next: 'Press → to send the loss back through the network.',
    question: hasTime(situation) ? { kind: 'gradient' } : null,
  }),
  backward: (situation) => ({
    title: hasTime(situation) ? 'The gradient walks back' : 'Back to the weights',
    paragraphs: [...goingBack(situation), ...adding(situation)],
    next: hasTime(situation) ? 'Watch the factor on each arrow: below ×1 the gradient shrinks.' : 'Press → until every weight has its gradient.',
    question: hasTime(situation) ? { kind: 'gradient' } : null,
  }),
  update: (situation) => ({
    title: 'Every weight moves, once',
    paragraphs: [
      `Each weight takes a step against its gradient: new weight = old weight − η · gradient. It happens once, after the whole ${situation.whole}${hasTime(situation) ? ', and so every column changes at the same time' : ''}.`,
      ...(situation.clipping === '' ? [] : [`Before that, the gradient is ${situation.clipping}, so that one step cannot throw the weights away.`]),
    ],
    next: `Read the same ${situation.whole} again with the new weights, and see whether the loss falls.`,
    question: null,
  }),
};

/** The page for a situation. */
export function guidePage(situation: Situation): Page {
  return pages[situation.phase](situation);
}
