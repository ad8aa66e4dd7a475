import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Clock } from '../../src/engine/clock/clock.ts';
import { createNetwork } from '../../src/engine/network.ts';
import { createTrace } from '../../src/engine/run/trace.ts';
import { apply, refusal, type Command } from '../../src/state/commands.ts';
import { initialDocument } from '../../src/state/defaults.ts';
import type { UnrolledDocument } from '../../src/state/document.ts';
import { jobOf } from '../../src/state/job.ts';
import { decode, encode } from '../../src/state/link.ts';
import { command, document, seeded } from './arbitraries.ts';

const reviews = initialDocument('reviews');
const all = (start: UnrolledDocument, ...commands: Command[]): UnrolledDocument => commands.reduce(apply, start);
const set = { kind: 'set', symbol: 'W_hh', unit: 1, column: 2 } as const;
const edit = { type: 'editWeight', symbol: 'W_hh', unit: 1, column: 2 } as const;

describe('commands', () => {
  it('leave a document within the limits, whatever they are given', () => {
    fc.assert(
      fc.property(document, fc.array(command, { maxLength: 6 }), (before, commands) => {
        const after = all(before, ...commands);
        expect(decode(encode(after))).toEqual({ document: after, problems: [] });
      }),
      { ...seeded, numRuns: 400 },
    );
  });

  it('do not touch the document that they are given', () => {
    const deepFreeze = <Value>(value: Value): Value => {
      if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(deepFreeze);
      return value;
    };
    fc.assert(
      fc.property(document, command, (before, each) => {
        apply(deepFreeze(structuredClone(before)), deepFreeze(structuredClone(each)));
      }),
      seeded,
    );
  });
});

describe('a sentence', () => {
  it('is read from its beginning, without the label of the one before', () => {
    const after = all(reviews, { type: 'setLabel', label: 1 }, { type: 'seek', playhead: 9 }, { type: 'setText', text: 'not bad' });
    expect(after).toEqual({ ...reviews, text: 'not bad', label: null, playhead: 0 });
  });

  it('takes the place of a generated sequence', () => {
    expect(all(reviews, { type: 'setGeneratedLength', length: 50 }, { type: 'setText', text: 'not bad' }).generatedLength).toBeNull();
  });

  it('can bring its new words with it', () => {
    const after = all(reviews, { type: 'setText', text: 'Movie was terrible', addWords: ['Terrible', 'movie'] });
    expect(after).toMatchObject({ text: 'Movie was terrible', addedWords: ['terrible'] });
  });

  it('that has no known word is refused, and named', () => {
    expect(refusal(reviews, { type: 'setText', text: 'c’est nul' })).toContain('“c\'est” and “nul”');
  });

  it('keeps the place on the clock while its label changes', () => {
    expect(all(reviews, { type: 'seek', playhead: 9 }, { type: 'setLabel', label: 1 })).toMatchObject({ playhead: 9, label: 1 });
  });
});

describe('added words', () => {
  const unknown = { ...reviews, text: 'movie was terrible', playhead: 5 };

  it('keep the time step, on the way there and on the way back', () => {
    const add: Command = { type: 'addWords', words: ['terrible'] };
    expect(all(unknown, add)).toEqual({ ...unknown, addedWords: ['terrible'] });
    const clocks = [unknown, all(unknown, add)].map((each) => {
      const { job } = jobOf(each);
      const network = createNetwork(job.model);
      return new Clock(network, createTrace(network, job.example).steps);
    });
    const [before, after] = clocks as [Clock, Clock];
    const playheads = Array.from({ length: before.count }, (_, k) => k + 1);
    const told = (clock: Clock, playhead: number): string => {
      const { phase, t, makes } = clock.momentAt(playhead)!;
      return `${phase} ${t} ${makes}`;
    };
    // The last step is another one now, and what is read out there too.
    const early = playheads.filter((playhead) => before.momentAt(playhead)!.t === 1);
    expect(early.length).toBeGreaterThan(5);
    expect(early.map((playhead) => told(after, all({ ...unknown, playhead }, add).playhead))).toEqual(early.map((playhead) => told(before, playhead)));
  });

  it('keep the place on the clock where nothing more is read', () => {
    expect(all(unknown, { type: 'addWords', words: ['great', 'Great'] })).toEqual({ ...unknown, addedWords: ['great'] });
  });

  it('are refused where the outputs are letters, too', () => {
    expect(refusal(initialDocument('letters'), { type: 'addWords', words: ['b'] })).toContain('cannot be added');
  });

  it('are refused beyond 500, and when they are too long', () => {
    const words = Array.from({ length: 501 }, (_, k) => `word${k}`);
    expect(refusal(reviews, { type: 'addWords', words })).toBe(
      'The number of added words is 501, but it has to be a whole number from 0 to 500.',
    );
    expect(refusal(reviews, { type: 'addWords', words: ['x'.repeat(61)] })).toContain('is 61, but');
  });
});

