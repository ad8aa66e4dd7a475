// How long the laboratory's answers take, at the size that has to follow a hand (T = 200, 32 units) and at the longest (T = 1,000). A setting that
// moves is measured as it is dragged: each time another scale of W_hh.
import { bench, describe } from 'vitest';
import { answer } from '../../src/engine/laboratory/index.ts';
import type { Question } from '../../src/engine/laboratory/questions.ts';
import type { Setup } from '../../src/engine/laboratory/setup.ts';
import { finish } from '../../src/engine/learn/learner.ts';

const questions: Readonly<Record<string, (setup: Setup) => Question>> = {
  'the gradient at every state': (setup) => ({ kind: 'flow', setup, quantity: 'state' }),
  'each step’s share': (setup) => ({ kind: 'flow', setup, quantity: 'share' }),
  'the products of Jacobians': (setup) => ({ kind: 'flow', setup, quantity: 'jacobian' }),
  'the factors': (setup) => ({ kind: 'factors', setup }),
  'the map, at most 200 rows': (setup) => ({ kind: 'map', setup, mostRows: 200 }),
  'the road': (setup) => ({ kind: 'road', setup }),
};

for (const [steps, cells] of [[200, ['rnn_tanh', 'lstm', 'gru']], [1_000, ['rnn_tanh', 'lstm']]] as const) {
  for (const cell of cells) {
    describe(`${cell}, T = ${steps.toLocaleString('en')}, 32 units`, () => {
      let value = 0.9;
      for (const [name, question] of Object.entries(questions)) {
        bench(name, () => {
          value += 1e-6;
          const network = { cell, hiddenSize: 32, scheme: 'uniform', stretch: { by: 'singular', value }, gateBias: 1 } as const;
          finish<unknown>(answer(question({ sequence: { steps, seed: 7, strength: 1, lossAt: steps }, network })));
        }, { time: 300, iterations: 3 });
      }
    });
  }
}
