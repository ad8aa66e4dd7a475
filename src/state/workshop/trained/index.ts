// What is known of the networks that come with the page, before their weights are fetched.
import * as v from 'valibot';
import type { Score } from '../../../engine/workshop/job.ts';
import { scoreShape, settingsShape } from '../runShape.ts';
import type { TrainingRun } from '../run.ts';

/** What a training has reached. */
export interface TrainedFacts {
  readonly epochs: number;
  readonly updates: number;
  /** How many there are. */
  readonly parameters: number;
  readonly training: Score;
  /** Null where no rows were kept apart. */
  readonly validation: Score | null;
}

export interface TrainedNetwork extends TrainedFacts {
  /** Names its file. */
  readonly id: string;
  readonly title: string;
  /** What to look at. */
  readonly words: string;
  readonly settings: TrainingRun['settings'];
  /** How long the training took. */
  readonly seconds: number;
}

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

export const trainedShape: v.GenericSchema<unknown, readonly TrainedNetwork[]> = v.array(
  v.object({
    id: v.pipe(v.string(), v.regex(/^[\w-]+$/)),
    title: v.string(),
    words: v.string(),
    settings: settingsShape,
    epochs: count,
    updates: count,
    parameters: count,
    training: scoreShape,
    validation: v.nullable(scoreShape),
    seconds: v.number(),
  }),
);
