import { describe, expect, it } from 'vitest';
import { createNetwork } from '../../src/engine/network.ts';
import { recipeOf } from '../../src/engine/tasks/choices.ts';
import { tasks } from '../../src/engine/tasks/index.ts';
import { apply, refusal, wordsOf, type Command } from '../../src/state/commands.ts';
import { initialDocument } from '../../src/state/defaults.ts';
import type { UnrolledDocument } from '../../src/state/document.ts';
import { jobOf } from '../../src/state/job.ts';
import { rivalDocument } from '../../src/state/rival.ts';
import { startSymbols } from '../../src/state/starts.ts';

const reviews = initialDocument('reviews');
const all = (start: UnrolledDocument, ...commands: Command[]): UnrolledDocument => commands.reduce(apply, start);

describe('another cell', () => {
  it('keeps the sentence, the changes that wait, and the initial states', () => {
    const before = all(
      reviews,
      { type: 'setText', text: 'not bad' },
      { type: 'editWeight', symbol: 'W_hh', unit: 1, column: 2, value: 0.5 },
      { type: 'editInitialState', symbol: 'h', unit: 2, value: 1 },
    );
    const after = all(before, { type: 'setCell', cell: 'lstm' });
    expect(after).toMatchObject({ text: 'not bad', changes: before.changes, initialStates: { h: [0, 1, 0, 0] }, cell: 'lstm' });
    expect(jobOf(after).job.recipe).toMatchObject({ changes: [], initialStates: { h: [0, 1, 0, 0] } });
    expect(jobOf(after).notice).toContain('This network has no W_hh');
    expect(jobOf(all(after, { type: 'setCell', cell: 'rnn_tanh' })).job.recipe.changes).toHaveLength(1);
  });

  it('is trained as the task says for it, unless the reader has said otherwise', () => {
    const lstm = recipeOf(tasks.reviews, 'lstm');
    expect(all(reviews, { type: 'setCell', cell: 'lstm' })).toMatchObject({ trainedEpochs: lstm.epochs, learningRate: lstm.learningRate });
    expect(all(reviews, { type: 'setTrainedEpochs', epochs: 17 }, { type: 'setCell', cell: 'lstm' }).trainedEpochs).toBe(17);
    expect(jobOf(all(reviews, { type: 'setCell', cell: 'lstm' })).job.recipe.training.learningRate).toBe(lstm.learningRate);
  });

  it('has to go with the task', () => {
    expect(refusal(reviews, { type: 'setCell', cell: 'feedforward_relu' })).toContain('has no memory to carry from step to step');
    expect(refusal(initialDocument('pictures'), { type: 'setCell', cell: 'feedforward_relu' })).toBeNull();
  });
});

describe('both directions and free running', () => {
  it('go with the tasks that allow them', () => {
    expect(refusal(reviews, { type: 'setDirection', bidirectional: true })).toBeNull();
    expect(refusal(initialDocument('translation'), { type: 'setDirection', bidirectional: true })).toContain('cannot be read in both directions');
    expect(refusal(reviews, { type: 'setFeeding', feeding: 'free' })).toContain('cannot be the next input');
    expect(refusal(initialDocument('letters'), { type: 'setFeeding', feeding: 'free' })).toBeNull();
  });

  it('exclude each other', () => {
    const free = all(initialDocument('letters'), { type: 'setFeeding', feeding: 'free' });
    expect(all(free, { type: 'setDirection', bidirectional: true })).toMatchObject({ bidirectional: true, feeding: 'teacher' });
    const both = all(initialDocument('letters'), { type: 'setDirection', bidirectional: true });
    expect(refusal(both, { type: 'setFeeding', feeding: 'free' })).toContain('Read one way first');
  });
});

describe('the states to begin with', () => {
  const both = all(reviews, { type: 'setCell', cell: 'lstm' }, { type: 'setDirection', bidirectional: true });

  it('are those of every chain that is not handed one', () => {
    expect(startSymbols(reviews)).toEqual(['h']);
    expect(startSymbols(both)).toEqual(['h', 'c', 'h.reverse', 'c.reverse']);
    expect(startSymbols(initialDocument('translation'))).toEqual(['h.encoder']);
  });

  it('are edited unit by unit, each by its symbol', () => {
    const after = all(both, { type: 'editInitialState', symbol: 'c.reverse', unit: 3, value: 0.5 }, { type: 'editInitialState', symbol: 'h', unit: 1, value: 2 });
    expect(after.initialStates).toEqual({ 'c.reverse': [0, 0, 0.5, 0], h: [2, 0, 0, 0] });
    expect(jobOf(after).job.recipe.initialStates).toEqual(after.initialStates);
  });

  it('wait while the network does not have them', () => {
    const after = all(both, { type: 'editInitialState', symbol: 'c', unit: 1, value: 1 }, { type: 'setCell', cell: 'gru' });
    expect(after.initialStates).toEqual({ c: [1, 0, 0, 0] });
    expect(jobOf(after).job.recipe.initialStates).toBeUndefined();
    expect(refusal(after, { type: 'editInitialState', symbol: 'c', unit: 1, value: 1 })).toBe(
      'This network does not begin with a state c_0; it begins with h_0 and h.reverse_0.',
    );
  });
});