describe('the task', () => {
  it('brings its own sentence, size, seed and training, and keeps how the cell is built', () => {
    const before = all(reviews, { type: 'setCell', cell: 'rnn_relu' }, { type: 'setBiases', biases: 'two' }, { type: 'setFold', fold: 1 });
    expect(all(before, { type: 'setTask', task: 'letters' })).toEqual({
      ...initialDocument('letters', 'rnn_relu'),
      biases: 'two',
      fold: 1,
    });
  });
});

describe('the network', () => {
  it('keeps the place on the clock', () => {
    const before = all(reviews, { type: 'seek', playhead: 9 });
    const commands: Command[] = [
      { type: 'setCell', cell: 'rnn_sigmoid' },
      { type: 'setHiddenSize', hiddenSize: 8 },
      { type: 'setScheme', scheme: 'xavier' },
      { type: 'setSeed', seed: 1 },
      { type: 'setInitialScale', scale: 2 },
      { type: 'setTrainedEpochs', epochs: 0 },
      { type: 'setLearningRate', learningRate: 0.1 },
    ];
    for (const each of commands) expect(all(before, each).playhead).toBe(9);
  });

  it('keeps as much of the initial state as has room, and fills up with zeros', () => {
    const before = all(reviews, { type: 'setInitialStates', states: { h: [1, 2, 3, 4] } });
    expect(all(before, { type: 'setHiddenSize', hiddenSize: 2 }).initialStates).toEqual({ h: [1, 2] });
    expect(all(before, { type: 'setHiddenSize', hiddenSize: 5 }).initialStates).toEqual({ h: [1, 2, 3, 4, 0] });
  });

  it.each<[Command, string]>([
    [{ type: 'setHiddenSize', hiddenSize: 65 }, 'The number of hidden units is 65, but it has to be a whole number from 1 to 64.'],
    [{ type: 'setTrainedEpochs', epochs: 5001 }, 'The number of training epochs is 5001, but it has to be a whole number from 0 to 5,000.'],
    [{ type: 'setLearningRate', learningRate: NaN }, 'The learning rate η is NaN, but it has to be a number from -1,000 to 1,000.'],
    [{ type: 'setGeneratedLength', length: 1 }, 'The length of the generated sequence is 1, but it has to be a whole number from 2 to 10,000.'],
    [{ type: 'setInitialStates', states: { h: [1] } }, 'The initial state h_0 has 1 numbers, but the network has 4 hidden units.'],
    [{ ...edit, column: 5, value: 1 }, 'W_hh has 4 rows and 4 columns, so it has no entry [1,5].'],
    [{ ...edit, symbol: 'W', value: 1 }, 'This network has no W; it has W_xh, W_hh, b_h, W_hy, b_y.'],
    [{ ...edit, value: Infinity }, 'A weight is Infinity, but it has to be a finite number.'],
  ])('refuses %o', (each, why) => {
    expect(refusal(reviews, each)).toBe(why);
  });
});

