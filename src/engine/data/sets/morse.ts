// Morse code as it is heard: sound or silence, sample by sample. A dot is one sample of sound, a dash three, with one of silence inside a letter and
// three after it (ITU-R M.1677). The letter is said at the third of those: by then it is over.
import { stream } from '../../math/random.ts';
import type { ReadSteps, TaskRow } from '../../tasks/task.ts';
import { builtIn, ownSource } from '../builtIn.ts';
import { distinctRows } from '../distinct.ts';

/** The ten most frequent letters of English. */
const code: Readonly<Record<string, string>> = { e: '.', t: '-', a: '.-', o: '---', i: '..', n: '-.', s: '...', h: '....', r: '.-.', d: '-..' };
const letters = Object.keys(code);
const nothing = '–';
const pause = '000';

/** "10111000" for a. */
const soundOf = (letter: string): string => `${[...code[letter]!].map((sign) => (sign === '.' ? '1' : '111')).join('0')}${pause}`;

const bySound = new Map(letters.map((letter, k) => [soundOf(letter), k + 1]));
const longest = Math.max(...letters.map((letter) => soundOf(letter).length));
const rowCount = 240;
const lettersOfRow = 3;

/** The class of the letter whose pause ends at step t; 0 where none does. */
function letterAt({ inputs }: ReadSteps, t: number): number {
  if (inputs.kind !== 'dense') throw new Error('A sample is a number, but these inputs are one-hot.');
  // No letter is longer, so what was heard before does not matter.
  const since = Math.max(0, t - longest - pause.length);
  const heard = Array.from(inputs.values.subarray(since, t), (value) => (value >= 0.5 ? '1' : '0')).join('');
  const from = heard.lastIndexOf(pause, heard.length - pause.length - 1);
  if (from < 0 && since > 0) return 0;
  return bySound.get(from < 0 ? heard : heard.slice(from + pause.length)) ?? 0;
}

function rowsOf(seed: number): TaskRow[] {
  const random = stream(seed, 'morse');
  return distinctRows(rowCount, () => {
    const sound = Array.from({ length: lettersOfRow }, () => soundOf(random.pick(letters))).join('');
    return { text: [...sound].join(';') };
  });
}

export const morse = builtIn({
  task: {
    id: 'morse',
    title: 'Morse code',
    words: 'Hears sound (1) and silence (0), sample by sample, and says at the end of each letter which one it was, and “–” at all other samples.',
    topology: 'many-to-many-synced',
    cell: 'gru',
    loss: 'cross_entropy',
    step: 'sample',
    whole: 'message',
    cut: 'dense',
    vocabulary: ['sound'],
    outputs: [nothing, ...letters],
    hiddenSize: 24,
    seed: 1,
    epochs: 30,
    learningRate: 0.01,
    targetSource: { kind: 'rule', words: 'A letter is said at the third sample of silence after it; all other samples have “–”.', classOf: letterAt },
    canGrow: false,
  },
  source: ownSource('Three letters a message, drawn by a seed; the code is that of Recommendation ITU-R M.1677.'),
  rows: () => rowsOf(1),
  recipe: { optimiser: 'adam', batchSize: 4 },
});