describe('another task', () => {
  it('keeps cell, biases, gates and notation where they go with it', () => {
    const before = all(reviews, { type: 'setCell', cell: 'lstm' }, { type: 'setBiases', biases: 'two' }, { type: 'setGates', gates: true }, { type: 'setNotation', notation: 'course' });
    expect(all(before, { type: 'setTask', task: 'translation' })).toMatchObject({ cell: 'lstm', biases: 'two', gates: true, notation: 'course', text: initialDocument('translation').text });
  });

  it('has its own cell at first where none was chosen, or where the chosen one does not go with it', () => {
    expect(all(reviews, { type: 'setTask', task: 'pictures' }).cell).toBe('feedforward_tanh');
    const pictures = all(initialDocument('pictures'), { type: 'setCell', cell: 'feedforward_relu' });
    expect(all(pictures, { type: 'setTask', task: 'reviews' }).cell).toBe('rnn_tanh');
  });
});

describe('clipping, labels and updates', () => {
  it('go into the job, and into what an update remembers', () => {
    const clipped = all(reviews, { type: 'setClipping', clipping: { kind: 'norm', limit: 0.5 } });
    expect(jobOf(clipped).job.clipping).toEqual({ norm: 0.5 });
    const updated = all(clipped, { type: 'applyUpdate', next: 'same' }, { type: 'setClipping', clipping: null });
    expect(jobOf(updated).job.recipe.changes).toMatchObject([{ kind: 'update', clipping: { norm: 0.5 } }]);
    expect(jobOf(updated).job.clipping).toBeUndefined();
    expect(refusal(reviews, { type: 'setClipping', clipping: { kind: 'value', limit: -1 } })).toContain('from 0 to 1,000,000');
  });

  it('have as many labels as the task has outputs', () => {
    expect(refusal(initialDocument('pictures'), { type: 'setLabel', label: 4 })).toBeNull();
    expect(refusal(initialDocument('pictures'), { type: 'setLabel', label: 5 })).toBe('The label is 5, but it has to be a whole number from 0 to 4.');
    expect(refusal(reviews, { type: 'setLabel', label: 2 })).toBe('The label is 2, but it has to be a whole number from 0 to 1.');
  });
});

describe('a second network', () => {
  it('is the same but for what it does otherwise', () => {
    const document = all(reviews, { type: 'seek', playhead: 9 }, { type: 'setRival', rival: { cell: 'lstm' } });
    const rival = rivalDocument(document)!;
    const recipe = recipeOf(tasks.reviews, 'lstm');
    expect(rival).toEqual({ ...document, rival: null, cell: 'lstm', trainedEpochs: recipe.epochs, learningRate: recipe.learningRate });
    expect(rivalDocument(reviews)).toBeNull();
  });

  it('has changes of its own after those of the first', () => {
    const change = { kind: 'set', symbol: 'W_hh', unit: 1, column: 2, value: 0.5 } as const;
    const document = all(reviews, { type: 'scaleWeight', symbol: 'W_hh', factor: 2 }, { type: 'setRival', rival: { changes: [change] } });
    expect(rivalDocument(document)!.changes).toEqual([...document.changes, change]);
  });

  it('is changed part by part, where undefined takes a part away', () => {
    const document = all(reviews, { type: 'setRival', rival: { cell: 'gru' } }, { type: 'editRival', rival: { hiddenSize: 8, clipping: { kind: 'norm', limit: 1 } } });
    expect(document.rival).toEqual({ cell: 'gru', hiddenSize: 8, clipping: { kind: 'norm', limit: 1 } });
    expect(all(document, { type: 'editRival', rival: { cell: undefined } }).rival).toEqual({ hiddenSize: 8, clipping: { kind: 'norm', limit: 1 } });
    expect(createNetwork(jobOf(rivalDocument(document)!).job.model).model).toMatchObject({ cell: 'gru', hiddenSize: 8 });
    expect(all(document, { type: 'setRival', rival: null }).rival).toBeNull();
  });

  it('has its initial states cut to its own size', () => {
    const document = all(reviews, { type: 'setInitialStates', states: { h: [1, 2, 3, 4] } }, { type: 'setRival', rival: { hiddenSize: 2 } });
    expect(rivalDocument(document)!.initialStates).toEqual({ h: [1, 2] });
  });

  it('is refused where the task has no such network', () => {
    expect(refusal(reviews, { type: 'setRival', rival: { cell: 'feedforward_tanh' } })).toContain('has no memory');
    expect(refusal(initialDocument('translation'), { type: 'editRival', rival: { bidirectional: true } })).toContain('both directions');
    expect(refusal(reviews, { type: 'setRival', rival: { hiddenSize: 100 } })).toContain('from 1 to 64');
  });
});

describe('the words of the undo menu', () => {
  it.each<[Command, string]>([
    [{ type: 'setCell', cell: 'lstm' }, 'change the cell to LSTM'],
    [{ type: 'setDirection', bidirectional: true }, 'read both ways'],
    [{ type: 'setFeeding', feeding: 'free' }, 'let it run freely'],
    [{ type: 'setClipping', clipping: { kind: 'norm', limit: 1 } }, 'clip the gradient by norm at 1'],
    [{ type: 'setClipping', clipping: null }, 'leave the gradient unclipped'],
    [{ type: 'setGates', gates: true }, 'show the gates'],
    [{ type: 'setNotation', notation: 'course' }, 'write W_i, W_h and O'],
    [{ type: 'editInitialState', symbol: 'c', unit: 2, value: 1 }, 'set c_0[2]'],
    [{ type: 'setInitialStates', states: null }, 'begin with zeros'],
    [{ type: 'setRival', rival: {} }, 'compare with a second network'],
    [{ type: 'setRival', rival: null }, 'close the second network'],
    [{ type: 'insertWord', index: 1, word: 'not' }, 'insert “not”'],
    [{ type: 'moveWord', from: 2, to: 4 }, 'move number 2 to 4'],
  ])('%o: %s', (command, words) => {
    expect(wordsOf(command)).toBe(words);
  });
});
