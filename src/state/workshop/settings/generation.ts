// The room "Generation and free running".
import { between, oneOf, place, text, whole, type Values } from '../setting.ts';

export const generationSettings = {
  /** Temperature of a sampled choice. */
  temperature: between(0.8, 0.05, 5, 'change the temperature'),
  choice: oneOf('sampled', ['greedy', 'sampled'], 'change how the next one is chosen'),
  seed: whole(1, 0, 2 ** 32 - 1, 'draw others'),
  /** How many samples, and the most steps of each. */
  count: whole(8, 1, 20, 'change the number of samples'),
  steps: whole(20, 1, 100, 'change the number of steps'),
  /** What the network is given to begin with; empty: the beginning of the row. */
  prompt: text('', 200, 'change the beginning'),
  /** Of a series: how many steps are given before it goes on by itself; 0: half of them. */
  given: whole(0, 0, 100_000, 'change how much is given'),
  /** The row that is compared, from 1: teacher forcing against free running. */
  row: place(whole(1, 1, 10_000_000, 'look at another row')),
  /** The sample and the step, both from 1, whose probabilities are looked at. */
  sample: place(whole(1, 1, 21, 'look at another sample')),
  step: place(whole(1, 1, 100, 'look at another step')),
} as const;

export type GenerationSettings = Values<typeof generationSettings>;
