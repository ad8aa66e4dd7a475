// What is sampled: names from a class, texts that go on, translations; asked of a worker, and read off its answer.
import type { PreparedData } from '../../../../engine/data/dataset.ts';
import { readRow } from '../../../../engine/data/prepare.ts';
import type { Inputs, Model } from '../../../../engine/model.ts';
import { split } from '../../../../engine/tasks/split.ts';
import type { Task } from '../../../../engine/tasks/task.ts';
import { prepareText } from '../../../../engine/text/pipeline.ts';
import { createVocabulary, encode } from '../../../../engine/text/vocabulary.ts';
import { continued, type DecodeInput, type DecodeRun, type Said } from '../../../../engine/workshop/decode.ts';
import { probabilitiesAt } from '../../../../engine/workshop/temperature.ts';
import type { GenerationSettings } from '../../../../state/workshop/settings/generation.ts';
import type { Kind } from './kinds.ts';

/** What samples are asked with, and how they will be named. */
interface SamplesAsked extends DecodeInput {
  readonly names: readonly string[];
  /** The tokens that each begins with, as they are shown: none for a translation, whose start is no word. */
  readonly begin: readonly string[];
  /** What is translated, as it was read; empty where nothing is. */
  readonly source: string;
  /** Read-outs before the first that is made: those of the beginning. */
  readonly skipped: number;
  readonly temperature: number;
  readonly outputs: readonly string[];
}

export interface SampleToken {
  readonly text: string;
  /** Scores of all outputs where it was chosen; null for what was given. */
  readonly scores: Float64Array | null;
  /** The output that was chosen. */
  readonly output: number;
  /** Its probability as learned, at T = 1; null for what was given. */
  readonly share: number | null;
}

export interface Sample {
  readonly name: string;
  readonly tokens: readonly SampleToken[];
}

/** Who a name is for, and how it begins, of a beginning that is written "girl: an". */
export function classAndBeginning(prompt: string, classes: readonly string[]): { readonly who: string; readonly begin: string } {
  const at = prompt.indexOf(':');
  const who = (at < 0 ? '' : prompt.slice(0, at)).trim().toLowerCase();
  return { who: classes.includes(who) ? who : (classes[0] ?? ''), begin: (at < 0 ? prompt : prompt.slice(at + 1)).trimStart() };
}

/** The class that ends what is said; undefined where nothing does. */
export function endOf({ targetSource, outputs }: Pick<Task, 'targetSource' | 'outputs'>): number | undefined {
  const end = 'end' in targetSource ? targetSource.end : undefined;
  return end === undefined ? undefined : outputs.indexOf(end);
}

type Wanted = Pick<GenerationSettings, 'temperature' | 'choice' | 'seed' | 'count' | 'steps' | 'prompt' | 'row'>;

/** What to ask; or why it cannot be asked; and what was left out of the beginning. */
export interface SamplesPlan {
  readonly asked: SamplesAsked | null;
  readonly note: string;
}

export function samplesPlan(kind: Exclude<Kind, 'series'>, data: PreparedData, model: Model, parameters: Float64Array, wanted: Wanted): SamplesPlan {
  const { temperature, seed, count, steps, choice } = wanted;
  const given = kind === 'translation' ? translated(data, wanted) : begun(kind, data, wanted);
  const sources = kind === 'translation' ? ['greedy', ...seedsOf(seed, count)] : choice === 'greedy' ? ['greedy'] : seedsOf(seed, count);
  if (!given.read) return { asked: null, note: given.note };
  const { inputs, encoded, source, begin, first } = given.read;
  const example = continued(model, inputs, steps - 1, encoded);
  const until = endOf(data.task);
  const runs = sources.map((source): DecodeRun => ({
    example,
    given: first,
    until,
    choice: source === 'greedy' ? { kind: 'greedy' } : { kind: 'sampled', temperature, seed: Number(source) },
  }));
  const names = sources.map((source) => (source === 'greedy' ? 'greedy' : `seed ${source}`));
  return { asked: { model, parameters, runs, names, begin, source, skipped: first - 1, temperature, outputs: data.task.outputs }, note: given.note };
}

