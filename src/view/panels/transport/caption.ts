// What an operation does, in a sentence with the symbols it is about: "recall: multiply the memory h₂ by W_hh".
import type { Moment } from '../../../engine/clock/clock.ts';
import type { Reference } from '../../../engine/reference.ts';
import { plainText } from '../../../engine/symbols/symbols.ts';
import type { Scene } from '../../scene/scene.ts';

export interface Caption {
  /** "t = 3"; empty where no time step is meant. */
  readonly time: string;
  readonly words: string;
}

/** One kind of phrase in the clock's words, and what it says of this moment. */
interface Phrase {
  readonly pattern: RegExp;
  readonly text: (about: About) => string;
}

interface About {
  readonly scene: Pick<Scene, 'network' | 'tokens' | 'trace'>;
  readonly moment: Moment;
  /** A symbol at a time in plain text; now, unless told. */
  readonly name: (symbol: string, t?: number) => string;
}

const phrases: readonly Phrase[] = [
  { pattern: /\ba word\b/, text: ({ scene, moment }) => `“${scene.tokens[moment.t - 1] ?? 'the word'}”` },
  { pattern: /\bthe memory\b/, text: ({ name, scene, moment }) => `the memory ${name('h', previousRow(scene, moment))}` },
  { pattern: /\bthe new state\b/, text: ({ name, moment }) => `the new state ${name(moment.makes)}` },
  { pattern: /\bthe state by\b/, text: ({ name }) => `the state ${name('h')} by` },
  { pattern: /\bthe (scores?) into (a )?(probabilit(?:y|ies))/, text: ({ name, moment }) => `the score ${name('y')} into the probability ${name(moment.makes)}` },
  { pattern: /\bcompare with the target/, text: ({ name }) => `compare the answer ${name('p')} with the target` },
  { pattern: /\bchanges with the score/, text: ({ name }) => `changes with the score ${name('y')}` },
  { pattern: /what reaches \S+ from its own output and from the future is added/, text: meeting },
  { pattern: /\bto the step before\b/, text: ({ name, moment }) => `to the step before, to ${name('h', moment.madeAt)}` },
  { pattern: /\bcomes from the output through \S+/, text: ({ moment, name }) => `comes from the output through ${moment.parameter ?? 'W'}ᵀ to ${name('h')}` },
];

const previousRow = (scene: About['scene'], moment: Moment): number =>
  scene.trace.steps[moment.t - 1]?.previousRow ?? moment.t - 1;

/** At a state without an output of its own, or without a future, only one gradient arrives. */
function meeting({ scene, moment, name }: About): string {
  const state = name(moment.makes.replace(/^d/, ''));
  const readsOut = scene.trace.steps[moment.t - 1]?.readout ?? false;
  const hasFuture = scene.trace.steps.some((step) => step.previousRow === moment.t);
  if (readsOut && hasFuture) return `what reaches ${state} from its own output and from the future is added`;
  return readsOut ? `what reaches ${state} comes from its own output alone` : `what reaches ${state} comes from the future alone`;
}

export function captionOf(scene: About['scene'], moment: Moment | null): Caption {
  if (!moment) {
    const [first] = scene.tokens;
    return { time: '', words: first === undefined ? 'ready: nothing is read yet' : `ready to read “${first}”` };
  }
  const name = (symbol: string, t = moment.t): string => plainText(scene.network, { symbol, t } satisfies Reference);
  const about: About = { scene, moment, name };
  const words = phrases.reduce((text, { pattern, text: say }) => text.replace(pattern, () => say(about)), moment.words);
  return { time: moment.t === 0 ? '' : `t = ${moment.t}`, words };
}

export function captionText({ time, words }: Caption): string {
  return time === '' ? words : `${time} · ${words}`;
}
