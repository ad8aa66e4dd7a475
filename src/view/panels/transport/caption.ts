// What an operation does, in a sentence with the numbers it is about: "recall: multiply the memory h₂ by W_hh". The clock has the
// words; here they are given the names of what the operation takes and makes at this step.
import type { Moment } from '../../../engine/clock/clock.ts';
import type { Argument, Instruction } from '../../../engine/equation/program.ts';
import type { Reference } from '../../../engine/reference.ts';
import { inputsOf } from '../../../engine/run/sequences.ts';
import { parseSymbol, plainText } from '../../../engine/symbols/symbols.ts';
import type { Scene } from '../../scene/scene.ts';
import { axisOf, timeName, tokenAt } from '../timeNames.ts';

interface Caption {
  /** "t = 3", "decoder t = 2"; empty where no time step is meant. */
  readonly time: string;
  readonly words: string;
}

type Place = Pick<Scene, 'network' | 'tokens' | 'trace'>;

/** What a phrase may speak of. */
interface About {
  readonly scene: Place;
  readonly moment: Moment;
  /** The instruction that makes its value; undefined on the way back. */
  readonly made: Instruction | undefined;
}

/** One kind of phrase in the clock's words, and what it says of this moment. */
interface Phrase {
  readonly pattern: RegExp;
  readonly text: (about: About, matched: string) => string;
}

const phrases: readonly Phrase[] = [
  { pattern: /^read: .*/, text: reading },
  { pattern: /\bthe memory\b/, text: (about, matched) => [matched, memoryOf(about)].filter(Boolean).join(' ') },
  { pattern: /\bthe new state\b/, text: ({ scene, moment }, matched) => `${matched} ${name(scene, moment.makes, moment.madeAt)}` },
  { pattern: /\bthe state by\b/, text: stateRead },
  { pattern: /\bthe scores? into (?:a )?(probabilit(?:y|ies))/, text: (about, matched) => `the ${matched.includes('scores') ? 'scores' : 'score'} ${argumentNames(about)[0]} into the ${/probabilit\w+/.exec(matched)?.[0]} ${made(about)}` },
  { pattern: /\bcompare with the target/, text: (about) => `compare the answer ${argumentNames(about)[1]} with the target` },
  { pattern: /\bchanges with the score/, text: (about, matched) => `${matched} ${base(about)}` },
  { pattern: /\bcomes from the output\b/, text: (about, matched) => `${matched} to ${base(about)}` },
  { pattern: /^go back: to [^,]+/, text: (about) => `go back: to ${base(about)}` },
  { pattern: /\bto \S+ (?=within its own step)/, text: (about) => `to ${base(about)} ` },
  { pattern: /\bto \S+ of (?:the step before|the last step of the \w+)/, text: (about, matched) => `to ${base(about)} of ${matched.slice(matched.indexOf(' of ') + 4)}` },
  { pattern: /\bto (?:the step before|the last step of the \w+)$/, text: (about, matched) => `${matched}, to ${base(about)}` },
];

const name = ({ network }: Place, symbol: string, t?: number): string => plainText(network, { symbol, t } satisfies Reference);

const made = ({ scene, moment }: About): string => name(scene, moment.makes, moment.madeAt);

/** The value that a gradient is of, at its step. */
function base({ scene, moment }: About): string {
  return name(scene, parseSymbol(scene.network, moment.makes).base, moment.madeAt);
}

/** What an operand is called: a parameter, or a value at the step that it is taken from. */
function argumentName({ scene, moment }: About, arg: Argument): string {
  const { program } = scene.network;
  if (arg.kind === 'parameter') return name(scene, program.parameters[arg.index]?.symbol ?? '');
  const { symbol = '', chain = -1 } = program.slots[arg.index] ?? {};
  const step = scene.trace.steps[moment.position];
  if (arg.time === 'previous' && step) {
    const order = program.chains[moment.chain]?.states.indexOf(arg.index) ?? -1;
    const source = program.chains[step.previousChain]?.states[order] ?? arg.index;
    return name(scene, program.slots[source]?.symbol ?? '', step.previousRow);
  }
  // A read-out looks at a state of each chain that it reads, which may be another row's.
  const row = moment.chain < 0 && chain >= 0 ? step?.readout?.stateRows[program.reads.indexOf(chain)] : undefined;
  return name(scene, symbol, row ?? moment.t);
}

/** The values that an operation takes, by name. */
const argumentNames = (about: About): string[] =>
  (about.made?.args ?? []).filter(({ kind }) => kind === 'slot').map((arg) => argumentName(about, arg));

/** The memory that an operation takes: its state, or what recurrent weights are multiplied with; empty where it takes none itself. */
function memoryOf(about: About): string {
  const { slots, parameters } = about.scene.network.program;
  const args = about.made?.args ?? [];
  const isRecurrent = args.some((arg) => arg.kind === 'parameter' && parameters[arg.index]?.role === 'recurrent');
  const found = args.find((arg) => arg.kind === 'slot' && (isRecurrent || slots[arg.index]?.isState));
  return found ? argumentName(about, found) : '';
}

/** What is read out: a state by its name, or what both directions know together. */
function stateRead(about: About): string {
  const { slots } = about.scene.network.program;
  const arg = about.made?.args.find(({ kind }) => kind === 'slot');
  if (!arg) return 'the state by';
  const isState = (slots[arg.index]?.chain ?? -1) >= 0;
  return `${isState ? 'the state ' : ''}${argumentName(about, arg)} by`;
}

/** A word picks a column, numbers are multiplied; and where nothing is read, nothing is. */
function reading(about: About, matched: string): string {
  const { scene, moment, made: instruction } = about;
  const matrix = instruction?.args.find(({ kind }) => kind === 'parameter');
  const read = instruction?.args.find(({ kind }) => kind === 'slot');
  const axis = axisOf(scene.network, moment.chain);
  const inputs = inputsOf(scene.trace.example, axis);
  if (!matrix || !read || !inputs) return matched;
  const through = argumentName(about, matrix).replace(/^\w+ (?=\w)/, '');
  if (inputs.kind === 'one-hot') {
    const token = tokenAt(scene, axis, moment.t);
    if (inputs.indices[moment.t - 1] === -1) return 'read: there is no input at this step, so nothing is added';
    return `read: ${token === '' ? 'the word' : `“${token}”`} picks its column of ${through}`;
  }
  return `read: the numbers ${argumentName(about, read)} go through ${through}`;
}

export function captionOf(scene: Place, moment: Moment | null): Caption {
  if (!moment) {
    const first = tokenAt(scene, 0, 1);
    return { time: '', words: first === '' ? 'ready: nothing is read yet' : `ready to read “${first}”` };
  }
  const { instructions } = scene.network.program;
  const isForward = moment.kind === 'compute' || moment.kind === 'loss';
  const about: About = { scene, moment, made: isForward ? instructions.find(({ out }) => out === moment.slot) : undefined };
  const words = phrases.reduce((text, { pattern, text: say }) => text.replace(pattern, (matched) => say(about, matched)), moment.words);
  return { time: timeName(scene.network, moment.chain, moment.t), words };
}

export function captionText({ time, words }: Caption): string {
  return time === '' ? words : `${time} · ${words}`;
}