describe('a weight', () => {
  it('that is set again right away has one change', () => {
    expect(all(reviews, { ...edit, value: 1 }, { ...edit, value: 2 }).changes).toEqual([{ ...set, value: 2 }]);
  });

  it('that is set again later has two, in their order', () => {
    const { changes } = all(reviews, { ...edit, value: 1 }, { ...edit, unit: 2, value: 3 }, { ...edit, value: 2 });
    expect(changes).toEqual([{ ...set, value: 1 }, { ...set, unit: 2, value: 3 }, { ...set, value: 2 }]);
  });

  it('matrix that is scaled again right away is scaled by the last factor alone', () => {
    const scale = (symbol: string, factor: number): Command => ({ type: 'scaleWeight', symbol, factor });
    expect(all(reviews, scale('W_hh', 2), scale('W_hh', 3)).changes).toEqual([{ kind: 'scale', symbol: 'W_hh', factor: 3 }]);
    expect(all(reviews, scale('W_hh', 2), scale('W_xh', 3), scale('W_hh', 3)).changes).toHaveLength(3);
  });

  it('can be dragged on when the 2,000 changes are full, but no other change is made', () => {
    const full: UnrolledDocument = { ...reviews, changes: Array.from({ length: 2000 }, (_, k) => ({ ...set, value: k })) };
    expect(apply(full, { ...edit, value: -1 }).changes.at(-1)).toEqual({ ...set, value: -1 });
    expect(refusal(full, { ...edit, column: 1, value: 1 })).toContain('At most 2,000 changes');
    expect(apply(full, { type: 'resetWeights' }).changes).toEqual([]);
  });
});

describe('the initial state', () => {
  it('is edited unit by unit, from zeros', () => {
    expect(all(reviews, { type: 'editInitialState', symbol: 'h', unit: 2, value: 0.5 }).initialStates).toEqual({ h: [0, 0.5, 0, 0] });
    expect(refusal(reviews, { type: 'editInitialState', symbol: 'h', unit: 5, value: 0.5 })).toBe(
      'The initial state h_0 has units 1 to 4, but no unit 5.',
    );
  });
});

describe('an update', () => {
  const update = { kind: 'update', text: 'movie was not good', label: null, learningRate: 0.5, times: 1, initialStates: null, clipping: null, feeding: 'teacher' } as const;
  const same: Command = { type: 'applyUpdate', next: 'same' };
  const next: Command = { type: 'applyUpdate', next: 'next-row' };

  it('remembers the sentence, its label and η, and begins the sentence again', () => {
    expect(all(reviews, { type: 'seek', playhead: 60 }, same)).toEqual({ ...reviews, changes: [update], playhead: 0 });
  });

  it('counts equal ones in a row', () => {
    expect(all(reviews, same, same, same).changes).toEqual([{ ...update, times: 3 }]);
    expect(all(reviews, same, { type: 'setLearningRate', learningRate: 1 }, same).changes).toHaveLength(2);
    expect(all({ ...reviews, changes: [{ ...update, times: 5000 }] }, same).changes).toEqual([{ ...update, times: 5000 }, update]);
  });

  it('goes on to the next row of the table, from the last to the first', () => {
    const texts = [1, 2, 3].map((count) => all(reviews, ...Array.from({ length: count }, () => next)).text);
    expect(texts).toEqual(['movie was good', 'movie was bad', 'movie was not good']);
    const own = all(reviews, { type: 'setText', text: 'not good', label: 1 }, next);
    expect(own).toMatchObject({ text: 'movie was good', label: null, changes: [{ ...update, text: 'not good', label: 1 }] });
  });

  it('by skipped words does not change when they are added later', () => {
    const { changes } = all(reviews, { type: 'setText', text: 'Movie was, well, bad' }, same);
    expect(changes).toEqual([{ ...update, text: 'movie was bad' }]);
  });

  it('by a generated sequence writes it out', () => {
    const { changes } = all(reviews, { type: 'setGeneratedLength', length: 5 }, same);
    expect(changes[0]).toMatchObject({ text: expect.stringMatching(/^(movie|was|good|bad|not)( (movie|was|good|bad|not)){4}$/) as string });
    const letters = all(initialDocument('letters'), { type: 'setGeneratedLength', length: 5 }, same);
    expect(letters.changes[0]).toMatchObject({ text: expect.stringMatching(/^[namste]{6}$/) as string });
  });

  it('by what cannot be read is refused', () => {
    expect(refusal({ ...reviews, text: '?!' }, same)).toContain('no update to apply');
  });
});
