// From a document to the engine's job: the model, how its parameters came to be, and what it reads.
import type { Job } from '../engine/job.ts';
import type { Clipping, InitialStates, ParameterChange } from '../engine/model.ts';
import { createNetwork, parameterOf, type Network } from '../engine/network.ts';
import { tasks } from '../engine/tasks/index.ts';
import { startsOf } from '../engine/run/starts.ts';
import { recipeOf } from '../engine/tasks/choices.ts';
import { exampleOf, examplesOf, wordsOf, type Reading } from '../engine/tasks/read.ts';
import { firstRowOf } from './defaults.ts';
import type { GradientClip, UnrolledDocument, WeightChange } from './document.ts';
import { grouped, limits } from './limits.ts';
import { cutToCap, readingOf, readText } from './reading.ts';
import { startsFor } from './starts.ts';
import { feedingProblem, modelOf } from './wiring.ts';
import { quote } from './words.ts';

/** What the job reads, for those who draw it. */
interface DocumentReading {
  /** By axis: one a time step. */
  readonly tokens: Reading['tokens'];
  /** As `Targets` in the engine's model. */
  readonly targets: Float64Array;
  /** Words of the sentence that are skipped, each once. */
  readonly unknown: readonly string[];
  /** By axis: the names of the rows of what is read, in their order. */
  readonly words: ReturnType<typeof wordsOf>;
}

interface DocumentJob {
  readonly job: Job;
  readonly reading: DocumentReading;
  /** What could not be done as the document says, in words for the reader; empty where all could. */
  readonly notice: string;
}

/** Never throws for a document within the limits; where something has to give way, `notice` says what. */
export function jobOf(document: UnrolledDocument): DocumentJob {
  const task = tasks[document.task];
  const notices: string[] = [];
  const reading = readable(document, notices);
  const model = modelOf(document);
  const network = createNetwork(model);
  const { learningRate } = recipeOf(task, document.cell);
  const initialStates = startsIn(network, document.initialStates);
  const job: Job = {
    model,
    recipe: {
      initialisation: document.initialisation,
      baseInputSize: task.vocabulary.length,
      training: { rows: examplesOf(task), epochs: document.trainedEpochs, learningRate },
      changes: document.changes.flatMap((change) => parameterChange(document, network, change, notices)),
      ...(initialStates && { initialStates }),
    },
    example: exampleOf(reading),
    learningRate: document.learningRate,
    ...(document.clipping && { clipping: clippingOf(document.clipping) }),
    ...(document.feeding === 'free' && { feeding: document.feeding }),
  };
  const { tokens, targets, unknown } = reading;
  return { job, reading: { tokens, targets, unknown, words: wordsOf(task, document.addedWords) }, notice: [...new Set(notices)].join(' ') };
}

const clippingOf = ({ kind, limit }: GradientClip): Clipping => ({ [kind]: limit });

/** Those states that the network has, in its size. */
const startsIn = (network: Network, states: InitialStates | null): InitialStates | undefined =>
  states ? startsFor(startsOf(network).map(({ symbol }) => symbol), states, network.model.hiddenSize) : undefined;

/** What is read, or, where no word of it is known, the task's first row; at most as long as the cap. */
function readable(document: UnrolledDocument, notices: string[]): Reading {
  const reading = readingOf(document);
  const T = reading.tokens[0].length;
  if (T === 0) {
    const { text } = firstRowOf(document.task);
    const { problem } = reading;
    const tooFew = `The network knows too few words of ${quote(document.text)} to read it, so it reads ${quote(text)}.`;
    notices.push(problem === null ? tooFew : `${problem} Until then ${quote(text)} is read.`);
    return { ...readText(document, text, null), unknown: reading.unknown };
  }
  if (T > limits.steps.high) {
    notices.push(`The text has ${grouped(T)} time steps; the first ${grouped(limits.steps.high)} are read.`);
  }
  return cutToCap(reading);
}

/** The engine's change, or none where this network has nothing that it could change. */
function parameterChange(
  document: UnrolledDocument,
  network: Network,
  change: WeightChange,
  notices: string[],
): ParameterChange[] {
  if (change.kind === 'update') {
    const reading = cutToCap(readText(document, change.text, change.label));
    if (reading.tokens[0].length > 0) {
      const { learningRate, times, clipping, feeding } = change;
      // A network that has another number of units by now began with another h_0, too.
      const initialStates = startsIn(network, change.initialStates);
      const isFree = feeding === 'free' && feedingProblem(document, feeding) === null;
      return [{
        kind: 'update', example: exampleOf(reading), learningRate, times,
        ...(initialStates && { initialStates }), ...(clipping && { clipping: clippingOf(clipping) }), ...(isFree && { feeding }),
      }];
    }
    notices.push(`An update by ${quote(change.text)} is left out, since the network knows too few of its words.`);
    return [];
  }
  const problem = entryProblem(network, change.symbol, change.kind === 'set' ? change : null);
  if (problem === null) return [change];
  notices.push(`${problem} A change of it is left out.`);
  return [];
}

/** Null where the network has that parameter and that entry; else what it has, in one sentence. */
export function entryProblem(
  network: Network,
  symbol: string,
  entry: { readonly unit: number; readonly column: number } | null,
): string | null {
  const slot = parameterOf(network.program, symbol);
  if (!slot) return `This network has no ${symbol}; it has ${network.program.parameters.map((each) => each.symbol).join(', ')}.`;
  if (!entry || (isPlace(entry.unit, slot.rows) && isPlace(entry.column, slot.columns))) return null;
  return `${symbol} has ${counted(slot.rows, 'row')} and ${counted(slot.columns, 'column')}, so it has no entry [${entry.unit},${entry.column}].`;
}

function isPlace(place: number, count: number): boolean {
  return Number.isInteger(place) && place >= 1 && place <= count;
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
