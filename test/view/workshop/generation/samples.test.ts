import { describe, expect, it } from 'vitest';
import { tasks } from '../../../../src/engine/tasks/index.ts';
import { kindOf } from '../../../../src/view/panels/workshop/generation/kinds.ts';
import { classAndBeginning, samplesOf, samplesPlan } from '../../../../src/view/panels/workshop/generation/samples.ts';
import { answersTo, prepared, untrained } from './support.ts';

const wanted = { temperature: 1, choice: 'sampled', seed: 3, count: 4, steps: 9, prompt: '', row: 1 } as const;

describe('what a network can say by itself', () => {
  it('follows from its task', () => {
    const kinds = [tasks.names, tasks.letters, tasks.translation].map((task) => kindOf(task, task).kind);
    expect(kinds).toEqual(['classes', 'text', 'translation']);
    expect(kindOf({ ...tasks.letters, loss: 'mse', vocabulary: ['value'], outputs: ['next value'] }, tasks.letters).kind).toBe('series');
  });

  it('is nothing where one answer ends it, or where answers are no inputs, with the reason', () => {
    expect(kindOf(tasks.reviews, tasks.reviews)).toEqual({ kind: null, words: expect.stringContaining('one answer') as string });
    expect(kindOf(tasks.entities, tasks.entities)).toEqual({ kind: null, words: expect.stringContaining('another kind') as string });
    expect(kindOf(tasks.reviews, { topology: 'one-to-one' })).toEqual({ kind: null, words: expect.stringContaining('at once') as string });
    expect(kindOf(tasks.letters, { topology: 'many-to-many-synced', bidirectional: true })).toEqual({ kind: null, words: expect.stringContaining('both directions') as string });
  });
});

describe('samples', () => {
  it('of names begin with who they are for and the letters that are written, and end with the full stop', () => {
    const data = prepared(tasks.names);
    const { model, parameters } = untrained(data);
    const { asked } = samplesPlan('classes', data, model, parameters, { ...wanted, prompt: 'boy: l' });
    const samples = samplesOf(asked!, answersTo(asked!));
    expect(samples.map(({ name }) => name)).toEqual(['seed 3', 'seed 4', 'seed 5', 'seed 6']);
    for (const { tokens } of samples) {
      expect(tokens.slice(0, 2)).toMatchObject([{ text: 'boy', share: null }, { text: 'l', share: null }]);
      const made = tokens.slice(2);
      expect(made.length).toBeGreaterThan(0);
      expect(made.length).toBeLessThanOrEqual(9);
      expect(made.slice(0, -1).map(({ text }) => text)).not.toContain('.');
      for (const { share, scores, output } of made) {
        const sum = scores!.reduce((all, y) => all + Math.exp(y), 0);
        expect(share).toBeCloseTo(Math.exp(scores![output]!) / sum, 10);
      }
    }
  });

  it('take the first class where none is named, and the row’s first letter where nothing is written', () => {
    expect(classAndBeginning('', ['girl', 'boy'])).toEqual({ who: 'girl', begin: '' });
    expect(classAndBeginning('Boy:  ma', ['girl', 'boy'])).toEqual({ who: 'boy', begin: 'ma' });
    expect(classAndBeginning('dog: ma', ['girl', 'boy'])).toEqual({ who: 'girl', begin: 'ma' });
    const data = prepared(tasks.letters);
    const { model, parameters } = untrained(data);
    expect(samplesPlan('text', data, model, parameters, wanted).asked!.begin).toEqual(['n']);
    expect(samplesPlan('text', data, model, parameters, { ...wanted, prompt: 'maxs' })).toMatchObject({ asked: { begin: ['m', 'a', 's'], skipped: 2 }, note: 'Not known to the network, and left out: “x”.' });
    expect(samplesPlan('text', data, model, parameters, { ...wanted, prompt: 'xyz' }).asked).toBeNull();
  });

  it('are one alone where the likeliest is taken, and greedy stands beside sampled in a translation', () => {
    const letters = prepared(tasks.letters);
    const { model, parameters } = untrained(letters);
    expect(samplesPlan('text', letters, model, parameters, { ...wanted, choice: 'greedy' }).asked!.names).toEqual(['greedy']);
    const data = prepared(tasks.translation);
    const network = untrained(data);
    const { asked } = samplesPlan('translation', data, network.model, network.parameters, { ...wanted, prompt: 'you are cold', count: 2 });
    expect(asked!.names).toEqual(['greedy', 'seed 3', 'seed 4']);
    expect(asked!.source).toBe('you are cold');
    const indices = ['you', 'are', 'cold'].map((word) => data.task.vocabulary.indexOf(word));
    expect(asked!.runs[0]!.example.inputs).toEqual({ kind: 'one-hot', indices: Int32Array.from(indices) });
    const [greedy] = samplesOf(asked!, answersTo(asked!));
    for (const { output, scores } of greedy!.tokens) expect(scores![output]).toBe(Math.max(...scores!));
  });

  it('of a translation name the words that the network does not know', () => {
    const data = prepared(tasks.translation);
    const { model, parameters } = untrained(data);
    expect(samplesPlan('translation', data, model, parameters, { ...wanted, prompt: 'i am purple' }).note).toBe('Not known to the network, and left out: “purple”.');
  });
});
