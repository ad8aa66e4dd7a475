// What the workshop's workers can be asked to do: each a generator in the engine, with its input, what it tells on the way, and its result.
// Adding one is a line here, and its line in table.ts.
import type { Beat, Stride } from '../../engine/workshop/beat.ts';
import type { Evaluation, TrainingEnd, TrainingJob, TrainingMoment } from '../../engine/workshop/job.ts';
import type { RaceJob, RaceProgress, RaceResult, Slice, SliceJob } from '../../engine/workshop/race/job.ts';
import type { Example, Model } from '../../engine/model.ts';
import type { PackedData } from '../../engine/data/own/packed.ts';
import type { PrepareInput } from '../../engine/data/own/prepareAside.ts';
import type { OwnReading, ReadInput } from '../../engine/data/own/report.ts';
import type { DecodeInput, Said } from '../../engine/workshop/decode.ts';
import type { PackInput, Packed } from '../../engine/workshop/packing.ts';
import type { StatesInput, StatesRead } from '../../engine/workshop/states.ts';
import type { VectorEnd, VectorJob, VectorMoment } from '../../engine/workshop/vectors.ts';
import type { Corpus, CorpusText } from '../../engine/word2vec/readCorpus.ts';

export type { Beat, Stride };

export interface Procedures {
  readonly train: { readonly input: TrainingJob; readonly progress: TrainingMoment; readonly result: TrainingEnd };
  readonly evaluate: {
    readonly input: { readonly model: Model; readonly parameters: Float64Array; readonly examples: readonly Example[] };
    readonly progress: never;
    readonly result: Evaluation;
  };
  readonly readTable: { readonly input: ReadInput; readonly progress: never; readonly result: OwnReading };
  readonly prepare: { readonly input: PrepareInput; readonly progress: never; readonly result: PackedData };
  readonly decode: { readonly input: DecodeInput; readonly progress: never; readonly result: readonly Said[] };
  readonly pack: { readonly input: PackInput; readonly progress: never; readonly result: Packed };
  readonly states: { readonly input: StatesInput; readonly progress: never; readonly result: readonly StatesRead[] };
  readonly race: { readonly input: RaceJob; readonly progress: RaceProgress; readonly result: RaceResult };
  readonly corpus: { readonly input: CorpusText; readonly progress: never; readonly result: Corpus };
  readonly vectors: { readonly input: VectorJob; readonly progress: VectorMoment; readonly result: VectorEnd };
  readonly slice: { readonly input: SliceJob; readonly progress: Slice; readonly result: Slice };
}

export type ProcedureId = keyof Procedures;

/** How a procedure tells where it stands: see `Beat`. */
export type Procedure<Id extends ProcedureId> = (input: Procedures[Id]['input']) => Generator<Beat<Procedures[Id]['progress']> | null, Procedures[Id]['result']>;

export interface CallListener<Id extends ProcedureId> {
  readonly onProgress?: (progress: Procedures[Id]['progress']) => void;
  readonly onDone: (result: Procedures[Id]['result']) => void;
  /** In words for the reader; also where the worker was lost. */
  readonly onFailed: (words: string) => void;
}

/** One call under way. After `cancel`, and after its end, nothing is told any more. */
export interface Call {
  /** Goes on by that many strides, then stands still. 0: only to its first beat, where it begins; nothing where it has begun. */
  advance(stride: Stride, count: number): void;
  /** Goes on without end. */
  release(): void;
  /** Stands still within some milliseconds. What is under way keeps its state. */
  hold(): void;
  cancel(): void;
}

export interface CallOptions {
  /** Whether it stands still at first. Left out for false. */
  readonly isHeld?: boolean | undefined;
  /** Calls of one lane share a worker and have their turns one after the other; each lane has a worker of its own. Left out: 'aside'. */
  readonly lane?: string | undefined;
}

export interface WorkshopClient {
  call<Id extends ProcedureId>(procedure: Id, input: Procedures[Id]['input'], listener: CallListener<Id>, options?: CallOptions): Call;
  /** Ends all workers and calls. */
  close(): void;
}
