// The network that the room looks at: the run in view at its epoch, or, as long as nothing is trained, a fresh one of the settings.
import { useMemo } from 'react';
import type { PreparedData } from '../../../../engine/data/dataset.ts';
import { encodedFor, type EncodedData } from '../../../../engine/data/readers.ts';
import { createNetwork, type Network } from '../../../../engine/network.ts';
import { initialParameters } from '../../../../engine/recipe/parameters.ts';
import type { Checkpoint } from '../../../../engine/workshop/job.ts';
import type { TrainingRun } from '../../../../state/workshop/run.ts';
import type { ReaderId, TrainingSettings } from '../../../../state/workshop/settings/training.ts';
import type { ShownNetwork } from '../../../../state/workshop/shown.ts';
import { trainingJob } from '../../../../state/workshop/trainingJob.ts';

export interface Subject {
  readonly data: PreparedData;
  readonly encoded: EncodedData;
  readonly network: Network;
  readonly parameters: Float64Array;
  readonly reader: ReaderId;
  readonly job: TrainingRun['job'];
  readonly epoch: number;
  /** Null: fresh. */
  readonly run: TrainingRun | null;
}

interface Looked {
  readonly subject: Subject | null;
  /** Why there is nothing to look at, in words; null where there is, or where it is on its way. */
  readonly problem: string | null;
}

/** What a network that has told nothing yet begins with. */
export interface Beginning {
  readonly data: PreparedData;
  readonly settings: TrainingSettings;
  /** Null: nothing is trained yet. */
  readonly run: TrainingRun | null;
  /** Where it was branched off; null: from the seed. */
  readonly from: Checkpoint | null;
}

type Shown = ShownNetwork & { readonly data: PreparedData };

/** Of the run in view, else of what is to begin; nothing where neither is there. */
export function useSubject(shown: Shown | null, beginning: Beginning | null): Looked {
  const data = shown?.data ?? beginning?.data ?? null;
  const reader = shown?.reader ?? beginning?.settings.reader ?? 'sequence';
  const encoded = useMemo(() => data && attempt(() => encodedFor(reader, data)), [data, reader]);
  return useMemo((): Looked => {
    if (!data || !encoded) return { subject: null, problem: null };
    if (encoded.value === null) return { subject: null, problem: encoded.problem };
    const made = attempt(() => ({ ...(shown ? trained(shown, encoded.value) : fresh(beginning)), data, encoded: encoded.value, reader }));
    return { subject: made.value, problem: made.problem };
  }, [data, encoded, shown, beginning, reader]);
}

type Attempt<Value> = { readonly value: Value; readonly problem: null } | { readonly value: null; readonly problem: string };

function attempt<Value>(work: () => Value): Attempt<Value> {
  try {
    return { value: work(), problem: null };
  } catch (error) {
    return { value: null, problem: error instanceof Error ? error.message : String(error) };
  }
}

type Made = Omit<Subject, 'data' | 'encoded' | 'reader'>;

/** Throws in words where its data set was changed since: the rows would mean nothing to this network. */
function trained({ network, parameters, run, epoch }: Shown, { task }: EncodedData): Made {
  const { inputSize, outputSize } = network.model;
  const [inputs, outputs] = [task.vocabulary.length, task.outputs.length];
  if (inputs !== inputSize || outputs !== outputSize) {
    throw new Error(`The data set “${run.title}” is another one than when “${run.name}” was trained: it has ${inputs} inputs and ${outputs} outputs, the network ${inputSize} and ${outputSize}. Its curves can be seen, its answers cannot.`);
  }
  return { network, parameters, job: run.job, epoch, run };
}

/** The network as it is before its first update. */
function fresh(beginning: Beginning | null): Made {
  if (!beginning) throw new Error('There is nothing to look at yet.');
  const { data, settings, run, from } = beginning;
  const { training: _, validation: __, ...job } = trainingJob(data, settings);
  const network = createNetwork(job.model);
  const parameters = from?.parameters ?? initialParameters(network, { initialisation: job.initialisation, baseInputSize: job.model.inputSize });
  return { network, parameters, job, epoch: from?.epoch ?? 0, run };
}
