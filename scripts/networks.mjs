// The networks that come with the page: which data set each has learned, and what is set otherwise than the data set starts with.

/**
 * @typedef {object} Wanted
 * @property {string} id names the file
 * @property {string} set a built-in data set
 * @property {string} title for the list
 * @property {string} words what to look at
 * @property {Partial<import('../src/state/workshop/settings/training.ts').TrainingSettings>} [training]
 */

/** @type {readonly Wanted[]} */
export const networks = [
  { id: 'reviews', set: 'reviews', title: 'Three reviews', words: 'The course’s first network: four units, three sentences, all three right.' },
  {
    id: 'negation', set: 'negation', title: 'Reviews with negation, one word after the other', training: { cell: 'rnn_tanh', epochs: 30 },
    words: 'A vanilla RNN, for which the order of the words counts.',
  },
  {
    id: 'negation-bag', set: 'negation', title: 'Reviews with negation, as a bag of words', training: { reader: 'bag', epochs: 40 },
    words: 'A feed-forward network on the counts of the words: it cannot tell “not good but bad, this film” from “not bad but good, this film”.',
  },
  { id: 'letters', set: 'letters', title: 'Next letter: namaste', words: 'Eighteen words by heart, letter by letter.' },
  { id: 'entities', set: 'entities', title: 'Named entities', words: 'A label at every word: person, organisation, place or nothing.' },
  { id: 'gap', set: 'gap', title: 'Missing word', words: 'Reads both ways, as only what comes after the gap tells.' },
  {
    id: 'names', set: 'names', title: 'First names', training: { cell: 'lstm', hiddenSize: 48, epochs: 30, learningRate: 0.002 },
    words: 'From girl or boy to a name, for the room “Generation”. Which letter comes next is mostly open, so few can be foretold.',
  },
  {
    id: 'phrases', set: 'phrases', title: 'English to French', training: { hiddenSize: 48, schedule: 'cosine' },
    words: 'Reads a phrase to its end, then says it in French.',
  },
  { id: 'temperatures', set: 'temperatures', title: 'Daily temperature', words: 'Says tomorrow’s temperature, and by itself the weeks to come.' },
  {
    id: 'co2', set: 'co2', title: 'Carbon dioxide', training: { cell: 'lstm', hiddenSize: 24, schedule: 'cosine', epochs: 300, batchSize: 1 },
    words: 'Says next month’s carbon dioxide: a wave on a rise.',
  },
  { id: 'sine', set: 'sine', title: 'Sine waves', words: 'Goes on with a wave by itself.', training: { hiddenSize: 32, schedule: 'cosine', epochs: 150 } },
  { id: 'pictures', set: 'pictures', title: 'Pictures and their class', words: 'A feed-forward network: one look, no time.' },
  { id: 'captions', set: 'captions', title: 'Pictures and their caption', words: 'Sees the picture at the first step alone, then speaks.' },
  { id: 'frames', set: 'frames', title: 'A moving dot', words: 'Tells from a film which way the dot goes.' },
  { id: 'morse', set: 'morse', title: 'Morse code', words: 'Hears sound and silence, and says the letters.' },
  {
    id: 'recall-lstm', set: 'recall', title: 'First letter after 50 steps: LSTM', training: { cell: 'lstm', gateBias: 5 },
    words: 'Its forget gate starts open, so the first letter is kept.',
  },
  {
    id: 'recall-rnn', set: 'recall', title: 'First letter after 50 steps: vanilla RNN', training: { cell: 'rnn_tanh', gateBias: null },
    words: 'The same task and training: on the way it forgets.',
  },
  { id: 'adding', set: 'adding', title: 'Adding problem', words: 'Adds the two marked numbers of twenty.' },
  { id: 'parity', set: 'parity', title: 'Parity', words: 'Even or odd, after every bit.' },
];
