// The room "Generation and free running".
import { between, oneOf, place, text, whole, type Values } from '../setting.ts';

export const generationSettings = {
  /** Temperature of a sampled choice. */
  temperature: between(0.8, 0.05, 5, 'change the temperature'),
  choice: oneOf('sampled', ['greedy', 'sampled'], 'change how the next one is chosen'),
  seed: whole(1, 0, 2 ** 32 - 1, 'draw others'),
  /** How many samples, and the most steps of each. */
  count: whole(8, 1, 50, 'change the number of samples'),
  steps: whole(20, 1, 400, 'change the number of steps'),
  /** What the network is given to begin with. */
  prompt: text('', 200, 'change the beginning'),
  /** The row that is compared: teacher forcing against free running. */
  row: place(whole(0, 0, 10_000_000, 'look at another row')),
} as const;

export type GenerationSettings = Values<typeof generationSettings>;