const seedsOf = (seed: number, count: number): string[] => Array.from({ length: count }, (_, k) => String((seed + k) % 2 ** 32));

interface Begun {
  /** Null where there is nothing to begin with. */
  readonly read: { readonly inputs: Inputs; readonly encoded?: Inputs | undefined; readonly source: string; readonly begin: readonly string[]; readonly first: number } | null;
  readonly note: string;
}

/** The tokens of the beginning that the network knows: a class and letters, or the text; the row's first token where nothing is written. */
function begun(kind: Kind, { task, rows, dataset, preparation }: PreparedData, { prompt, row }: Wanted): Begun {
  const { who, begin } = classAndBeginning(prompt, task.classes ?? []);
  const fallback = rows[Math.min(row, rows.length) - 1]?.reading.tokens[0].slice(0, 1) ?? [];
  const staged = dataset.isText && task.cut === 'words' && preparation ? prepareText(prompt, preparation.switches).tokens : split(task, prompt);
  const typed = kind === 'classes' ? split(task, `${who}: ${begin}`) : prompt.trim() === '' ? fallback.map((text) => ({ text })) : staged;
  const { indices, known, unknown } = encode(typed.map(({ text }) => ({ text })), createVocabulary(task.vocabulary));
  const note = unknown.length === 0 ? '' : `Not known to the network, and left out: ${unknown.map((each) => `“${each}”`).join(', ')}.`;
  if (known.length === 0) return { read: null, note: note === '' ? 'There is nothing to begin with.' : `${note} Nothing is left to begin with.` };
  return { read: { inputs: { kind: 'one-hot', indices }, source: '', begin: known.map(({ text }) => text), first: known.length }, note };
}

/** What the encoder reads: the sentence that is typed, or the row; the decoder begins with its start symbol. */
function translated(data: PreparedData, { prompt, row }: Wanted): Begun {
  const { task, rows } = data;
  const source = task.targetSource;
  const start = 'start' in source ? (source.start ?? '') : '';
  const inputs: Inputs = { kind: 'one-hot', indices: Int32Array.of(Math.max(0, task.decoderVocabulary?.indexOf(start) ?? 0)) };
  const own = rows[Math.min(row, rows.length) - 1];
  // The reader asks for words behind the sign, although none of them is read here.
  const some = task.outputs.find((word) => word !== start && !('end' in source && word === source.end)) ?? '';
  const reading = prompt.trim() === '' ? own?.reading : readRow(data, `${prompt.split('>')[0] ?? ''} > ${some}`);
  const skipped = reading?.unknown ?? [];
  const note = skipped.length === 0 ? '' : `Not known to the network, and left out: ${skipped.map((each) => `“${each}”`).join(', ')}.`;
  if (!reading || reading.tokens[0].length === 0) return { read: null, note: note === '' ? 'There is nothing to translate.' : note };
  return { read: { inputs, encoded: reading.inputs, source: reading.tokens[0].join(' '), begin: [], first: 1 }, note };
}

/** The samples of an answer: what was given, then what was made, each with its scores. */
export function samplesOf({ names, begin, skipped, outputs, model }: SamplesAsked, said: readonly Said[]): Sample[] {
  const Y = model.outputSize;
  return said.map(({ choices, scores }, k) => ({
    name: names[k] ?? '',
    tokens: [
      ...begin.map((text) => ({ text, scores: null, output: -1, share: null })),
      ...Array.from(choices.subarray(skipped), (output, made) => {
        const at = scores.subarray((skipped + made) * Y, (skipped + made + 1) * Y);
        return { text: outputs[output] ?? '', scores: at, output, share: probabilitiesAt(at, 1)[output] ?? null };
      }),
    ],
  }));
}
